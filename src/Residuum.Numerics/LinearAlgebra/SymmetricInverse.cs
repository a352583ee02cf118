using System.Numerics.Tensors;

namespace Residuum.Numerics.LinearAlgebra;

/// <summary>Inverse of a symmetric positive definite matrix whose rows may differ by many orders of magnitude, or be dependent.</summary>
/// <remarks>The matrix is scaled to a unit diagonal before the Cholesky factorization, which makes the result independent of the scales
/// to rounding. Where a pivot falls below 1e-13 the eigenvalues of the scaled matrix are kept above 1e-13 of the largest:
/// dependent rows then have large entries in the inverse, never infinite ones.</remarks>
public static class SymmetricInverse
{
    private const double Floor = 1e-13;

    /// <summary>A⁻¹.</summary>
    /// <param name="a">Symmetric, positive diagonal; kept.</param>
    public static Matrix Of(Matrix a) => Of(a, out _);

    /// <summary>A⁻¹ and ln |A|.</summary>
    /// <param name="a">Symmetric, positive diagonal; kept.</param>
    /// <param name="logDeterminant">ln |A|.</param>
    /// <exception cref="ArgumentException">The matrix is not square, or a diagonal element is not above 0.</exception>
    public static Matrix Of(Matrix a, out double logDeterminant)
    {
        ArgumentNullException.ThrowIfNull(a);
        if (a.Rows != a.Columns) throw new ArgumentException($"a {a.Rows} x {a.Columns} matrix has no inverse", nameof(a));
        double[] scale = Scale(a);
        Matrix scaled = a.Copy();
        Apply(scale, scaled);
        Matrix factor = scaled.Copy();
        Matrix inverse = Dense.TryCholesky(factor) && PivotsAreClear(factor, out double logScaled)
            ? Dense.CholeskyInverse(factor)
            : FromEigenvalues(scaled, out logScaled);
        Apply(scale, inverse);
        logDeterminant = logScaled;
        foreach (double s in scale) logDeterminant -= 2 * Math.Log(s);
        return inverse;
    }

    private static double[] Scale(Matrix a)
    {
        var scale = new double[a.Rows];
        for (int i = 0; i < scale.Length; i++)
        {
            if (!(a[i, i] > 0) || !double.IsFinite(a[i, i])) throw new ArgumentException($"diagonal element {i} is {a[i, i]}, not above 0", nameof(a));
            scale[i] = 1 / Math.Sqrt(a[i, i]);
        }
        return scale;
    }

    private static void Apply(double[] scale, Matrix a)
    {
        for (int i = 0; i < a.Rows; i++)
        {
            TensorPrimitives.Multiply(a.Row(i), scale[i], a.Row(i));
            TensorPrimitives.Multiply<double>(a.Row(i), scale, a.Row(i));
        }
    }

    private static bool PivotsAreClear(Matrix factor, out double logDeterminant)
    {
        logDeterminant = 0;
        for (int i = 0; i < factor.Rows; i++)
        {
            if (factor[i, i] * factor[i, i] < Floor) return false;
            logDeterminant += 2 * Math.Log(factor[i, i]);
        }
        return true;
    }

    private static Matrix FromEigenvalues(Matrix scaled, out double logDeterminant)
    {
        var (values, vectors) = Dense.SymmetricEigen(scaled);
        double least = Floor * values[^1];
        logDeterminant = 0;
        Matrix weighted = vectors.Copy();
        for (int k = 0; k < values.Length; k++)
        {
            double value = Math.Max(values[k], least);
            logDeterminant += Math.Log(value);
            TensorPrimitives.Divide(weighted.Row(k), value, weighted.Row(k));
        }
        return Dense.Multiply(vectors, weighted, transposeA: true);
    }
}
