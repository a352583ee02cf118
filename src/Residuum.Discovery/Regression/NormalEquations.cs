using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery.Regression;

/// <summary>All that a sparse regression needs of y = Φ c: second moments, so that it never sees the rows.</summary>
/// <remarks>Sums of groups (whole samples) are again normal equations: folds, bootstraps and clustered errors cost nothing more.</remarks>
/// <param name="Gram">G = ΦᵀΦ, <c>[q, q]</c>.</param>
/// <param name="Moment">b = Φᵀy, <c>[q]</c>.</param>
/// <param name="TargetSquare">yᵀy.</param>
/// <param name="ColumnSums">Φᵀ1, <c>[q]</c>: for centring.</param>
/// <param name="TargetSum">yᵀ1.</param>
/// <param name="Rows">Number of rows.</param>
public sealed record NormalEquations(Matrix Gram, double[] Moment, double TargetSquare, double[] ColumnSums, double TargetSum, long Rows)
{
    /// <summary>Number of columns q.</summary>
    public int Columns => Moment.Length;
}
