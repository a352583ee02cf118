using Residuum.Numerics.Options;

namespace Residuum.Discovery.Assimilation;

/// <summary>How state and coefficients are estimated together from a sequence of noisy observations.</summary>
public sealed record JointFilterOptions
{
    /// <summary>Members N.</summary>
    [Option("Ensemble members; more than states and coefficients together, as nothing is localised.", Range = "[3, 100000]", Source = "medida-product, DA to discovery chain: 60 for 40 sites")]
    public int Members { get; init => field = Require.Declared(this, value); } = 60;

    /// <summary>Factor on the anomalies of state and coefficients after each analysis.</summary>
    [Option("Factor on the anomalies of state and coefficients after each analysis.", Range = "[1, 2]", Source = "medida-product, DA to discovery chain: 1.01")]
    public double Inflation { get; init => field = Require.Declared(this, value); } = 1.01;

    /// <summary>Coefficients nearer to zero than this many of their standard deviations are dropped, and the rest is estimated again.</summary>
    [Option("Drop coefficients nearer to zero than this many of their standard deviations, then estimate the rest again; 0 keeps all.", Range = "[0, inf)", Source = "medida-ks, improvement 8: 3")]
    public double DropBelow { get; init => field = Require.Declared(this, value); } = 3;

    /// <summary>Standard deviation of the first ensemble around the first observed state.</summary>
    [Option("Standard deviation of the first ensemble around the first observed state.", Range = "(0, inf)", Unit = "that of the state")]
    public double StartDeviation { get; init => field = Require.Declared(this, value); } = 0.3;

    /// <summary>Seed of the first ensemble.</summary>
    [Option("Seed of the first ensemble.", Range = "[0, inf)")]
    public long Seed { get; init => field = Require.Declared(this, value); }
}
