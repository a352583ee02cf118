namespace Residuum.Data.Arrays;

/// <summary>Copies the parts of chunks that lie in some rows of an array.</summary>
/// <param name="lengths">Shape of the array; at least one dimension.</param>
/// <param name="chunkLengths">Shape of a chunk.</param>
/// <param name="size">Bytes of an element.</param>
internal sealed class ChunkWindow(long[] lengths, long[] chunkLengths, int size)
{
    /// <summary>Copies one chunk's part, run by run along the last dimension.</summary>
    /// <param name="chunk">A whole chunk, in C order.</param>
    /// <param name="place">Its place among the chunks.</param>
    /// <param name="result">The rows, in C order.</param>
    /// <param name="first">First row.</param>
    /// <param name="rows">Number of rows.</param>
    public void Copy(ReadOnlySpan<byte> chunk, ReadOnlySpan<long> place, Span<byte> result, long first, long rows)
    {
        int rank = lengths.Length;
        Span<long> low = stackalloc long[rank], high = stackalloc long[rank], at = stackalloc long[rank];
        for (int axis = 0; axis < rank; axis++)
        {
            long start = place[axis] * chunkLengths[axis];
            low[axis] = axis == 0 ? Math.Max(start, first) : start;
            high[axis] = Math.Min(start + chunkLengths[axis], axis == 0 ? first + rows : lengths[axis]);
            at[axis] = low[axis];
        }
        int run = (int)(high[^1] - low[^1]) * size;
        do
        {
            long from = 0, to = 0;
            for (int axis = 0; axis < rank; axis++)
            {
                from = from * chunkLengths[axis] + at[axis] - place[axis] * chunkLengths[axis];
                to = to * lengths[axis] + at[axis] - (axis == 0 ? first : 0);
            }
            chunk.Slice((int)(from * size), run).CopyTo(result[(int)(to * size)..]);
        }
        while (Advance(at, low, high));
    }

    private static bool Advance(Span<long> at, ReadOnlySpan<long> low, ReadOnlySpan<long> high)
    {
        for (int axis = at.Length - 2; axis >= 0; axis--)
        {
            if (++at[axis] < high[axis]) return true;
            at[axis] = low[axis];
        }
        return false;
    }
}
