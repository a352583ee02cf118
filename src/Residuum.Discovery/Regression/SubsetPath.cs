namespace Residuum.Discovery.Regression;

/// <summary>A good model of every size: the nested path of deletions, improved for small sizes by additions and exchanges.</summary>
/// <remarks>Deletion alone can lose a weak term among columns that resemble each other, and never finds back:
/// exchanging one column at a time until nothing improves is cheap on moments and mends most of these (Miller, "Subset selection in regression", chapter 3).</remarks>
public static class SubsetPath
{
    private const int LargestExchanged = 8;

    /// <summary>Least squares for every number of columns, index = number: 0 to k.</summary>
    /// <param name="data">Scaled equations.</param>
    /// <param name="cancel">Stops the work.</param>
    public static IReadOnlyList<LeastSquares> Of(StandardizedEquations data, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        LeastSquares[] path = [.. BackwardPath.Of(data, cancel)];
        for (int size = 1; size <= Math.Min(LargestExchanged, path.Length - 1); size++)
        {
            cancel.ThrowIfCancellationRequested();
            var deleted = Exchanged(data, path[size]);
            var added = Exchanged(data, With(data, path[size - 1], BestAddition(data, path[size - 1])));
            path[size] = deleted.ResidualSquare <= added.ResidualSquare ? deleted : added;
        }
        return path;
    }

    private static LeastSquares Exchanged(StandardizedEquations data, LeastSquares model)
    {
        while (true)
        {
            LeastSquares best = model;
            for (int i = 0; i < model.Support.Count; i++)
            {
                int left = i;
                var without = new LeastSquares(data, [.. model.Support.Where((_, position) => position != left)]);
                int added = BestAddition(data, without);
                if (added == model.Support[i] || without.ResidualSquare - without.GainOf(added) >= best.ResidualSquare) continue;
                var exchanged = With(data, without, added);
                if (exchanged.ResidualSquare < best.ResidualSquare) best = exchanged;
            }
            if (best == model) return model;
            model = best;
        }
    }

    private static int BestAddition(StandardizedEquations data, LeastSquares model) =>
        Enumerable.Range(0, data.Columns.Count).Except(model.Support).MaxBy(model.GainOf);

    private static LeastSquares With(StandardizedEquations data, LeastSquares model, int column) => new(data, [.. model.Support, column]);
}
