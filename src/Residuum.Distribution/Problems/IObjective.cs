namespace Residuum.Distribution.Problems;

/// <summary>f(x) = (1/n) Σ f_i(x), f_i known to worker i alone.</summary>
/// <remarks>An instance is used by many threads at once, each with other workers.</remarks>
public interface IObjective
{
    /// <summary>Name for tables and traces.</summary>
    string Name { get; }

    /// <summary>n, the number of workers.</summary>
    int Workers { get; }

    /// <summary>d, the length of x.</summary>
    int Dimension { get; }

    /// <summary>f_i(x).</summary>
    /// <param name="worker">i.</param>
    /// <param name="x">x, d numbers.</param>
    double Value(int worker, ReadOnlySpan<double> x);

    /// <summary>∇f_i(x), or an unbiased estimate of it from a mini-batch or with noise.</summary>
    /// <param name="worker">i.</param>
    /// <param name="x">x, d numbers.</param>
    /// <param name="sample">Which samples; null for all of them.</param>
    /// <param name="gradient">Replaced by the gradient.</param>
    void Gradient(int worker, ReadOnlySpan<double> x, GradientSample? sample, Span<double> gradient);
}

/// <summary>Key of a stochastic gradient: the same key gives the same mini-batch and the same noise at every x.</summary>
/// <param name="Seed">Seed of the run.</param>
/// <param name="Round">Round.</param>
/// <param name="Batch">Samples of a mini-batch, drawn without replacement; 0 for all.</param>
public sealed record GradientSample(long Seed, long Round, int Batch);
