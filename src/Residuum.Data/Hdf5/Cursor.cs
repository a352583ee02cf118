using System.Buffers.Binary;
using System.Text;

namespace Residuum.Data.Hdf5;

/// <summary>Reads a block of metadata from front to back, little-endian, never past its end.</summary>
internal sealed class Cursor(Container file, ReadOnlyMemory<byte> block, long address, string what)
{
    private int _at;

    /// <summary>The file.</summary>
    public Container File => file;

    /// <summary>Bytes left in the block.</summary>
    public int Remaining => block.Length - _at;

    /// <summary>Bytes read.</summary>
    public int Position => _at;

    /// <summary>The block again, from its start.</summary>
    public Cursor Rewound() => new(file, block, address, what);

    public byte Byte() => Take(1)[0];

    public int UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    /// <summary>An unsigned number of 1 to 8 bytes that fits into 63 bits.</summary>
    public long Number(int size)
    {
        var bytes = Take(size);
        ulong value = 0;
        for (int i = size - 1; i >= 0; i--) value = value << 8 | bytes[i];
        return value <= long.MaxValue ? (long)value : throw Error("a number is too large", $"{value}");
    }

    /// <summary>A length.</summary>
    public long Length() => Number(file.LengthSize);

    /// <summary>A length that may be unlimited (all bits set), then -1.</summary>
    public long LengthOrUnlimited() => AllBitsOr(file.LengthSize);

    /// <summary>An address; <see cref="Container.Undefined"/> where all bits are set.</summary>
    public long Offset() => AllBitsOr(file.OffsetSize);

    /// <summary>Fails unless a signature follows.</summary>
    public void Expect(ReadOnlySpan<byte> signature)
    {
        if (!Take(signature.Length).SequenceEqual(signature)) throw Error("wrong signature", null, Encoding.ASCII.GetString(signature));
    }

    /// <summary>Fails unless a byte, usually a version, is one of those that are read.</summary>
    public int Expect(string field, params ReadOnlySpan<byte> allowed)
    {
        byte value = Byte();
        return allowed.Contains(value) ? value : throw Error($"{field} is not known", $"{value}", string.Join(", ", allowed.ToArray()));
    }

    public ReadOnlySpan<byte> Take(int count)
    {
        Demand(count);
        _at += count;
        return block.Span.Slice(_at - count, count);
    }

    /// <summary>The next bytes as a block of their own.</summary>
    public Cursor Part(long count, string part)
    {
        Demand(count);
        _at += (int)count;
        return new Cursor(file, block.Slice(_at - (int)count, (int)count), address + _at - count, part);
    }

    public void Skip(long count)
    {
        Demand(count);
        _at += (int)count;
    }

    /// <summary>Passes over what is missing to a multiple of eight, or to the end.</summary>
    public void Align(int from) => _at = Math.Min(block.Length, from + (_at - from + 7) / 8 * 8);

    /// <summary>Text of a fixed length, up to its first NUL.</summary>
    public string Text(int length)
    {
        var bytes = Take(length);
        int end = bytes.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]);
    }

    public FormatError Error(string problem, string? found = null, string? expected = null, string? remedy = null) =>
        file.Error(address + _at, $"{what}: {problem}", found, expected, remedy);

    private long AllBitsOr(int size)
    {
        Demand(size);
        if (block.Span.Slice(_at, size).ContainsAnyExcept((byte)0xff)) return Number(size);
        _at += size;
        return Container.Undefined;
    }

    private void Demand(long count)
    {
        if (count < 0 || count > Remaining) throw Error("the block ends too early", $"{Remaining} bytes", $"{count}");
    }
}
