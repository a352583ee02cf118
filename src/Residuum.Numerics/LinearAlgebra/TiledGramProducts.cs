using System.Buffers;
using System.Numerics.Tensors;
using Residuum.Numerics.Native;

namespace Residuum.Numerics.LinearAlgebra;

/// <summary>Sums of elementwise products of Gram matrices, a tile at a time: both factors of a tile stay in cache.</summary>
internal static class TiledGramProducts
{
    private const int Tile = 128;

    public static Matrix LowerSum(IReadOnlyList<GramProduct> terms, int rows)
    {
        var sum = new Matrix(rows, rows);
        int tiles = (rows + Tile - 1) / Tile;
        long work = terms.Sum(term => (long)rows * rows * (term.A.Columns + (term.B?.Columns ?? 0)));
        TiledDense.InParallel(tiles * (tiles + 1) / 2, work, job =>
        {
            var (row, column) = Place(job);
            Add(terms, sum, row * Tile, column * Tile);
        });
        return sum;
    }

    /// <summary>Tiles of the lower triangle, row by row.</summary>
    private static (int Row, int Column) Place(int job)
    {
        int row = (int)((Math.Sqrt((8.0 * job) + 1) - 1) / 2);
        return (row, job - (row * (row + 1) / 2));
    }

    private static void Add(IReadOnlyList<GramProduct> terms, Matrix sum, int row, int column)
    {
        int rows = Math.Min(Tile, sum.Rows - row), columns = Math.Min(Tile, sum.Rows - column), size = rows * columns;
        double[] buffer = ArrayPool<double>.Shared.Rent(2 * size);
        Span<double> left = buffer.AsSpan(0, size), right = buffer.AsSpan(size, size);
        foreach (var (a, b) in terms)
        {
            Product(a, row, rows, column, columns, left);
            if (b is not null)
            {
                Product(b, row, rows, column, columns, right);
                TensorPrimitives.Multiply(left, right, left);
            }
            for (int i = 0; i < rows; i++)
            {
                var target = sum.Row(row + i).Slice(column, columns);
                TensorPrimitives.Add(target, left.Slice(i * columns, columns), target);
            }
        }
        ArrayPool<double>.Shared.Return(buffer);
    }

    private static void Product(Matrix a, int row, int rows, int column, int columns, Span<double> product)
    {
        if (Mkl.IsAvailable)
        {
            Operand left = Operand.Of(a), right = Operand.Of(a, transposed: true);
            MklDense.Multiply(left.From(row, 0), left, right.From(0, column), right, product, columns, rows, columns, a.Columns);
            return;
        }
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++) product[(i * columns) + j] = TensorPrimitives.Dot<double>(a.Row(row + i), a.Row(column + j));
        }
    }
}
