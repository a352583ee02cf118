namespace Residuum.Discovery.Regression;

/// <summary>The support that a regressor keeps at its own threshold, such as a relevance vector machine at a fixed α_max.</summary>
/// <param name="regressor">The regressor.</param>
public sealed class RegressorRule(IRegressor regressor) : ISelectionRule
{
    /// <inheritdoc/>
    public string Name => regressor.Name;

    /// <inheritdoc/>
    public SparseFit Select(SelectionProblem problem, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem.Refit(regressor.Fit(problem.Data, cancel).Support);
    }
}
