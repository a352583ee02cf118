using Residuum.Numerics.Native;

namespace Residuum.Numerics.LinearAlgebra;

/// <summary>BLAS and LAPACK calls; their matrices are column-major, so ours are seen transposed.</summary>
internal static unsafe class MklDense
{
    private const byte No = (byte)'N', Transpose = (byte)'T', Left = (byte)'L';

    /// <summary>The upper triangle of the column-major view: our lower one.</summary>
    private const byte Lower = (byte)'U';

    /// <summary>C = factor · op(A) op(B) + keep · C, <c>[rows, columns]</c>: computed as Cᵀ = op(B)ᵀ op(A)ᵀ.</summary>
    public static void Multiply(
        ReadOnlySpan<double> a, Operand forA, ReadOnlySpan<double> b, Operand forB,
        Span<double> c, int strideC, int rows, int columns, int inner, double factor = 1, double keep = 0)
    {
        byte opA = forA.Transposed ? Transpose : No, opB = forB.Transposed ? Transpose : No;
        int strideA = forA.Stride, strideB = forB.Stride;
        fixed (double* pa = a, pb = b, pc = c)
            Mkl.Dgemm(&opB, &opA, &columns, &rows, &inner, &factor, pb, &strideB, pa, &strideA, &keep, pc, &strideC);
    }

    /// <summary>Lower Cholesky factor of the leading n x n block, in place.</summary>
    public static bool TryCholesky(Span<double> a, int n, int stride)
    {
        byte lower = Lower;
        int info;
        fixed (double* values = a) Mkl.Dpotrf(&lower, &n, values, &stride, &info);
        return info == 0;
    }

    /// <summary>X Lᵀ = B, <c>[rows, n]</c>, in place of B; both with one leading size.</summary>
    public static void SolveTransposed(ReadOnlySpan<double> factor, Span<double> b, int rows, int n, int stride)
    {
        byte side = Left, lower = Lower, transpose = Transpose, diagonal = No;
        double one = 1;
        fixed (double* l = factor, x = b) Mkl.Dtrsm(&side, &lower, &transpose, &diagonal, &n, &rows, &one, l, &stride, x, &stride);
    }

    /// <summary>L Lᵀ x = b for a number of rows b, in place.</summary>
    public static void CholeskySolve(Matrix factor, Span<double> rows, int count)
    {
        byte lower = Lower;
        int n = factor.Rows, info;
        fixed (double* l = factor.Values, b = rows) Mkl.Dpotrs(&lower, &n, &count, l, &n, b, &n, &info);
        if (info != 0) throw new InvalidOperationException($"LAPACK dpotrs returned {info}");
    }

    public static (double[] Values, Matrix Vectors) SymmetricEigen(Matrix a)
    {
        byte job = (byte)'V', lower = Lower;
        int n = a.Rows, info, queryWork = -1, queryInteger = -1, integerSize;
        double size;
        var vectors = a.Copy();
        var values = new double[n];
        fixed (double* v = vectors.Values, w = values)
        {
            Mkl.Dsyevd(&job, &lower, &n, v, &n, w, &size, &queryWork, &integerSize, &queryInteger, &info);
            int workSize = (int)size;
            fixed (double* work = new double[workSize])
            fixed (int* integers = new int[integerSize])
                Mkl.Dsyevd(&job, &lower, &n, v, &n, w, work, &workSize, integers, &integerSize, &info);
        }
        return info == 0 ? (values, vectors) : throw new InvalidOperationException($"LAPACK dsyevd returned {info}");
    }
}
