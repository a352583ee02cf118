namespace Residuum.Discovery.Regression;

/// <summary>Nested models, each without the column whose loss raised the residual of the larger one least.</summary>
public static class BackwardPath
{
    /// <summary>Least squares for every number of columns, index = number: 0 to k.</summary>
    /// <param name="data">Scaled equations.</param>
    /// <param name="cancel">Stops the work.</param>
    public static IReadOnlyList<LeastSquares> Of(StandardizedEquations data, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        var path = new LeastSquares[data.Columns.Count + 1];
        int[] support = [.. Enumerable.Range(0, data.Columns.Count)];
        for (int size = support.Length; ; size--)
        {
            cancel.ThrowIfCancellationRequested();
            LeastSquares model = path[size] = new LeastSquares(data, support);
            if (size == 0) return path;
            // Without column i the residual rises by c_i²/(G⁻¹)_ii.
            int least = Enumerable.Range(0, size).MinBy(i => model.Coefficients[i] * model.Coefficients[i] / model.Inverse[i, i]);
            support = [.. support.Where((_, i) => i != least)];
        }
    }
}
