using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Regression;

/// <summary>Held-out mean square error of every number of terms, for every sample: each sample is judged by the path of the folds without it.</summary>
/// <param name="Errors">Error per row, <c>[terms][sample]</c>.</param>
/// <param name="Folds">Number of folds; sample i is in fold i mod this.</param>
public sealed record HeldOutErrors(double[][] Errors, int Folds)
{
    /// <summary>Mean over the samples, by number of terms.</summary>
    public double[] Means => [.. Errors.Select(samples => samples.Average())];

    /// <summary>Number of terms of least mean error.</summary>
    public int Best => Array.IndexOf(Means, Means.Min());

    /// <summary>Fits the path without each fold and judges it there.</summary>
    /// <param name="data">Second moments of each sample.</param>
    /// <param name="scaling">Whether columns are centred.</param>
    /// <param name="folds">Number of folds; at most one for each sample.</param>
    /// <exception cref="UserError">There are fewer than two samples or folds.</exception>
    public static HeldOutErrors Of(GroupedEquations data, Scaling scaling, int folds)
    {
        ArgumentNullException.ThrowIfNull(data);
        int count = Math.Min(folds, data.Count);
        if (count < 2) throw new UserError("too little to hold out", "selection", $"{data.Count} samples, {folds} folds", "at least 2 of each", "give more samples, or select with cell-bic");
        double[][] errors = [.. Enumerable.Range(0, data.Columns + 1).Select(_ => new double[data.Count])];
        ParallelLoop.For(count, fold =>
        {
            int[] left = [.. Enumerable.Range(0, data.Count).Where(sample => sample % count == fold)];
            SparseFit[] fits = Fits(StandardizedEquations.From(data.Without(left), scaling), data.Columns);
            foreach (int sample in left)
            {
                NormalEquations held = data[sample];
                for (int terms = 0; terms < fits.Length; terms++)
                    errors[terms][sample] = held.ResidualSquare(fits[terms].Coefficients, fits[terms].Intercept) / held.Rows;
            }
        });
        return new HeldOutErrors(errors, count);
    }

    // Where a fold has fewer columns that vary, its largest model stands for the larger sizes.
    private static SparseFit[] Fits(StandardizedEquations training, int columns)
    {
        if (training.IsEmpty) return [.. Enumerable.Repeat(training.Restore(StandardizedFit.Empty(0)), columns + 1)];
        IReadOnlyList<LeastSquares> path = BackwardPath.Of(training);
        return [.. Enumerable.Range(0, columns + 1).Select(terms => training.Restore(path[Math.Min(terms, path.Count - 1)].ToFit(1, Stop.Converged)))];
    }
}
