using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Residuum.Discovery.Regression;

/// <summary>Zᵀ Z of a block of rows that fits the first-level cache, in tiles of four rows and two registers of columns.</summary>
/// <remarks>Every element is one chain of fused multiply-adds over the rows, so its bits depend on no vector width.
/// A call into a BLAS for blocks of this size costs more than the work, and its order of summation depends on the thread count.</remarks>
internal static class MomentKernel
{
    /// <summary>Rows of a block: 64 rows of 32 columns are 16 kB.</summary>
    public const int BlockRows = 64;

    private const int TileRows = 4, WidestTile = 16;

    /// <summary>Columns rounded up to whole tiles.</summary>
    public static int Stride(int columns) => (columns + WidestTile - 1) / WidestTile * WidestTile;

    /// <summary>Writes Zᵀ Z; tiles wholly below the diagonal are left alone.</summary>
    /// <param name="block">Z, <c>[rows, stride]</c>, zeros in the padding.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="stride">A multiple of 16.</param>
    /// <param name="product"><c>[stride, stride]</c>.</param>
    public static void Square(ReadOnlySpan<double> block, int rows, int stride, Span<double> product)
    {
        if (block.Length < rows * stride || product.Length < stride * stride || stride % WidestTile != 0)
            throw new ArgumentException($"a block of {block.Length} and a product of {product.Length} values for {rows} rows of {stride}");
        if (Vector512.IsHardwareAccelerated) Square<Lanes8>(block, rows, stride, product);
        else Square<Lanes4>(block, rows, stride, product);
    }

    /// <summary>The same with registers of a given width.</summary>
    internal static void Square<T>(ReadOnlySpan<double> block, int rows, int stride, Span<double> product)
        where T : struct, ILanes<T>
    {
        int width = 2 * T.Count;
        for (int i = 0; i < stride; i += TileRows)
        {
            for (int j = i / width * width; j < stride; j += width) Tile<T>(block, rows, stride, i, j, product);
        }
    }

    // Eight accumulators hide the latency of the fused multiply-add; bounds were checked above.
    private static void Tile<T>(ReadOnlySpan<double> block, int rows, int stride, int i, int j, Span<double> product)
        where T : struct, ILanes<T>
    {
        T a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
        ref double row = ref MemoryMarshal.GetReference(block);
        for (int r = 0; r < rows; r++)
        {
            T left = T.Load(ref row, (nuint)j), right = T.Load(ref row, (nuint)(j + T.Count));
            ref double factors = ref Unsafe.Add(ref row, i);
            T a = T.Broadcast(factors), b = T.Broadcast(Unsafe.Add(ref factors, 1));
            (a0, a1, b0, b1) = (T.MultiplyAdd(a, left, a0), T.MultiplyAdd(a, right, a1), T.MultiplyAdd(b, left, b0), T.MultiplyAdd(b, right, b1));
            T c = T.Broadcast(Unsafe.Add(ref factors, 2)), d = T.Broadcast(Unsafe.Add(ref factors, 3));
            (c0, c1, d0, d1) = (T.MultiplyAdd(c, left, c0), T.MultiplyAdd(c, right, c1), T.MultiplyAdd(d, left, d0), T.MultiplyAdd(d, right, d1));
            row = ref Unsafe.Add(ref row, stride);
        }
        Store(a0, a1, product[((i * stride) + j)..]);
        Store(b0, b1, product[(((i + 1) * stride) + j)..]);
        Store(c0, c1, product[(((i + 2) * stride) + j)..]);
        Store(d0, d1, product[(((i + 3) * stride) + j)..]);
    }

    private static void Store<T>(T left, T right, Span<double> target)
        where T : struct, ILanes<T>
    {
        left.Store(target);
        right.Store(target[T.Count..]);
    }
}
