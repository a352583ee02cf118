using Residuum.Numerics.Options;

namespace Residuum.Discovery.Regression;

/// <summary>Options of ridge regression.</summary>
public sealed record RidgeOptions
{
    /// <summary>Added to the diagonal of the Gram matrix; 0 is least squares.</summary>
    [Option("Added to the diagonal of the Gram matrix; 0 is least squares.", Range = "[0, inf)", Source = "medida-product, Sparse regression suite: PySINDy")]
    public double Penalty { get; init => field = Require.Declared(this, value); } = 0.05;

    /// <summary>How columns and target are scaled.</summary>
    [Option("How columns and target are scaled.", Source = "medida-product, Sparse regression suite")]
    public Scaling Scaling { get; init; } = Scaling.Centred;
}
