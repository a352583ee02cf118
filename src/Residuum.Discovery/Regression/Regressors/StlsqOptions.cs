using Residuum.Numerics.Options;

namespace Residuum.Discovery.Regression;

/// <summary>Options of sequentially thresholded least squares.</summary>
public sealed record StlsqOptions
{
    /// <summary>Coefficients below this leave.</summary>
    [Option("Coefficients below this leave.", Range = "[0, inf)", Source = "medida-product, Sparse regression suite: PySINDy")]
    public double Threshold { get; init => field = Require.Declared(this, value); } = 0.1;

    /// <summary>Added to the diagonal of the Gram matrix.</summary>
    [Option("Added to the diagonal of the Gram matrix.", Range = "[0, inf)", Source = "medida-product, Sparse regression suite: PySINDy")]
    public double Ridge { get; init => field = Require.Declared(this, value); } = 0.05;

    /// <summary>Limit of the iteration.</summary>
    [Option("Limit of the iteration.", Range = "[1, inf)", Source = "medida-product, Sparse regression suite: PySINDy")]
    public int MaxPasses { get; init => field = Require.Declared(this, value); } = 20;

    /// <summary>Whether the kept columns are fitted again without the ridge.</summary>
    [Option("Whether the kept columns are fitted again without the ridge.", Source = "medida-product, Sparse regression suite: PySINDy")]
    public bool Refit { get; init; } = true;

    /// <summary>How columns and target are scaled.</summary>
    [Option("How columns and target are scaled.", Source = "medida-ks, What users ask: thresholds fail for small physical coefficients")]
    public Scaling Scaling { get; init; } = Scaling.Centred;
}
