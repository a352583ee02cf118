namespace Residuum.Discovery.Regression;

/// <summary>A fit of standardized equations: only the columns that stayed.</summary>
/// <param name="Support">Positions among the kept columns, <c>[k]</c>.</param>
/// <param name="Coefficients">m, <c>[k]</c>.</param>
/// <param name="StandardErrors"><c>[k]</c>.</param>
/// <param name="Precisions">α, <c>[k]</c>; NaN where the method has none.</param>
/// <param name="Passes">Iterations.</param>
/// <param name="Stop">Why it ended.</param>
public sealed record StandardizedFit(IReadOnlyList<int> Support, double[] Coefficients, double[] StandardErrors, double[] Precisions, int Passes, Stop Stop)
{
    /// <summary>No column stayed.</summary>
    /// <param name="passes">Iterations.</param>
    public static StandardizedFit Empty(int passes) => new([], [], [], [], passes, Stop.Empty);
}
