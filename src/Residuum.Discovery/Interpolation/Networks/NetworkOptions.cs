using Residuum.Neural.Training;
using Residuum.Numerics.Options;

namespace Residuum.Discovery.Interpolation;

/// <summary>How a network that interpolates is built, trained and read out.</summary>
public record NetworkOptions
{
    /// <summary>How fields are read out.</summary>
    [Option("How fields are read out of the trained network: tangent, last-layer, or two-net as published.", Source = "medida-qg, Fast CPU route; two-net is published")]
    public NetworkReadout Readout { get; init; } = NetworkReadout.Tangent;

    /// <summary>Neurons of a hidden layer.</summary>
    [Option("Neurons of a hidden layer.", Range = "[1, 100000]", Source = "medida-qg, Fast CPU route; 1000 is published")]
    public int Width { get; init => field = Require.Declared(this, value); } = 128;

    /// <summary>Number of hidden layers.</summary>
    [Option("Hidden layers, with tanh.", Range = "[1, 100]", Source = "medida-qg, Fast CPU route; 4 or 5 is published")]
    public int HiddenLayers { get; init => field = Require.Declared(this, value); } = 3;

    /// <summary>Training steps.</summary>
    [Option("Training steps.", Range = "[1, 1e9]", Source = "medida-qg, Fast CPU route; 2e5 is published")]
    public int Iterations { get; init => field = Require.Declared(this, value); } = 500;

    /// <summary>Sensors of a mini-batch; 0 takes all.</summary>
    [Option("Sensors of a mini-batch; 0 takes all.", Range = "[0, 1e9]", Source = "medida-qg, Fast CPU route; 0 is published")]
    public int BatchSize { get; init => field = Require.Declared(this, value); } = 1024;

    /// <summary>Rule by which gradients change weights.</summary>
    [Option("Rule by which gradients change weights.", Source = "medida-qg, Interpolators")]
    public OptimizerKind Optimizer { get; init; } = OptimizerKind.Adam;

    /// <summary>Learning rate at the first step.</summary>
    [Option("Learning rate at the first step.", Range = "(0, 1]", Source = "medida-qg, Fast CPU route; 0.01 is published")]
    public double LearningRate { get; init => field = Require.Declared(this, value); } = 3e-3;

    /// <summary>Part of the learning rate that its cosine ends at; 1 keeps it.</summary>
    [Option("Part of the learning rate that its cosine ends at; 1 keeps it.", Range = "[0, 1]", Source = "medida-qg, Fast CPU route; 1 is published")]
    public double FinalFraction { get; init => field = Require.Declared(this, value); } = 0.01;

    /// <summary>Whether Adam divides by the largest mean square seen.</summary>
    [Option("Whether Adam divides by the largest mean square seen (AMSGrad).", Source = "medida-qg, Interpolators: yes is published")]
    public bool AmsGrad { get; init; }

    /// <summary>λ of the tangent readout, relative to the mean of the kernel's diagonal.</summary>
    [Option("Ridge of the tangent readout, relative to the mean of the kernel's diagonal.", Range = "(0, 1]", Source = "medida-qg, Fast CPU route")]
    public double Ridge { get; init => field = Require.Declared(this, value); } = 1e-6;

    /// <summary>Whether sensors on grid points keep what they read.</summary>
    [Option("Whether sensors on grid points keep what they read; only for the tangent readout, whose misfit there is far below the error elsewhere, and with spectral derivatives.", Source = "medida-qg, Fast CPU route")]
    public bool KeepObserved { get; init; } = true;

    /// <summary>Whether derivatives are those of the network itself.</summary>
    [Option("Whether derivatives are those of the network itself, exact, instead of spectral ones of its fields on the grid.", Source = "medida-qg, Fast CPU route: spectral is published")]
    public bool ExactDerivatives { get; init; }

    /// <summary>Whether the second network of a pair starts from the weights of the first.</summary>
    [Option("Whether the second network of a pair starts from the weights of the first; only for two-net.", Source = "medida-qg, Interpolators")]
    public bool WarmStart { get; init; } = true;

    /// <summary>Part of the learning rate that the second network of a pair is trained with after a warm start.</summary>
    [Option("Part of the learning rate that the second network of a pair is trained with, after a warm start; only for two-net.", Range = "(0, 1]", Source = "medida-qg, study E: 1/30; 1 is published")]
    public double SecondRate { get; init => field = Require.Declared(this, value); } = 1.0 / 30;

    /// <summary>Weight of the loss of ψ_1 - ψ_2.</summary>
    [Option("Weight of the loss of the difference of the first two layers.", Range = "[0, inf)", Source = "medida-qg, Interpolators: commented out in the published code")]
    public double GammaDiff { get; init => field = Require.Declared(this, value); }

    /// <summary>Weight of the loss of ∇²ψ; needs every grid point.</summary>
    [Option("Weight of the loss of the Laplacian; needs a sensor at every grid point and whole batches.", Range = "[0, inf)", Source = "medida-qg, Interpolators: commented out in the published code")]
    public double GammaLaplacian { get; init => field = Require.Declared(this, value); }

    /// <summary>Weight of the L1 loss of the spectrum above a wave number; needs every grid point.</summary>
    [Option("Weight of the L1 loss of the spectrum above a wave number; needs a sensor at every grid point and whole batches.", Range = "[0, inf)", Source = "medida-qg, Interpolators")]
    public double GammaSpectral { get; init => field = Require.Declared(this, value); }

    /// <summary>Wave number from which the spectral loss counts.</summary>
    [Option("Whole wave number, of the longer axis, from which the spectral loss counts.", Range = "[0, 1e6]", Source = "medida-qg, Interpolators")]
    public int SpectralCut { get; init => field = Require.Declared(this, value); } = 10;

    /// <summary>File that the trained weights are written to; none where empty.</summary>
    [Option("File that the trained weights are written to (safetensors).", Value = "FILE")]
    public string Weights { get; init; } = "";

    /// <summary>The training of one network.</summary>
    /// <param name="sensors">Number of sensors.</param>
    /// <param name="rate">Part of the learning rate.</param>
    internal TrainingOptions Training(int sensors, double rate) => new()
    {
        Steps = Iterations,
        BatchSize = BatchSize >= sensors ? 0 : BatchSize,
        Optimizer = Optimizer,
        LearningRate = rate * LearningRate,
        Schedule = ScheduleKind.Cosine,
        FinalFraction = FinalFraction,
        AmsGrad = AmsGrad,
    };
}
