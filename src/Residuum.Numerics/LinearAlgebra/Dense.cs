using Residuum.Numerics.Native;

namespace Residuum.Numerics.LinearAlgebra;

/// <summary>Dense double-precision algebra on row-major matrices, by MKL where it can be called, else by libtorch.</summary>
public static class Dense
{
    /// <summary>A B, with either transposed on the way.</summary>
    /// <param name="a">Left factor.</param>
    /// <param name="b">Right factor.</param>
    /// <param name="transposeA">Take Aᵀ.</param>
    /// <param name="transposeB">Take Bᵀ.</param>
    /// <exception cref="ArgumentException">The inner sizes differ.</exception>
    public static Matrix Multiply(Matrix a, Matrix b, bool transposeA = false, bool transposeB = false)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var (rows, inner) = transposeA ? (a.Columns, a.Rows) : (a.Rows, a.Columns);
        var (innerB, columns) = transposeB ? (b.Columns, b.Rows) : (b.Rows, b.Columns);
        if (inner != innerB) throw new ArgumentException($"inner sizes {inner} and {innerB} differ");
        var product = new Matrix(rows, columns);
        if (rows == 0 || columns == 0 || inner == 0) return product;
        if (Mkl.IsAvailable) TiledDense.Multiply(Operand.Of(a, transposeA), Operand.Of(b, transposeB), product, inner);
        else TorchDense.Multiply(a, b, transposeA, transposeB, product);
        return product;
    }

    /// <summary>AᵀA, exactly symmetric: the upper triangle is mirrored, not computed.</summary>
    /// <param name="a">Matrix <c>[rows, q]</c>.</param>
    public static Matrix Gram(Matrix a)
    {
        Matrix gram = LowerGram(a);
        for (int i = 0; i < gram.Rows; i++)
        {
            for (int j = 0; j < i; j++) gram[j, i] = gram[i, j];
        }
        return gram;
    }

    /// <summary>The lower triangle of AᵀA, for a factorisation; what stands above it is not defined.</summary>
    /// <param name="a">Matrix <c>[rows, q]</c>.</param>
    public static Matrix LowerGram(Matrix a)
    {
        ArgumentNullException.ThrowIfNull(a);
        if (!Mkl.IsAvailable || a.Rows == 0) return Multiply(a, a, transposeA: true);
        var gram = new Matrix(a.Columns, a.Columns);
        TiledDense.MultiplyLower(Operand.Of(a, transposed: true), Operand.Of(a), gram, a.Rows);
        return gram;
    }

    /// <summary>The lower triangle of A Aᵀ, for a factorisation; what stands above it is not defined.</summary>
    /// <param name="a">Matrix <c>[q, columns]</c>.</param>
    public static Matrix LowerRowGram(Matrix a)
    {
        ArgumentNullException.ThrowIfNull(a);
        if (!Mkl.IsAvailable || a.Columns == 0) return Multiply(a, a, transposeB: true);
        var gram = new Matrix(a.Rows, a.Rows);
        TiledDense.MultiplyLower(Operand.Of(a), Operand.Of(a, transposed: true), gram, a.Columns);
        return gram;
    }

    /// <summary>Replaces a symmetric positive definite matrix by its lower Cholesky factor, zeros above.</summary>
    /// <param name="a">Symmetric matrix, of which the lower triangle is read; overwritten.</param>
    /// <returns>False where the matrix is not positive definite; <paramref name="a"/> is then undefined.</returns>
    public static bool TryCholesky(Matrix a)
    {
        ArgumentNullException.ThrowIfNull(a);
        bool positive = a.Rows < SmallCholesky.Limit ? SmallCholesky.TryFactor(a.Values, a.Rows)
            : Mkl.IsAvailable ? TiledDense.TryCholesky(a) : TorchDense.TryCholesky(a);
        for (int i = 0; positive && i < a.Rows; i++) a.Row(i)[(i + 1)..].Clear();
        return positive;
    }

    /// <summary>Solves L Lᵀ x = b.</summary>
    /// <param name="factor">Lower Cholesky factor.</param>
    /// <param name="b">Right-hand side; replaced by x.</param>
    public static void CholeskySolve(Matrix factor, Span<double> b)
    {
        ArgumentNullException.ThrowIfNull(factor);
        SmallCholesky.Solve(factor.Values, factor.Rows, b);
    }

    /// <summary>Solves L Lᵀ x = b for every row b.</summary>
    /// <param name="factor">Lower Cholesky factor, <c>[n, n]</c>.</param>
    /// <param name="rows">Right-hand sides as rows, <c>[count, n]</c>; replaced by the solutions.</param>
    public static void CholeskySolve(Matrix factor, Matrix rows)
    {
        ArgumentNullException.ThrowIfNull(factor);
        ArgumentNullException.ThrowIfNull(rows);
        if (factor.Rows >= SmallCholesky.Limit && Mkl.IsAvailable)
        {
            TiledDense.CholeskySolve(factor, rows);
            return;
        }
        for (int row = 0; row < rows.Rows; row++) CholeskySolve(factor, rows.Row(row));
    }

    /// <summary>Inverse from a Cholesky factor: (L Lᵀ)⁻¹, symmetric.</summary>
    /// <param name="factor">Lower Cholesky factor.</param>
    public static Matrix CholeskyInverse(Matrix factor)
    {
        ArgumentNullException.ThrowIfNull(factor);
        var inverse = new Matrix(factor.Rows, factor.Rows);
        for (int i = 0; i < factor.Rows; i++)
        {
            inverse[i, i] = 1;
            CholeskySolve(factor, inverse.Row(i));
        }
        return inverse;
    }

    /// <summary>Eigenvalues, ascending, and eigenvectors of a symmetric matrix.</summary>
    /// <param name="a">Symmetric matrix, of which the lower triangle is read; kept.</param>
    /// <returns>Values <c>[n]</c> and vectors as the rows of <c>[n, n]</c>.</returns>
    public static (double[] Values, Matrix Vectors) SymmetricEigen(Matrix a)
    {
        ArgumentNullException.ThrowIfNull(a);
        if (a.Rows != a.Columns) throw new ArgumentException($"a {a.Rows} x {a.Columns} matrix has no symmetric eigenvalues", nameof(a));
        if (!Mkl.IsAvailable) return TorchDense.SymmetricEigen(a);
        (double[] Values, Matrix Vectors) eigen = default;
        Mkl.WithThreads(1, () => eigen = MklDense.SymmetricEigen(a));
        return eigen;
    }
}
