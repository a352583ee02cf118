namespace Residuum.Data.Hdf5;

/// <summary>How the values of a dataset are stored.</summary>
internal abstract record Layout
{
    public static Layout Read(Cursor block)
    {
        int version = block.Expect("the version of a data layout", 3, 4);
        int kind = block.Byte();
        return kind switch
        {
            0 => new Compact(block.Take(block.UInt16()).ToArray()),
            1 => new Contiguous(block.Offset(), block.Length()),
            2 when version == 3 => Chunks3(block),
            2 => Chunks4(block),
            3 => throw block.Error("a virtual dataset, whose values are in other files, is not read", remedy: "copy it with h5repack"),
            _ => throw block.Error("unknown kind of data layout", $"{kind}"),
        };
    }

    private static Chunked Chunks3(Cursor block)
    {
        int rank = Rank(block);
        long address = block.Offset();
        var lengths = new long[rank];
        foreach (ref long length in lengths.AsSpan()) length = block.UInt32();
        return new Chunked(Checked(block, lengths), new IndexedByBTree1(address));
    }

    private static Chunked Chunks4(Cursor block)
    {
        int flags = block.Byte();
        int rank = Rank(block);
        int size = block.Expect("the size of chunk lengths", 1, 2, 3, 4, 5, 6, 7, 8);
        var lengths = new long[rank];
        foreach (ref long length in lengths.AsSpan()) length = block.Number(size);
        block.Skip(size); // the element's size stands as a last length
        int kind = block.Byte();
        ChunkIndex index = kind switch
        {
            1 when (flags & 2) != 0 => SingleFiltered(block),
            1 => new SingleChunk(block.Offset(), Size: null, Mask: 0),
            2 => new ImplicitChunks(block.Offset()),
            3 => FixedArrayOf(block),
            4 => ExtensibleArrayOf(block),
            5 => BTree2Of(block),
            _ => throw block.Error("unknown kind of chunk index", $"{kind}"),
        };
        return new Chunked(Checked(block, lengths), index);
    }

    private static SingleChunk SingleFiltered(Cursor block)
    {
        long size = block.Length(), mask = block.UInt32();
        return new SingleChunk(block.Offset(), size, mask);
    }

    private static FixedArray FixedArrayOf(Cursor block)
    {
        block.Skip(1);
        return new FixedArray(block.Offset());
    }

    private static ExtensibleArray ExtensibleArrayOf(Cursor block)
    {
        block.Skip(5);
        return new ExtensibleArray(block.Offset());
    }

    private static IndexedByBTree2 BTree2Of(Cursor block)
    {
        block.Skip(6);
        return new IndexedByBTree2(block.Offset());
    }

    /// <summary>The stored rank counts the element's bytes as one more dimension.</summary>
    private static int Rank(Cursor block) => block.Byte() is var rank and >= 2 and <= 33 ? rank - 1 : throw block.Error("wrong rank of a chunk");

    private static long[] Checked(Cursor block, long[] lengths)
    {
        Int128 count = 1;
        foreach (long length in lengths)
        {
            count *= length;
            if (length < 1 || count > int.MaxValue) throw block.Error("impossible size of a chunk", string.Join(" x ", lengths), "1 to 2147483647 elements");
        }
        return lengths;
    }
}

/// <summary>Values inside the object header.</summary>
/// <param name="Bytes">The values.</param>
internal sealed record Compact(byte[] Bytes) : Layout;

/// <summary>Values in one piece.</summary>
/// <param name="Address">Where; undefined when nothing was written.</param>
/// <param name="Size">Bytes.</param>
internal sealed record Contiguous(long Address, long Size) : Layout;

/// <summary>Values in chunks of equal shape.</summary>
/// <param name="Lengths">Shape of a chunk.</param>
/// <param name="Index">Where the chunks are.</param>
internal sealed record Chunked(long[] Lengths, ChunkIndex Index) : Layout;
