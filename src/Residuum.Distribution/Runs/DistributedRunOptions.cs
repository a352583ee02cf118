using Residuum.Distribution.Compressors;

namespace Residuum.Distribution.Runs;

/// <summary>How a method is run.</summary>
public sealed record DistributedRunOptions
{
    /// <summary>γ, the step size, of x -= γ · direction.</summary>
    public required double StepSize { get; init; }

    /// <summary>Rounds at most.</summary>
    public int Rounds { get; init; } = 1000;

    /// <summary>Samples of a worker's mini-batch; 0 for all, and for objectives that are noisy by themselves.</summary>
    public int Batch { get; init; }

    /// <summary>Seed of every random number of the run.</summary>
    public long Seed { get; init; }

    /// <summary>Whether gradients are stochastic: drawn anew each round, by mini-batch or by the objective's noise.</summary>
    public bool IsStochastic { get; init; }

    /// <summary>Rounds from one record of f and its gradient to the next.</summary>
    public int RecordEvery { get; init; } = 1;

    /// <summary>Stops once |∇f|² is at most this part of its first value; 0 for never.</summary>
    public double RelativeTarget { get; init; }

    /// <summary>w_i of each worker, summing to 1; null for 1/n.</summary>
    public IReadOnlyList<double>? Weights { get; init; }

    /// <summary>Precision of the numbers of whole gradients.</summary>
    public ValuePrecision Values { get; init; } = ValuePrecision.Single;

    /// <summary>Whether the losses of the messages are measured, in the round before each record; costs a pass over the vectors.</summary>
    public bool MeasuresLoss { get; init; }

    /// <summary>Probability that a worker takes part in a round after the first.</summary>
    public double Participation { get; init; } = 1;

    /// <summary>Times its first value (or 1, if that is less) beyond which |∇f|² counts as diverged.</summary>
    public double Divergence { get; init; } = 1e20;

    /// <summary>Where x begins; null for zeros.</summary>
    public IReadOnlyList<double>? Start { get; init; }
}
