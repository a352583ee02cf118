namespace Residuum.Discovery.Regression;

/// <summary>Forward stepwise regression: adds the column that lowers the residual most while BIC falls.</summary>
/// <param name="options">Limit and scaling.</param>
public sealed class ForwardStepwise(StepwiseOptions options) : StandardizedRegressor(options.Scaling)
{
    /// <summary>With the defaults.</summary>
    public ForwardStepwise()
        : this(new StepwiseOptions())
    {
    }

    /// <inheritdoc/>
    public override string Name => "stepwise-forward";

    /// <inheritdoc/>
    protected override StandardizedFit Solve(StandardizedEquations data, CancellationToken cancel)
    {
        var current = new LeastSquares(data, []);
        double bic = 0; // of no term: n ln 1
        int limit = Math.Min(options.MaxTerms ?? data.Columns.Count, data.Columns.Count);
        while (current.Support.Count < limit)
        {
            cancel.ThrowIfCancellationRequested();
            int best = Enumerable.Range(0, data.Columns.Count).Except(current.Support).MaxBy(current.GainOf);
            var next = new LeastSquares(data, [.. current.Support, best]);
            double nextBic = InformationCriterion.Bic(data.Rows, next.ResidualSquare / data.TargetSquare, next.Support.Count);
            if (nextBic >= bic) break;
            (current, bic) = (next, nextBic);
        }
        return current.ToFit(current.Support.Count, Stop.Converged);
    }
}
