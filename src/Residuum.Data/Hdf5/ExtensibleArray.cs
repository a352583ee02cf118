using System.Numerics;

namespace Residuum.Data.Hdf5;

/// <summary>An extensible array of chunk addresses: a dataset that grows in one dimension.</summary>
/// <param name="Address">Its header.</param>
internal sealed record ExtensibleArray(long Address) : ChunkIndex
{
    public override Dictionary<long, StoredChunk> Read(ChunkGrid grid)
    {
        if (Address < 0) return [];
        return new Walk(grid, Address).Chunks;
    }

    /// <summary>Reads index block, data blocks and secondary blocks; super block u has 2^(u/2) data blocks of 2^((u+1)/2) times the least number of entries.</summary>
    private sealed class Walk
    {
        private readonly ChunkGrid _grid;
        private readonly Container _file;
        private readonly int _entrySize, _minEntries, _pageBits, _offsetBytes;
        private readonly long _count;
        private long _next;

        public Walk(ChunkGrid grid, long address)
        {
            (_grid, _file, _count) = (grid, grid.File, grid.ArrayCount());
            var header = _file.Block(address, 12 + 6 * _file.LengthSize + _file.OffsetSize, "an extensible array");
            header.Expect("EAHD"u8);
            header.Expect("its version", 0);
            header.Skip(1);
            _entrySize = header.Byte();
            int maxBits = header.Byte(), indexEntries = header.Byte();
            _minEntries = header.Byte();
            int minPointers = header.Byte();
            _pageBits = header.Byte();
            header.Skip(6L * _file.LengthSize);
            long indexBlock = header.Offset();
            if (maxBits is 0 or > 63 || _minEntries == 0 || minPointers == 0 || _pageBits > 31 || _entrySize < _file.OffsetSize + (grid.IsFiltered ? 5 : 0))
                throw header.Error("impossible sizes of an extensible array");
            _offsetBytes = (maxBits + 7) / 8;
            if (indexBlock >= 0) IndexBlock(indexBlock, indexEntries, minPointers, maxBits);
        }

        public Dictionary<long, StoredChunk> Chunks { get; } = [];

        private bool Done => _next >= _count;

        private void IndexBlock(long address, int entries, int minPointers, int maxBits)
        {
            int direct = 2 * (minPointers - 1), first = 2 * BitOperations.Log2((uint)minPointers);
            int supers = Math.Max(0, 1 + maxBits - BitOperations.Log2((uint)_minEntries) - first);
            long length = 6 + _file.OffsetSize + (long)entries * _entrySize + ((long)direct + supers) * _file.OffsetSize;
            var block = _file.Block(address, length, "an extensible array's index block");
            block.Expect("EAIB"u8);
            block.Skip(2 + _file.OffsetSize);
            Entries(block, entries);
            for (int super = 0; super < first; super++)
            {
                for (int i = 0; i < 1 << super / 2 && !Done; i++) DataBlock(block.Offset(), EntriesOf(super), pages: null);
            }
            for (int super = first; super < first + supers && !Done; super++) SecondaryBlock(block.Offset(), super);
        }

        private long EntriesOf(int super) => (long)_minEntries << (super + 1) / 2;

        private void SecondaryBlock(long address, int super)
        {
            long blocks = 1L << super / 2, entries = EntriesOf(super);
            if (address < 0)
            {
                _next += blocks * entries;
                return;
            }
            long pages = entries > 1L << _pageBits ? entries >> _pageBits : 0, bitmapBytes = (pages + 7) / 8;
            var block = _file.Block(address, 6 + _file.OffsetSize + _offsetBytes + blocks * (bitmapBytes + _file.OffsetSize), "an extensible array's secondary block");
            block.Expect("EASB"u8);
            block.Skip(2 + _file.OffsetSize + _offsetBytes);
            var bitmaps = block.Part(blocks * bitmapBytes, "an extensible array's pages");
            for (long i = 0; i < blocks && !Done; i++) DataBlock(block.Offset(), entries, pages == 0 ? null : bitmaps.Take((int)bitmapBytes).ToArray());
        }

        private void DataBlock(long address, long entries, byte[]? pages)
        {
            if (address < 0)
            {
                _next += entries;
                return;
            }
            long at = address + 6 + _file.OffsetSize + _offsetBytes;
            if (pages is null)
            {
                Entries(_file.Block(at, Math.Min(entries, _count - _next) * _entrySize, "an extensible array's data block"), entries);
                return;
            }
            long pageEntries = 1L << _pageBits;
            at += 4; // the prefix has its own checksum, and so has every page
            for (long page = 0; page < entries >> _pageBits && !Done; page++, at += pageEntries * _entrySize + 4)
            {
                if ((pages[page / 8] & 0x80 >> (int)(page % 8)) == 0) _next += pageEntries;
                else Entries(_file.Block(at, Math.Min(pageEntries, _count - _next) * _entrySize, "an extensible array's page"), pageEntries);
            }
        }

        /// <summary>Entries beyond the last chunk are passed over.</summary>
        private void Entries(Cursor block, long count)
        {
            long used = Math.Min(count, Math.Max(0, _count - _next));
            for (long i = 0; i < used; i++)
            {
                var chunk = Entry(block.Part(_entrySize, "an entry"), _grid, _entrySize);
                if (chunk.Address >= 0) _grid.Put(Chunks, _next + i, chunk);
            }
            if (count > used && block.Remaining >= (count - used) * _entrySize) block.Skip((count - used) * _entrySize);
            _next += count;
        }
    }
}
