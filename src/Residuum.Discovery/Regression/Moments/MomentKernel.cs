using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Residuum.Discovery.Regression;

/// <summary>Zᵀ Z of a block of rows that fits the first-level cache, in tiles of 4 x 16 held in registers.</summary>
/// <remarks>Every element is one chain of fused multiply-adds over the rows, so its bits depend on no vector width.
/// A call into a BLAS for blocks of this size costs more than the work, and its order of summation depends on the thread count.</remarks>
internal static class MomentKernel
{
    /// <summary>Rows of a block: 64 rows of 32 columns are 16 kB.</summary>
    public const int BlockRows = 64;

    private const int TileRows = 4, TileColumns = 16;

    /// <summary>Columns rounded up to whole tiles.</summary>
    public static int Stride(int columns) => (columns + TileColumns - 1) / TileColumns * TileColumns;

    /// <summary>Writes Zᵀ Z; tiles wholly below the diagonal are left alone.</summary>
    /// <param name="block">Z, <c>[rows, stride]</c>, zeros in the padding.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="stride">A multiple of 16.</param>
    /// <param name="product"><c>[stride, stride]</c>.</param>
    public static void Square(ReadOnlySpan<double> block, int rows, int stride, Span<double> product)
    {
        if (block.Length < rows * stride || product.Length < stride * stride || stride % TileColumns != 0)
            throw new ArgumentException($"a block of {block.Length} and a product of {product.Length} values for {rows} rows of {stride}");
        for (int i = 0; i < stride; i += TileRows)
        {
            for (int j = i / TileColumns * TileColumns; j < stride; j += TileColumns)
                Tile(block, rows, stride, i, j, product);
        }
    }

    // Eight accumulators hide the latency of the fused multiply-add; bounds were checked above.
    private static void Tile(ReadOnlySpan<double> block, int rows, int stride, int i, int j, Span<double> product)
    {
        Vector512<double> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
        ref double row = ref MemoryMarshal.GetReference(block);
        for (int r = 0; r < rows; r++)
        {
            var left = Vector512.LoadUnsafe(ref row, (nuint)j);
            var right = Vector512.LoadUnsafe(ref row, (nuint)(j + 8));
            ref double factor = ref Unsafe.Add(ref row, i);
            Add(ref a0, ref a1, factor, left, right);
            Add(ref b0, ref b1, Unsafe.Add(ref factor, 1), left, right);
            Add(ref c0, ref c1, Unsafe.Add(ref factor, 2), left, right);
            Add(ref d0, ref d1, Unsafe.Add(ref factor, 3), left, right);
            row = ref Unsafe.Add(ref row, stride);
        }
        Store(a0, a1, product[((i * stride) + j)..]);
        Store(b0, b1, product[(((i + 1) * stride) + j)..]);
        Store(c0, c1, product[(((i + 2) * stride) + j)..]);
        Store(d0, d1, product[(((i + 3) * stride) + j)..]);
    }

    private static void Add(ref Vector512<double> sumLeft, ref Vector512<double> sumRight, double factor, Vector512<double> left, Vector512<double> right)
    {
        var broadcast = Vector512.Create(factor);
        sumLeft = Vector512.FusedMultiplyAdd(broadcast, left, sumLeft);
        sumRight = Vector512.FusedMultiplyAdd(broadcast, right, sumRight);
    }

    private static void Store(Vector512<double> left, Vector512<double> right, Span<double> target)
    {
        left.CopyTo(target);
        right.CopyTo(target[8..]);
    }
}
