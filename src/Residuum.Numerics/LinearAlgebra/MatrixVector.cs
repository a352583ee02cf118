using System.Numerics.Tensors;

namespace Residuum.Numerics.LinearAlgebra;

/// <summary>Products of a matrix and a vector: each sum runs in one fixed order, so that the result never depends on threads.</summary>
public static class MatrixVector
{
    /// <summary>Columns that one thread works on in a transposed product: a strip of the result stays in its first-level cache.</summary>
    private const int Strip = 512;

    /// <summary>Rows that one thread works on in a plain product.</summary>
    private const int Block = 64;

    /// <summary>Numbers in the matrix from which a second thread pays.</summary>
    private const int ParallelSize = 200_000;

    /// <summary>A x.</summary>
    /// <param name="a">Matrix <c>[rows, columns]</c>.</param>
    /// <param name="x">Vector <c>[columns]</c>.</param>
    public static double[] Multiply(Matrix a, double[] x)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(x);
        if (x.Length != a.Columns) throw new ArgumentException($"{x.Length} numbers for {a.Columns} columns", nameof(x));
        var product = new double[a.Rows];
        InParts(a, (a.Rows + Block - 1) / Block, block =>
        {
            for (int row = block * Block; row < Math.Min(a.Rows, (block + 1) * Block); row++) product[row] = TensorPrimitives.Dot<double>(a.Row(row), x);
        });
        return product;
    }

    /// <summary>Aᵀ x.</summary>
    /// <param name="a">Matrix <c>[rows, columns]</c>.</param>
    /// <param name="x">Vector <c>[rows]</c>.</param>
    public static double[] MultiplyTransposed(Matrix a, double[] x)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(x);
        if (x.Length != a.Rows) throw new ArgumentException($"{x.Length} numbers for {a.Rows} rows", nameof(x));
        var product = new double[a.Columns];
        InParts(a, (a.Columns + Strip - 1) / Strip, strip =>
        {
            var part = product.AsSpan(strip * Strip, Math.Min(Strip, a.Columns - (strip * Strip)));
            for (int row = 0; row < a.Rows; row++) TensorPrimitives.MultiplyAdd(a.Row(row).Slice(strip * Strip, part.Length), x[row], part, part);
        });
        return product;
    }

    internal static void InParts(Matrix a, int parts, Action<int> work)
    {
        if (a.Values.Length >= ParallelSize)
        {
            Parallel.For(0, parts, work);
            return;
        }
        for (int part = 0; part < parts; part++) work(part);
    }
}
