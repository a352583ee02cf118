using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery.Regression;

/// <summary>Scores g_i = Φ_iᵀ r_i of every sample at a fit, and ΦᵀΦ, of the kept columns.</summary>
/// <param name="Values"><c>[samples, k]</c>; their sum is 0 at a least-squares fit.</param>
/// <param name="Gram"><c>[k, k]</c>.</param>
public sealed record SampleScores(Matrix Values, Matrix Gram)
{
    /// <summary>From moments: Φ_iᵀ(y_i - Φ_i c - a), columns centred about the mean of all samples where the fit was.</summary>
    /// <param name="data">Moments of each sample.</param>
    /// <param name="fit">The fit.</param>
    /// <param name="scaling">How it was fitted.</param>
    public static SampleScores Of(GroupedEquations data, SparseFit fit, Scaling scaling)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(fit);
        NormalEquations total = data.Sum().Subset(fit.Support);
        double[] means = [.. total.ColumnSums.Select(sum => scaling == Scaling.Centred ? sum / total.Rows : 0)];
        double[] negative = [.. fit.Support.Select(j => -fit.Coefficients[j])];
        var scores = new Matrix(data.Count, means.Length);
        for (int sample = 0; sample < data.Count; sample++)
        {
            NormalEquations left = data[sample].Subset(fit.Support).AddToTarget(negative);
            double residualSum = left.TargetSum - (left.Rows * fit.Intercept);
            for (int j = 0; j < means.Length; j++)
                scores[sample, j] = left.Moment[j] - (fit.Intercept * left.ColumnSums[j]) - (means[j] * residualSum);
        }
        Matrix gram = total.Gram.Copy();
        for (int i = 0; i < means.Length; i++)
        {
            for (int j = 0; j < means.Length; j++) gram[i, j] -= total.Rows * means[i] * means[j];
        }
        return new SampleScores(scores, gram);
    }
}
