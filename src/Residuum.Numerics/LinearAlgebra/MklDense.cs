using Residuum.Numerics.Native;

namespace Residuum.Numerics.LinearAlgebra;

/// <summary>BLAS and LAPACK calls; their matrices are column-major, so ours are seen transposed.</summary>
internal static unsafe class MklDense
{
    /// <summary>C[rows, columns] = op(A) op(B), row-major with leading sizes: computed as Cᵀ = op(B)ᵀ op(A)ᵀ.</summary>
    public static void Multiply(
        ReadOnlySpan<double> a, int strideA, bool transposeA, ReadOnlySpan<double> b, int strideB, bool transposeB,
        Span<double> c, int strideC, int rows, int columns, int inner)
    {
        byte forA = transposeA ? (byte)'T' : (byte)'N', forB = transposeB ? (byte)'T' : (byte)'N';
        double one = 1, zero = 0;
        fixed (double* pa = a, pb = b, pc = c)
            Mkl.Dgemm(&forB, &forA, &columns, &rows, &inner, &one, pb, &strideB, pa, &strideA, &zero, pc, &strideC);
    }

    public static bool TryCholesky(Matrix a)
    {
        byte upper = (byte)'U'; // The upper triangle of the column-major view is our lower one.
        int n = a.Rows, info;
        fixed (double* values = a.Values) Mkl.Dpotrf(&upper, &n, values, &n, &info);
        return info == 0;
    }

    public static void CholeskySolve(Matrix factor, Matrix rows)
    {
        byte upper = (byte)'U';
        int n = factor.Rows, count = rows.Rows, info;
        fixed (double* l = factor.Values, b = rows.Values) Mkl.Dpotrs(&upper, &n, &count, l, &n, b, &n, &info);
        if (info != 0) throw new InvalidOperationException($"LAPACK dpotrs returned {info}");
    }

    public static (double[] Values, Matrix Vectors) SymmetricEigen(Matrix a)
    {
        byte job = (byte)'V', upper = (byte)'U';
        int n = a.Rows, info, queryWork = -1, queryInteger = -1, integerSize;
        double size;
        var vectors = a.Copy();
        var values = new double[n];
        fixed (double* v = vectors.Values, w = values)
        {
            Mkl.Dsyevd(&job, &upper, &n, v, &n, w, &size, &queryWork, &integerSize, &queryInteger, &info);
            int workSize = (int)size;
            fixed (double* work = new double[workSize])
            fixed (int* integers = new int[integerSize])
                Mkl.Dsyevd(&job, &upper, &n, v, &n, w, work, &workSize, integers, &integerSize, &info);
        }
        return info == 0 ? (values, vectors) : throw new InvalidOperationException($"LAPACK dsyevd returned {info}");
    }
}
