using System.Numerics;

namespace Residuum.Data.Hdf5;

/// <summary>The grid of chunks that an index is asked about.</summary>
/// <param name="File">The file.</param>
/// <param name="Counts">Chunks along each dimension.</param>
/// <param name="MaxCounts">Chunks along each dimension when grown to its limit; -1 without limit.</param>
/// <param name="ChunkLengths">Shape of a chunk.</param>
/// <param name="ChunkBytes">Bytes of a chunk before the filters.</param>
/// <param name="IsFiltered">Whether there are filters.</param>
internal sealed record ChunkGrid(Container File, long[] Counts, long[] MaxCounts, long[] ChunkLengths, int ChunkBytes, bool IsFiltered)
{
    /// <summary>Bytes of the field that holds the size of a filtered chunk.</summary>
    public int SizeBytes => Math.Min(8, 1 + (BitOperations.Log2((uint)ChunkBytes) + 8) / 8);

    public static ChunkGrid Of(Container file, Dataspace space, long[] chunkLengths, int elementSize, bool isFiltered)
    {
        int rank = space.Lengths.Length;
        long chunkBytes = chunkLengths.Aggregate((long)elementSize, (size, length) => Math.Min(long.MaxValue / int.MaxValue, size * length));
        if (chunkLengths.Length != rank || chunkBytes > int.MaxValue) throw file.Error(0, "impossible shape of a chunk", string.Join(" x ", chunkLengths));
        long[] Chunks(long[] lengths) => [.. lengths.Select((length, i) => length < 0 ? -1 : length / chunkLengths[i] + (length % chunkLengths[i] == 0 ? 0 : 1))];
        return new ChunkGrid(file, Chunks(space.Lengths), Chunks(space.MaxLengths), chunkLengths, (int)chunkBytes, isFiltered);
    }

    /// <summary>Number of a chunk in C order.</summary>
    public long NumberOf(ReadOnlySpan<long> place)
    {
        long number = 0;
        for (int i = 0; i < place.Length; i++) number = number * Counts[i] + place[i];
        return number;
    }

    /// <summary>Place of a chunk's number.</summary>
    public long[] PlaceOf(long number)
    {
        var place = new long[Counts.Length];
        for (int i = place.Length - 1; i >= 0; i--) (number, place[i]) = Math.DivRem(number, Counts[i]);
        return place;
    }

    /// <summary>Whether a place lies on the grid.</summary>
    public bool Holds(ReadOnlySpan<long> place)
    {
        for (int i = 0; i < place.Length; i++)
        {
            if (place[i] < 0 || place[i] >= Counts[i]) return false;
        }
        return true;
    }

    /// <summary>Entries of an array that index it up to the present lengths: the growing dimension counts slowest, the others to their limits.</summary>
    public long ArrayCount()
    {
        Int128 count = 1;
        for (int i = 0; i < Counts.Length; i++)
        {
            count *= MaxCounts[i] < 0 ? Counts[i] : MaxCounts[i];
            if (count > long.MaxValue) throw File.Error(0, "more chunks than any file holds");
        }
        return (long)count;
    }

    /// <summary>Puts the chunk of an array's entry in its place, if it lies within the present lengths.</summary>
    public void Put(Dictionary<long, StoredChunk> chunks, long entry, StoredChunk chunk)
    {
        int growing = Math.Max(0, Array.IndexOf(MaxCounts, -1));
        Span<long> place = stackalloc long[Counts.Length];
        for (int i = Counts.Length - 1; i >= 0; i--)
        {
            if (i == growing) continue;
            place[i] = entry % Math.Max(1, MaxCounts[i]);
            entry /= Math.Max(1, MaxCounts[i]);
        }
        // Where nothing grows, the first dimension is the slowest anyway.
        if (place.Length > 0) place[growing] = entry;
        if (Holds(place)) chunks[NumberOf(place)] = chunk;
    }
}
