using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Residuum.Discovery.Regression;

/// <summary>Adds Zᵀ Z of a block of rows that fits the first-level cache, in tiles of eight rows and one register of columns.</summary>
/// <remarks>Every element is one chain of fused multiply-adds over the rows, so its bits depend on no vector width.
/// A call into a BLAS for blocks of this size costs more than the work, and its order of summation depends on the thread count.</remarks>
internal static class MomentKernel
{
    /// <summary>Rows of a block: 64 rows of 32 columns are 16 kB.</summary>
    public const int BlockRows = 64;

    private const int TileRows = 8;

    /// <summary>Columns rounded up to whole tiles.</summary>
    public static int Stride(int columns) => (columns + TileRows - 1) / TileRows * TileRows;

    /// <summary>product += Zᵀ Z; tiles wholly below the diagonal are left alone.</summary>
    /// <param name="block">Z, <c>[rows, stride]</c>, zeros in the padding.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="stride">A multiple of 8.</param>
    /// <param name="product"><c>[stride, stride]</c>.</param>
    public static void AddSquare(ReadOnlySpan<double> block, int rows, int stride, Span<double> product)
    {
        if (block.Length < rows * stride || product.Length < stride * stride || stride % TileRows != 0)
            throw new ArgumentException($"a block of {block.Length} and a product of {product.Length} values for {rows} rows of {stride}");
        if (Vector512.IsHardwareAccelerated) AddSquare<Lanes8>(block, rows, stride, product);
        else AddSquare<Lanes4>(block, rows, stride, product);
    }

    /// <summary>The same with registers of a given width.</summary>
    internal static void AddSquare<T>(ReadOnlySpan<double> block, int rows, int stride, Span<double> product)
        where T : struct, ILanes<T>
    {
        for (int i = 0; i < stride; i += TileRows)
        {
            for (int j = i; j < stride; j += T.Count) Tile<T>(block, rows, stride, i, j, ref product[(i * stride) + j]);
        }
    }

    // Eight accumulators hide the latency of the fused multiply-add; bounds were checked above.
    private static void Tile<T>(ReadOnlySpan<double> block, int rows, int stride, int i, int j, ref double product)
        where T : struct, ILanes<T>
    {
        nuint down = (nuint)stride;
        T s0 = T.Load(ref product, 0), s1 = T.Load(ref product, down), s2 = T.Load(ref product, 2 * down), s3 = T.Load(ref product, 3 * down);
        T s4 = T.Load(ref product, 4 * down), s5 = T.Load(ref product, 5 * down), s6 = T.Load(ref product, 6 * down), s7 = T.Load(ref product, 7 * down);
        ref double row = ref MemoryMarshal.GetReference(block);
        for (int r = 0; r < rows; r++)
        {
            T columns = T.Load(ref row, (nuint)j);
            ref double z = ref Unsafe.Add(ref row, i);
            s0 = T.MultiplyAdd(T.Broadcast(z), columns, s0);
            s1 = T.MultiplyAdd(T.Broadcast(Unsafe.Add(ref z, 1)), columns, s1);
            s2 = T.MultiplyAdd(T.Broadcast(Unsafe.Add(ref z, 2)), columns, s2);
            s3 = T.MultiplyAdd(T.Broadcast(Unsafe.Add(ref z, 3)), columns, s3);
            s4 = T.MultiplyAdd(T.Broadcast(Unsafe.Add(ref z, 4)), columns, s4);
            s5 = T.MultiplyAdd(T.Broadcast(Unsafe.Add(ref z, 5)), columns, s5);
            s6 = T.MultiplyAdd(T.Broadcast(Unsafe.Add(ref z, 6)), columns, s6);
            s7 = T.MultiplyAdd(T.Broadcast(Unsafe.Add(ref z, 7)), columns, s7);
            row = ref Unsafe.Add(ref row, stride);
        }
        s0.Store(ref product, 0);
        s1.Store(ref product, down);
        s2.Store(ref product, 2 * down);
        s3.Store(ref product, 3 * down);
        s4.Store(ref product, 4 * down);
        s5.Store(ref product, 5 * down);
        s6.Store(ref product, 6 * down);
        s7.Store(ref product, 7 * down);
    }
}
