namespace Residuum.Data.Hdf5;

/// <summary>Shape of a dataset or an attribute.</summary>
/// <param name="Lengths">Length of each dimension; none for a scalar.</param>
/// <param name="MaxLengths">How far each dimension can grow; -1 without limit.</param>
/// <param name="IsNull">Whether there are no elements at all.</param>
internal sealed record Dataspace(long[] Lengths, long[] MaxLengths, bool IsNull)
{
    private const int MaxRank = 32; // H5S_MAX_RANK

    /// <summary>Number of elements; below 2^63 by construction.</summary>
    public long Count => IsNull ? 0 : Lengths.Aggregate(1L, (count, length) => count * length);

    public static Dataspace Read(Cursor block)
    {
        int version = block.Expect("the version of a dataspace", 1, 2);
        int rank = block.Byte();
        int flags = block.Byte();
        int kind = block.Byte(); // reserved in version 1
        if (version == 1) block.Skip(4);
        if (rank > MaxRank) throw block.Error("too many dimensions", $"{rank}", $"at most {MaxRank}");
        var lengths = new long[rank];
        foreach (ref long length in lengths.AsSpan()) length = block.Length();
        long[] most = [.. lengths];
        if ((flags & 1) != 0)
        {
            foreach (ref long length in most.AsSpan()) length = block.LengthOrUnlimited();
        }
        Int128 count = 1;
        foreach (long length in lengths)
        {
            count *= Math.Max(1, length);
            if (count > long.MaxValue / 16) throw block.Error("the shape is larger than any file", string.Join(" x ", lengths));
        }
        return new Dataspace(lengths, most, IsNull: version == 2 && kind == 2);
    }
}
