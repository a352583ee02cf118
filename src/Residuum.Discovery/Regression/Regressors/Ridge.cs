namespace Residuum.Discovery.Regression;

/// <summary>Ridge regression: every column stays. With penalty 0 it is least squares, the baseline that selects nothing.</summary>
/// <param name="options">Penalty and scaling.</param>
public sealed class Ridge(RidgeOptions options) : StandardizedRegressor(options.Scaling)
{
    /// <summary>With the defaults.</summary>
    public Ridge()
        : this(new RidgeOptions())
    {
    }

    /// <inheritdoc/>
    public override string Name => options.Penalty == 0 ? "least-squares" : "ridge";

    /// <inheritdoc/>
    protected override StandardizedFit Solve(StandardizedEquations data, CancellationToken cancel) =>
        new LeastSquares(data, [.. Enumerable.Range(0, data.Columns.Count)], options.Penalty).ToFit(passes: 1, Stop.Converged);
}
