namespace Residuum.Discovery.Regression;

/// <summary>Criteria that weigh a residual against the number of terms; less is better.</summary>
public static class InformationCriterion
{
    /// <summary>n ln(RSS/yᵀy) + k ln n.</summary>
    /// <param name="n">Number of independent observations.</param>
    /// <param name="residual">RSS/yᵀy.</param>
    /// <param name="terms">k.</param>
    public static double Bic(double n, double residual, int terms) => (n * Math.Log(residual)) + (terms * Math.Log(n));

    /// <summary>n ln(RSS/yᵀy) + 2k + 2k(k+1)/(n-k-1); infinite where n leaves no freedom.</summary>
    /// <param name="n">Number of independent observations.</param>
    /// <param name="residual">RSS/yᵀy.</param>
    /// <param name="terms">k.</param>
    public static double Aicc(double n, double residual, int terms) =>
        n - terms - 1 <= 0 ? double.PositiveInfinity : (n * Math.Log(residual)) + (2 * terms) + (2.0 * terms * (terms + 1) / (n - terms - 1));
}
