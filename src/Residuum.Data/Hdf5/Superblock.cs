namespace Residuum.Data.Hdf5;

/// <summary>The superblock, versions 0 to 3: sizes of addresses and lengths, and the root group.</summary>
internal static class Superblock
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'H', (byte)'D', (byte)'F', 0x0d, 0x0a, 0x1a, 0x0a];

    /// <summary>Reads it, configures the container and gives the address of the root group's object header.</summary>
    public static long Read(Container file)
    {
        long start = Find(file);
        var block = file.BlockUpTo(start, 128, "the superblock");
        block.Skip(Signature.Length);
        return block.Expect("its version", 0, 1, 2, 3) is var version and < 2 ? Read01(file, block, version, start) : Read23(file, block, start);
    }

    private static long Find(Container file)
    {
        for (long at = 0; at + Signature.Length <= file.Length; at = at == 0 ? 512 : at * 2)
        {
            if (file.Block(at, Signature.Length, "the superblock").Take(Signature.Length).SequenceEqual(Signature)) return at;
        }
        throw file.Error(0, "no HDF5 signature");
    }

    private static long Read01(Container file, Cursor block, int version, long start)
    {
        block.Skip(4); // versions of the free space, the root group, reserved, the shared header
        var (offsets, lengths) = Sizes(block);
        block.Skip(1 + 2 + 2 + 4 + (version == 1 ? 4 : 0)); // reserved, group K values, flags, and the chunk K value
        file.Configure(offsets, lengths, start);
        block.Offset(); // the base address, which is where the superblock stands
        block.Skip(3 * offsets + offsets); // free space, end of file, driver; the root entry's name
        return block.Offset();
    }

    private static long Read23(Container file, Cursor block, long start)
    {
        var (offsets, lengths) = Sizes(block);
        block.Skip(1);
        file.Configure(offsets, lengths, start);
        block.Skip(3 * offsets); // base address, extension, end of file
        return block.Offset();
    }

    private static (int Offsets, int Lengths) Sizes(Cursor block)
    {
        int offsets = block.Expect("the size of addresses", 4, 8);
        return (offsets, block.Expect("the size of lengths", 4, 8));
    }
}
