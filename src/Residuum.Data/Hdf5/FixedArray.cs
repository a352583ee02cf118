namespace Residuum.Data.Hdf5;

/// <summary>A fixed array of chunk addresses: a dataset that can not grow.</summary>
/// <param name="Address">Its header.</param>
internal sealed record FixedArray(long Address) : ChunkIndex
{
    public override Dictionary<long, StoredChunk> Read(ChunkGrid grid)
    {
        var chunks = new Dictionary<long, StoredChunk>();
        var file = grid.File;
        if (Address < 0) return chunks;
        var header = file.Block(Address, 8 + file.LengthSize + file.OffsetSize, "a fixed array");
        header.Expect("FAHD"u8);
        header.Expect("its version", 0);
        header.Skip(1);
        int entrySize = header.Byte(), pageBits = header.Byte();
        long entries = header.Length(), data = header.Offset();
        if (data < 0) return chunks;
        if (entries < 0 || entries != grid.ArrayCount() || pageBits > 31 || entrySize < file.OffsetSize + (grid.IsFiltered ? 5 : 0)) throw header.Error("the array does not fit the chunks");

        long pageEntries = 1L << pageBits, pages = entries > pageEntries ? (entries + pageEntries - 1) / pageEntries : 0;
        long at = data + 6 + file.OffsetSize;
        if (pages > 0)
        {
            var bitmap = file.Block(at, (pages + 7) / 8, "a fixed array's pages").Take((int)((pages + 7) / 8)).ToArray();
            at += bitmap.Length + 4;
            for (long page = 0; page < pages; page++, at += pageEntries * entrySize + 4)
            {
                // Bits count from the most significant one; a page that is not marked was never written.
                if ((bitmap[page / 8] & 0x80 >> (int)(page % 8)) != 0) Entries(at, page * pageEntries, Math.Min(pageEntries, entries - page * pageEntries));
            }
        }
        else
        {
            Entries(at, 0, entries);
        }
        return chunks;

        void Entries(long from, long first, long count)
        {
            var block = file.Block(from, count * entrySize, "a fixed array's entries");
            for (long i = 0; i < count; i++)
            {
                var chunk = Entry(block.Part(entrySize, "an entry"), grid, entrySize);
                if (chunk.Address >= 0) grid.Put(chunks, first + i, chunk);
            }
        }
    }
}
