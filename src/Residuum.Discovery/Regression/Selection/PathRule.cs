namespace Residuum.Discovery.Regression;

/// <summary>A rule that chooses the number of terms on the nested path of deletions.</summary>
public abstract class PathRule : ISelectionRule
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public SparseFit Select(SelectionProblem problem, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        cancel.ThrowIfCancellationRequested();
        return problem.Refit(problem.Standardized.IsEmpty ? [] : problem.Support(Terms(problem)));
    }

    /// <summary>Number of terms.</summary>
    /// <param name="problem">A problem with a target that varies and at least one column that does.</param>
    public abstract int Terms(SelectionProblem problem);

    /// <summary>The number of terms of least score.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="score">Of RSS/yᵀy and the number of terms.</param>
    protected static int Least(SelectionProblem problem, Func<double, int, double> score)
    {
        double[] residuals = problem.RelativeResiduals;
        return Enumerable.Range(0, residuals.Length).MinBy(terms => score(residuals[terms], terms));
    }
}
