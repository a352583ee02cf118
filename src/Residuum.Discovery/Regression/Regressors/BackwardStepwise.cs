namespace Residuum.Discovery.Regression;

/// <summary>Backward stepwise regression: the size on the nested path of deletions with the least BIC of rows.</summary>
/// <param name="options">Limit and scaling.</param>
public sealed class BackwardStepwise(StepwiseOptions options) : StandardizedRegressor(options.Scaling)
{
    /// <summary>With the defaults.</summary>
    public BackwardStepwise()
        : this(new StepwiseOptions())
    {
    }

    /// <inheritdoc/>
    public override string Name => "stepwise-backward";

    /// <inheritdoc/>
    protected override StandardizedFit Solve(StandardizedEquations data, CancellationToken cancel)
    {
        IReadOnlyList<LeastSquares> path = BackwardPath.Of(data, cancel);
        LeastSquares best = path
            .Where(model => model.Support.Count <= (options.MaxTerms ?? int.MaxValue))
            .MinBy(model => InformationCriterion.Bic(data.Rows, model.ResidualSquare / data.TargetSquare, model.Support.Count))!;
        return best.ToFit(path.Count, Stop.Converged);
    }
}
