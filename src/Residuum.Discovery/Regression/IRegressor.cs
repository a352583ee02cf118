namespace Residuum.Discovery.Regression;

/// <summary>A sparse regression on normal equations.</summary>
public interface IRegressor
{
    /// <summary>Name for tables, such as <c>rvm</c>.</summary>
    string Name { get; }

    /// <summary>Fits y = Φ c.</summary>
    /// <param name="data">Second moments; columns that are all zero get coefficient 0.</param>
    /// <param name="cancel">Stops the work.</param>
    SparseFit Fit(NormalEquations data, CancellationToken cancel = default);

    /// <summary>Fits y = Φ c where the groups of rows are known; a regressor that resamples whole samples uses them.</summary>
    /// <param name="data">Second moments of each group.</param>
    /// <param name="cancel">Stops the work.</param>
    SparseFit Fit(GroupedEquations data, CancellationToken cancel = default) => Fit(data.Sum(), cancel);
}

/// <summary>Why an iteration ended.</summary>
public enum Stop
{
    /// <summary>The change fell below the tolerance.</summary>
    Converged,

    /// <summary>The pass limit was reached first.</summary>
    PassLimit,

    /// <summary>No column is left.</summary>
    Empty,
}

/// <summary>Result of a sparse regression, in the units of the columns and the target that were given.</summary>
/// <param name="Coefficients">c, <c>[q]</c>; exactly 0 where the column is out.</param>
/// <param name="StandardErrors">Standard error of each coefficient under independent rows, <c>[q]</c>; 0 where the column is out.</param>
/// <param name="Precisions">α of each column in standardized units (relevance vector machines), NaN elsewhere.</param>
/// <param name="Intercept">Constant, where the columns were centred; else 0.</param>
/// <param name="ResidualSquare">‖y - Φc‖² (centred where the columns were), never below 1e-14 of the target's.</param>
/// <param name="Passes">Iterations.</param>
/// <param name="Stop">Why it ended.</param>
public sealed record SparseFit(double[] Coefficients, double[] StandardErrors, double[] Precisions, double Intercept, double ResidualSquare, int Passes, Stop Stop)
{
    /// <summary>Indices of the columns that did not vary and were left out, ascending.</summary>
    public IReadOnlyList<int> Dropped { get; init; } = [];

    /// <summary>Indices of the columns that stayed, ascending.</summary>
    public IReadOnlyList<int> Support { get; } = [.. Enumerable.Range(0, Coefficients.Length).Where(j => Coefficients[j] != 0)];
}
