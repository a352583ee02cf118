namespace Residuum.Data.Hdf5;

/// <summary>What stands in cells that were never written.</summary>
internal static class FillValue
{
    /// <summary>The bytes of one element, or null for zeros.</summary>
    public static byte[]? Read(ObjectHeader header, int size)
    {
        if (header.Message(MessageType.FillValue) is { } fill)
        {
            int version = fill.Expect("the version of a fill value", 1, 2, 3);
            bool isDefined;
            if (version == 3)
            {
                isDefined = (fill.Byte() & 0x20) != 0;
            }
            else
            {
                fill.Skip(2);
                isDefined = fill.Byte() != 0 || version == 1;
            }
            return isDefined ? Value(fill, size) : null;
        }
        return header.Message(MessageType.OldFillValue) is { } old ? Value(old, size) : null;
    }

    /// <summary>Cells that were never written.</summary>
    public static byte[] Repeat(byte[]? fill, int count)
    {
        var bytes = new byte[count];
        if (fill is not null)
        {
            for (int at = 0; at + fill.Length <= count; at += fill.Length) fill.CopyTo(bytes, at);
        }
        return bytes;
    }

    private static byte[]? Value(Cursor block, int size)
    {
        long length = block.UInt32();
        return length == size ? block.Take(size).ToArray() : null;
    }
}
