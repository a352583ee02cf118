using Residuum.Numerics.Native;

namespace Residuum.Numerics.LinearAlgebra;

/// <summary>Large products and factorisations, cut into tiles that depend on the sizes alone; each tile is one call on one thread.</summary>
/// <remarks>So the bits are the same at any thread count, which MKL's own threads do not give, and small work never waits for
/// threads on a busy machine: that cost up to a hundred times the work.</remarks>
internal static class TiledDense
{
    private const int Tile = 256, CholeskyTile = 128;

    /// <summary>With fewer tiles than this, a long inner size is cut too.</summary>
    private const int FewTiles = 8;

    private const int InnerPart = 2048, MaxParts = 16;

    /// <summary>Multiply-adds from which a second thread pays.</summary>
    private const long ParallelWork = 1_000_000;

    /// <summary>C = op(A) op(B).</summary>
    public static void Multiply(Operand a, Operand b, Matrix c, int inner)
    {
        var tiles = new List<(int Row, int Column)>();
        for (int row = 0; row < c.Rows; row += Tile)
        {
            for (int column = 0; column < c.Columns; column += Tile) tiles.Add((row, column));
        }
        Multiply(a, b, c, inner, tiles);
    }

    /// <summary>The tiles of C = op(A) op(B) on and below the diagonal, for a symmetric C.</summary>
    public static void MultiplyLower(Operand a, Operand b, Matrix c, int inner)
    {
        var tiles = new List<(int Row, int Column)>();
        for (int row = 0; row < c.Rows; row += Tile)
        {
            for (int column = 0; column <= row; column += Tile) tiles.Add((row, column));
        }
        Multiply(a, b, c, inner, tiles);
    }

    /// <summary>Lower Cholesky factor in place, block column by block column; what stands above the diagonal tiles is kept.</summary>
    public static bool TryCholesky(Matrix a)
    {
        int n = a.Rows;
        bool positive = true;
        for (int k = 0; positive && k < n; k += CholeskyTile)
        {
            int width = Math.Min(CholeskyTile, n - k), tilesBelow = (n - k - 1) / CholeskyTile;
            Mkl.WithThreads(1, () => positive = FactorDiagonal(a, k, width));
            if (positive) InParallel(tilesBelow, (long)(n - k) * width * (k + width), tile => SolveTile(a, k, width, k + ((tile + 1) * CholeskyTile)));
        }
        return positive;
    }

    /// <summary>Solves L Lᵀ x = b for every row b.</summary>
    public static void CholeskySolve(Matrix factor, Matrix rows)
    {
        int n = factor.Rows, parts = (rows.Rows + CholeskyTile - 1) / CholeskyTile;
        InParallel(parts, (long)rows.Rows * n * n, part =>
        {
            int from = part * CholeskyTile;
            MklDense.CholeskySolve(factor, rows.Values.AsSpan(from * n), Math.Min(CholeskyTile, rows.Rows - from));
        });
    }

    private static void Multiply(Operand a, Operand b, Matrix c, int inner, List<(int Row, int Column)> tiles)
    {
        int parts = tiles.Count >= FewTiles ? 1 : Math.Clamp(inner / InnerPart, 1, MaxParts);
        int length = (inner + parts - 1) / parts;
        Matrix[] sums = [c, .. Enumerable.Range(1, parts - 1).Select(_ => new Matrix(c.Rows, c.Columns))];
        InParallel(tiles.Count * parts, (long)c.Rows * c.Columns * inner, job =>
        {
            var (row, column) = tiles[job % tiles.Count];
            int part = job / tiles.Count, from = part * length;
            MklDense.Multiply(
                a.From(row, from), a, b.From(from, column), b, sums[part].Values.AsSpan((row * c.Columns) + column), c.Columns,
                Math.Min(Tile, c.Rows - row), Math.Min(Tile, c.Columns - column), Math.Min(length, inner - from));
        });
        foreach (var sum in sums.Skip(1)) System.Numerics.Tensors.TensorPrimitives.Add(c.Values, sum.Values, c.Values);
    }

    /// <summary>L_kk L_kkᵀ = A_kk - Σ_j L_kj L_kjᵀ.</summary>
    private static bool FactorDiagonal(Matrix a, int k, int width)
    {
        Subtract(a, k, width, k, width);
        return MklDense.TryCholesky(a.Values.AsSpan((k * a.Columns) + k), width, a.Columns);
    }

    /// <summary>L_ik = (A_ik - Σ_j L_ij L_kjᵀ) L_kk⁻ᵀ.</summary>
    private static void SolveTile(Matrix a, int k, int width, int row)
    {
        int rows = Math.Min(CholeskyTile, a.Rows - row);
        Subtract(a, row, rows, k, width);
        MklDense.SolveTransposed(a.Values.AsSpan((k * a.Columns) + k), a.Values.AsSpan((row * a.Columns) + k), rows, width, a.Columns);
    }

    private static void Subtract(Matrix a, int row, int rows, int k, int width)
    {
        if (k == 0) return;
        Operand left = Operand.Of(a), right = Operand.Of(a, transposed: true);
        MklDense.Multiply(left.From(row, 0), left, right.From(0, k), right, a.Values.AsSpan((row * a.Columns) + k), a.Columns, rows, width, k, factor: -1, keep: 1);
    }

    /// <summary>Runs jobs of one MKL thread each, side by side where the work pays for it.</summary>
    public static void InParallel(int jobs, long work, Action<int> job)
    {
        void One(int index) => Mkl.WithThreads(1, () => job(index));
        if (jobs > 1 && work >= ParallelWork)
        {
            Parallel.For(0, jobs, One);
            return;
        }
        for (int index = 0; index < jobs; index++) One(index);
    }
}
