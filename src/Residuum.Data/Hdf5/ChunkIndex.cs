namespace Residuum.Data.Hdf5;

/// <summary>A stored chunk.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Size">Stored bytes.</param>
/// <param name="Mask">Bits of the filters that were left out.</param>
internal readonly record struct StoredChunk(long Address, long Size, long Mask);

/// <summary>Where the chunks of a dataset are: all that are stored, by their number in C order.</summary>
internal abstract record ChunkIndex
{
    public abstract Dictionary<long, StoredChunk> Read(ChunkGrid grid);

    /// <summary>An entry of a fixed or extensible array: address, and size and mask where there are filters.</summary>
    protected static StoredChunk Entry(Cursor block, ChunkGrid grid, int entrySize)
    {
        long address = block.Offset();
        if (!grid.IsFiltered) return new StoredChunk(address, grid.ChunkBytes, 0);
        long size = block.Number(entrySize - grid.File.OffsetSize - 4);
        return new StoredChunk(address, size, block.UInt32());
    }
}

/// <summary>The only chunk.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Size">Stored bytes, where there are filters.</param>
/// <param name="Mask">Bits of the filters that were left out.</param>
internal sealed record SingleChunk(long Address, long? Size, long Mask) : ChunkIndex
{
    public override Dictionary<long, StoredChunk> Read(ChunkGrid grid) =>
        Address < 0 ? [] : new() { [0] = new StoredChunk(Address, Size ?? grid.ChunkBytes, Mask) };
}

/// <summary>All chunks one after the other, never filtered.</summary>
/// <param name="Address">Where the first is.</param>
internal sealed record ImplicitChunks(long Address) : ChunkIndex
{
    public override Dictionary<long, StoredChunk> Read(ChunkGrid grid)
    {
        var chunks = new Dictionary<long, StoredChunk>();
        if (Address < 0) return chunks;
        long count = grid.ArrayCount();
        if (count > grid.File.Length / grid.ChunkBytes) throw grid.File.Error(Address, "the chunks lie outside the file");
        for (long i = 0; i < count; i++) grid.Put(chunks, i, new StoredChunk(Address + i * grid.ChunkBytes, grid.ChunkBytes, 0));
        return chunks;
    }
}

/// <summary>A version 1 B-tree over the chunks' first elements.</summary>
/// <param name="Address">Its root.</param>
internal sealed record IndexedByBTree1(long Address) : ChunkIndex
{
    public override Dictionary<long, StoredChunk> Read(ChunkGrid grid)
    {
        var chunks = new Dictionary<long, StoredChunk>();
        var place = new long[grid.Counts.Length];
        if (Address < 0) return chunks;
        BTree1.Visit(grid.File, Address, BTree1.ChunkNodes, keySize: 8 + 8 * (place.Length + 1), (key, child) =>
        {
            long size = key.UInt32(), mask = key.UInt32();
            for (int i = 0; i < place.Length; i++) place[i] = key.Number(8) / grid.ChunkLengths[i];
            if (grid.Holds(place)) chunks[grid.NumberOf(place)] = new StoredChunk(child, size, mask);
        });
        return chunks;
    }
}

/// <summary>A version 2 B-tree over the chunks' places.</summary>
/// <param name="Address">Its header.</param>
internal sealed record IndexedByBTree2(long Address) : ChunkIndex
{
    public override Dictionary<long, StoredChunk> Read(ChunkGrid grid)
    {
        var chunks = new Dictionary<long, StoredChunk>();
        var place = new long[grid.Counts.Length];
        if (Address < 0) return chunks;
        BTree2.Visit(grid.File, Address, record =>
        {
            long address = record.Offset(), size = grid.ChunkBytes, mask = 0;
            if (grid.IsFiltered) (size, mask) = (record.Number(grid.SizeBytes), record.UInt32());
            foreach (ref long index in place.AsSpan()) index = record.Number(8);
            if (grid.Holds(place)) chunks[grid.NumberOf(place)] = new StoredChunk(address, size, mask);
        });
        return chunks;
    }
}
