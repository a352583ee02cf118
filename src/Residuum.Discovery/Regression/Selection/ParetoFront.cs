namespace Residuum.Discovery.Regression;

/// <summary>One model of the front of error against terms.</summary>
/// <param name="Terms">Number of terms.</param>
/// <param name="Support">Their columns, ascending.</param>
/// <param name="RelativeResidual">RSS/yᵀy.</param>
/// <param name="HeldOutError">Mean square error per row on held-out samples; NaN with fewer than two samples.</param>
public sealed record ParetoPoint(int Terms, IReadOnlyList<int> Support, double RelativeResidual, double HeldOutError);

/// <summary>Least error for every number of terms, from the nested path.</summary>
/// <param name="Points">By number of terms, from 0.</param>
public sealed record ParetoFront(IReadOnlyList<ParetoPoint> Points)
{
    /// <summary>The front of a problem.</summary>
    /// <param name="problem">Moments of every sample.</param>
    public static ParetoFront Of(SelectionProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if (problem.Standardized.IsEmpty) return new ParetoFront([]);
        double[] residuals = problem.RelativeResiduals;
        double[]? held = problem.Data.Count < 2 ? null : problem.HeldOut.Means;
        return new ParetoFront([.. residuals.Select((residual, terms) => new ParetoPoint(terms, problem.Support(terms), residual, held?[terms] ?? double.NaN))]);
    }
}
