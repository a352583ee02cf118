using Residuum.Numerics.Options;

namespace Residuum.Discovery.Regression;

/// <summary>Options of bagging.</summary>
public sealed record BaggingOptions
{
    /// <summary>Name of the regressor that is bagged.</summary>
    [Option("The regressor that is bagged, with its defaults.", Source = "medida-ks, Variants")]
    public string Inner { get; init; } = "rvm";

    /// <summary>Number of bootstrap replicates.</summary>
    [Option("Number of bootstrap replicates of whole samples.", Range = "[1, 100000]", Source = "medida-ks, Improvements 6")]
    public int Replicates { get; init => field = Require.Declared(this, value); } = 200;

    /// <summary>Least inclusion probability of a column that stays.</summary>
    [Option("Columns that fewer replicates include leave.", Range = "[0, 1]", Source = "the median is 0 below one half")]
    public double Inclusion { get; init => field = Require.Declared(this, value); } = 0.5;

    /// <summary>Seed of the bootstrap.</summary>
    [Option("Seed of the bootstrap.", Range = "[0, inf)", Source = "product")]
    public long Seed { get; init => field = Require.Declared(this, value); }
}
