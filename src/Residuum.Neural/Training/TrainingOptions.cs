using Residuum.Numerics.Options;

namespace Residuum.Neural.Training;

/// <summary>How a network is trained.</summary>
public sealed record TrainingOptions
{
    /// <summary>Number of steps.</summary>
    [Option("Training steps.", Range = "[1, 1e9]")]
    public int Steps { get; init => field = Require.Declared(this, value); } = 1000;

    /// <summary>Samples of a batch; 0 takes all.</summary>
    [Option("Samples of a mini-batch; 0 takes all samples in each step.", Range = "[0, 1e9]")]
    public int BatchSize { get; init => field = Require.Declared(this, value); }

    /// <summary>Mini-batches whose gradients are averaged for one step.</summary>
    [Option("Mini-batches whose gradients are averaged for one step.", Range = "[1, 1e6]")]
    public int Accumulate { get; init => field = Require.Declared(this, value); } = 1;

    /// <summary>Rule by which gradients change weights.</summary>
    [Option("Rule by which gradients change weights.")]
    public OptimizerKind Optimizer { get; init; } = OptimizerKind.Adam;

    /// <summary>Learning rate before its schedule.</summary>
    [Option("Learning rate before its schedule.", Range = "(0, inf)")]
    public double LearningRate { get; init => field = Require.Declared(this, value); } = 1e-3;

    /// <summary>How the learning rate falls.</summary>
    [Option("How the learning rate falls.")]
    public ScheduleKind Schedule { get; init; } = ScheduleKind.Constant;

    /// <summary>Part of the learning rate that a cosine ends at.</summary>
    [Option("Part of the learning rate that the cosine schedule ends at.", Range = "[0, 1]")]
    public double FinalFraction { get; init => field = Require.Declared(this, value); } = 0.01;

    /// <summary>Steps between two decays.</summary>
    [Option("Steps between two decays of the step schedule.", Range = "[1, 1e9]")]
    public int DecayEvery { get; init => field = Require.Declared(this, value); } = 1000;

    /// <summary>Factor of each decay.</summary>
    [Option("Factor of each decay of the step schedule.", Range = "(0, 1]")]
    public double DecayFactor { get; init => field = Require.Declared(this, value); } = 0.1;

    /// <summary>Steps in which the learning rate rises from 0.</summary>
    [Option("Steps in which the learning rate rises to its full size.", Range = "[0, 1e9]")]
    public int WarmUp { get; init => field = Require.Declared(this, value); }

    /// <summary>Largest norm of all gradients together; 0 lets every gradient through.</summary>
    [Option("Largest norm of all gradients together; 0 lets every gradient through.", Range = "[0, inf)")]
    public double ClipNorm { get; init => field = Require.Declared(this, value); }

    /// <summary>β_1 of Adam.</summary>
    [Option("Decay of Adam's mean of the gradients.", Range = "[0, 1)", Source = "Kingma and Ba, ICLR 2015")]
    public double Beta1 { get; init => field = Require.Declared(this, value); } = 0.9;

    /// <summary>β_2 of Adam.</summary>
    [Option("Decay of Adam's mean of the squared gradients.", Range = "[0, 1)", Source = "Kingma and Ba, ICLR 2015")]
    public double Beta2 { get; init => field = Require.Declared(this, value); } = 0.999;

    /// <summary>ε of Adam.</summary>
    [Option("Smallest divisor of Adam.", Range = "(0, 1]", Source = "Kingma and Ba, ICLR 2015")]
    public double Epsilon { get; init => field = Require.Declared(this, value); } = 1e-8;

    /// <summary>Whether Adam divides by the largest mean square seen.</summary>
    [Option("Whether Adam divides by the largest mean square seen (AMSGrad).", Source = "Reddi, Kale and Kumar, ICLR 2018")]
    public bool AmsGrad { get; init; }

    /// <summary>Momentum of gradient descent.</summary>
    [Option("Momentum of stochastic gradient descent.", Range = "[0, 1)")]
    public double Momentum { get; init => field = Require.Declared(this, value); } = 0.9;

    /// <summary>Pairs of steps that L-BFGS remembers.</summary>
    [Option("Pairs of steps that L-BFGS remembers.", Range = "[1, 1000]")]
    public int History { get; init => field = Require.Declared(this, value); } = 100;

    /// <summary>The learning rate of a step.</summary>
    /// <param name="step">Step, from 0.</param>
    public double RateAt(long step)
    {
        double rise = step < WarmUp ? (step + 1.0) / WarmUp : 1;
        double progress = Math.Clamp((double)(step - WarmUp) / Math.Max(1, Steps - WarmUp), 0, 1);
        double fall = Schedule switch
        {
            ScheduleKind.Cosine => FinalFraction + ((1 - FinalFraction) * 0.5 * (1 + Math.Cos(Math.PI * progress))),
            ScheduleKind.StepDecay => Math.Pow(DecayFactor, step / DecayEvery),
            _ => 1,
        };
        return LearningRate * rise * fall;
    }
}
