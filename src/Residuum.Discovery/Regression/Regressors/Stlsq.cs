namespace Residuum.Discovery.Regression;

/// <summary>Sequentially thresholded least squares.</summary>
/// <remarks>Brunton, Proctor and Kutz, PNAS 113, 3932 (2016). On standardized columns a threshold of 0.1 selects what the relevance vector machine selects at α_max = 100.</remarks>
/// <param name="options">Threshold, ridge and limit.</param>
public sealed class Stlsq(StlsqOptions options) : StandardizedRegressor(options.Scaling)
{
    /// <summary>With the defaults.</summary>
    public Stlsq()
        : this(new StlsqOptions())
    {
    }

    /// <inheritdoc/>
    public override string Name => "stlsq";

    /// <inheritdoc/>
    protected override StandardizedFit Solve(StandardizedEquations data, CancellationToken cancel)
    {
        int[] active = [.. Enumerable.Range(0, data.Columns.Count)];
        for (int pass = 1; pass <= options.MaxPasses; pass++)
        {
            cancel.ThrowIfCancellationRequested();
            var solution = new LeastSquares(data, active, options.Ridge);
            int[] kept = [.. active.Where((_, i) => Math.Abs(solution.Coefficients[i]) >= options.Threshold)];
            bool rests = kept.Length == active.Length;
            if (rests || kept.Length == 0) return Last(data, kept, pass, Stop.Converged);
            active = kept;
        }
        return Last(data, active, options.MaxPasses, Stop.PassLimit);
    }

    private StandardizedFit Last(StandardizedEquations data, int[] kept, int passes, Stop stop) =>
        new LeastSquares(data, kept, options.Refit ? 0 : options.Ridge).ToFit(passes, stop);
}
