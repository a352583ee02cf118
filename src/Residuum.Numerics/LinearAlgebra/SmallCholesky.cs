using System.Numerics.Tensors;

namespace Residuum.Numerics.LinearAlgebra;

/// <summary>Cholesky by rows: below the limit a call into LAPACK costs more than the work.</summary>
internal static class SmallCholesky
{
    /// <summary>Size from which LAPACK's blocked form is faster.</summary>
    public const int Limit = 64;

    public static bool TryFactor(Span<double> a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            var row = a.Slice(i * n, n);
            for (int j = 0; j < i; j++)
            {
                var other = a.Slice(j * n, n);
                row[j] = (row[j] - TensorPrimitives.Dot<double>(row[..j], other[..j])) / other[j];
            }
            double pivot = row[i] - TensorPrimitives.SumOfSquares<double>(row[..i]);
            if (!(pivot > 0) || !double.IsFinite(pivot)) return false;
            row[i] = Math.Sqrt(pivot);
        }
        return true;
    }

    public static void Solve(ReadOnlySpan<double> factor, int n, Span<double> b)
    {
        for (int i = 0; i < n; i++)
            b[i] = (b[i] - TensorPrimitives.Dot(factor.Slice(i * n, i), b[..i])) / factor[(i * n) + i];
        for (int i = n - 1; i >= 0; i--)
        {
            b[i] /= factor[(i * n) + i];
            TensorPrimitives.MultiplyAdd(factor.Slice(i * n, i), -b[i], b[..i], b[..i]);
        }
    }
}
