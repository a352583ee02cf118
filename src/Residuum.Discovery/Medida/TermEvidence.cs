using Residuum.Discovery.Libraries;
using Residuum.Discovery.Regression;

namespace Residuum.Discovery;

/// <summary>What speaks for and against one candidate term.</summary>
/// <param name="Term">Name of the term.</param>
/// <param name="Kept">Whether it was kept.</param>
/// <param name="Coefficient">Its coefficient; of a dropped term the one that it would get beside the kept ones.</param>
/// <param name="Size">Root mean square of c φ, relative to that of the increments.</param>
/// <param name="HeldOutFactor">Mean square that is left on held-out samples without the term, over that with it.</param>
/// <param name="HeldOutSignificance">The same difference in its own standard errors, paired by sample; NaN with fewer than three samples.</param>
public sealed record TermEvidence(string Term, bool Kept, double Coefficient, double Size, double HeldOutFactor, double HeldOutSignificance)
{
    private const int Folds = 5;

    /// <summary>Evidence for every candidate: what a kept term's loss costs, what a dropped one's return would bring.</summary>
    internal static IReadOnlyList<TermEvidence> Of(TermLibrary library, GroupedEquations data, Scaling scaling, IReadOnlyList<FoundTerm> found)
    {
        var names = found.Select(term => term.Term.Name).ToHashSet();
        int[] kept = [.. Enumerable.Range(0, library.Terms.Count).Where(j => names.Contains(library.Terms[j].Name))];
        var all = data.Sum();
        double[] errors = HeldOut(data, scaling, kept);
        return
        [
            .. Enumerable.Range(0, library.Terms.Count).Select(j =>
            {
                bool isKept = kept.Contains(j);
                double c = isKept ? found.First(term => term.Term.Name == library.Terms[j].Name).Coefficient : Fit(all, scaling, [.. kept, j]).Coefficients[j];
                double[] others = HeldOut(data, scaling, isKept ? [.. kept.Where(k => k != j)] : [.. kept, j]);
                var (factor, significance) = isKept ? Compare(others, errors) : Compare(errors, others);
                double size = all.TargetSquare > 0 ? Math.Abs(c) * Math.Sqrt(all.Gram[j, j] / all.TargetSquare) : 0;
                return new TermEvidence(library.Terms[j].Name, isKept, c, size, factor, significance);
            }),
        ];
    }

    private static (double Factor, double Significance) Compare(double[] without, double[] with)
    {
        double factor = with.Average() > 0 ? without.Average() / with.Average() : 1;
        if (with.Length < 3) return (factor, double.NaN);
        double[] gains = [.. without.Zip(with, (a, b) => a - b)];
        double error = Numerics.Statistics.Moments.StandardError(gains);
        return (factor, error > 0 ? gains.Average() / error : 0);
    }

    // Mean square per row of each sample, judged by least squares on the other folds.
    private static double[] HeldOut(GroupedEquations data, Scaling scaling, int[] support)
    {
        int folds = Math.Min(Folds, data.Count);
        var errors = new double[data.Count];
        for (int fold = 0; fold < folds; fold++)
        {
            int[] left = [.. Enumerable.Range(0, data.Count).Where(sample => sample % folds == fold)];
            var fit = Fit(folds < 2 ? data.Sum() : data.Without(left), scaling, support);
            foreach (int sample in left) errors[sample] = data[sample].ResidualSquare(fit.Coefficients, fit.Intercept) / data[sample].Rows;
        }
        return errors;
    }

    private static SparseFit Fit(NormalEquations data, Scaling scaling, int[] support)
    {
        var scaled = StandardizedEquations.From(data, scaling);
        int[] positions = [.. Enumerable.Range(0, scaled.Columns.Count).Where(k => support.Contains(scaled.Columns[k]))];
        return scaled.Restore(scaled.IsEmpty || positions.Length == 0 ? StandardizedFit.Empty(0) : new LeastSquares(scaled, positions).ToFit(1, Stop.Converged));
    }
}
