using System.Numerics.Tensors;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery.Regression;

/// <summary>Covariance of coefficients whose rows are dependent inside a sample and independent between samples.</summary>
/// <remarks>medida-ks, Improvements 6: V = Q B Qᵀ, Q = (ΦᵀΨ)⁻¹, B = n/(n-1) Σ_i g_i g_iᵀ, g_i = Φ_iᵀ r_i, Ψ_j = -∂r/∂c_j.</remarks>
public static class ClusteredSandwich
{
    /// <summary>V.</summary>
    /// <param name="scores">g_i, <c>[samples, k]</c>.</param>
    /// <param name="sensitivity">ΦᵀΨ, <c>[k, k]</c>; ΦᵀΦ where the response of the model is the library itself.</param>
    /// <exception cref="ArgumentException">Fewer than two samples, sizes that differ, or a singular sensitivity.</exception>
    public static Matrix Covariance(Matrix scores, Matrix sensitivity)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(sensitivity);
        double n = scores.Rows;
        if (n < 2) throw new ArgumentException($"{n} samples: a spread between samples needs at least 2", nameof(scores));
        if (scores.Columns != sensitivity.Rows) throw new ArgumentException($"scores of {scores.Columns} terms, sensitivity of {sensitivity.Rows}", nameof(sensitivity));
        Matrix meat = Dense.Multiply(scores, scores, transposeA: true);
        TensorPrimitives.Multiply<double>(meat.Values, n / (n - 1), meat.Values);
        Matrix bread = GeneralInverse.Of(sensitivity);
        return Dense.Multiply(Dense.Multiply(bread, meat), bread, transposeB: true);
    }

    /// <summary>V of a least-squares fit, from moments alone (Ψ = Φ).</summary>
    /// <param name="data">Moments of each sample.</param>
    /// <param name="fit">The fit; its intercept says whether columns were centred.</param>
    /// <param name="scaling">How it was fitted.</param>
    /// <returns>Covariance of the kept columns, in the order of the support.</returns>
    public static Matrix Covariance(GroupedEquations data, SparseFit fit, Scaling scaling)
    {
        ArgumentNullException.ThrowIfNull(fit);
        var scores = SampleScores.Of(data, fit, scaling);
        return Covariance(scores.Values, scores.Gram);
    }

    /// <summary>Square roots of the diagonal.</summary>
    /// <param name="covariance">V, <c>[k, k]</c>.</param>
    public static double[] StandardErrors(Matrix covariance)
    {
        ArgumentNullException.ThrowIfNull(covariance);
        return [.. Enumerable.Range(0, covariance.Rows).Select(i => Math.Sqrt(covariance[i, i]))];
    }
}
