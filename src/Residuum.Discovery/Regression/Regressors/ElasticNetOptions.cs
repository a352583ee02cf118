using Residuum.Numerics.Options;

namespace Residuum.Discovery.Regression;

/// <summary>Options of the elastic net.</summary>
public sealed record ElasticNetOptions
{
    /// <summary>λ; without one the path is fitted and BIC chooses.</summary>
    [Option("Weight λ of the penalty; without it the whole path is fitted and BIC chooses.", Range = "[0, inf)", Source = "medida-product, Sparse regression suite")]
    public double? Penalty { get; init => field = value is { } given ? Require.Declared(this, given) : null; }

    /// <summary>ρ: 1 is the LASSO, 0 ridge.</summary>
    [Option("Share of the absolute-value norm in the penalty: 1 is the LASSO, 0 ridge.", Range = "[0, 1]", Source = "scikit-learn's l1_ratio")]
    public double Mix { get; init => field = Require.Declared(this, value); } = 0.5;

    /// <summary>Number of λ on the path.</summary>
    [Option("Number of penalties on the path.", Range = "[2, 10000]", Source = "scikit-learn's n_alphas")]
    public int PathLength { get; init => field = Require.Declared(this, value); } = 100;

    /// <summary>Last λ of the path, as a part of the first.</summary>
    [Option("Last penalty of the path, as a part of the first, at which no column is left.", Range = "(0, 1)", Source = "scikit-learn's eps")]
    public double PathEnd { get; init => field = Require.Declared(this, value); } = 1e-3;

    /// <summary>Largest change of a coefficient at rest.</summary>
    [Option("Coordinate descent rests when no standardized coefficient changes by more.", Range = "(0, inf)", Source = "tighter than scikit-learn's 1e-4: a sweep over a Gram matrix is cheap")]
    public double Tolerance { get; init => field = Require.Declared(this, value); } = 1e-8;

    /// <summary>Limit of the sweeps for one λ.</summary>
    [Option("Limit of the sweeps over the columns for one penalty.", Range = "[1, inf)", Source = "scikit-learn's max_iter, ten times")]
    public int MaxSweeps { get; init => field = Require.Declared(this, value); } = 10_000;

    /// <summary>Whether the kept columns are fitted again without penalty.</summary>
    [Option("Whether the kept columns are fitted again without penalty, which removes its bias.", Source = "relaxed LASSO, Meinshausen (2007)")]
    public bool Refit { get; init; } = true;

    /// <summary>How columns and target are scaled.</summary>
    [Option("How columns and target are scaled.", Source = "medida-product, Sparse regression suite")]
    public Scaling Scaling { get; init; } = Scaling.Centred;
}
