namespace Residuum.Discovery.Regression;

/// <summary>A regressor that sees scaled columns; scaling and the way back stand here, once.</summary>
/// <param name="scaling">How columns and target are scaled.</param>
public abstract class StandardizedRegressor(Scaling scaling) : IRegressor
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public SparseFit Fit(NormalEquations data, CancellationToken cancel = default)
    {
        var standardized = StandardizedEquations.From(data, scaling);
        return standardized.Restore(standardized.IsEmpty ? StandardizedFit.Empty(passes: 0) : Solve(standardized, cancel));
    }

    /// <summary>Fits scaled columns.</summary>
    /// <param name="data">Equations with a target that varies and at least one column that does.</param>
    /// <param name="cancel">Stops the work.</param>
    protected abstract StandardizedFit Solve(StandardizedEquations data, CancellationToken cancel);
}
