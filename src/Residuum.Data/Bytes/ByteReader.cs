using System.Buffers.Binary;

namespace Residuum.Data.Bytes;

/// <summary>A cursor over a <see cref="ByteStore"/> that knows file and byte, so that no message forgets them.</summary>
/// <param name="store">The bytes.</param>
/// <param name="file">Name for messages.</param>
internal sealed class ByteReader(ByteStore store, string file)
{
    private readonly byte[] _buffer = new byte[4096];
    private long _bufferStart;
    private int _bufferLength;

    /// <summary>Name for messages.</summary>
    public string Name => file;

    /// <summary>Byte that is read next.</summary>
    public long Position { get; private set; }

    /// <summary>Bytes left.</summary>
    public long Remaining => store.Length - Position;

    /// <summary>The next bytes, copied; the count is checked against what is left before anything is allocated.</summary>
    public byte[] Take(long count, string what)
    {
        Demand(count, what);
        var bytes = new byte[count];
        if (store.Read(Position, bytes) != count) throw Cut(what);
        Position += count;
        return bytes;
    }

    /// <summary>Passes over bytes.</summary>
    public void Skip(long count, string what)
    {
        Demand(count, what);
        Position += count;
    }

    /// <summary>Fails unless the next bytes are these.</summary>
    public void Expect(ReadOnlySpan<byte> bytes, string what)
    {
        if (!Peek(bytes.Length, what).SequenceEqual(bytes)) throw Error("wrong bytes", null, what);
        Position += bytes.Length;
    }

    /// <summary>One byte.</summary>
    public byte Byte(string what)
    {
        byte value = Peek(1, what)[0];
        Position++;
        return value;
    }

    /// <summary>A big-endian 32-bit integer.</summary>
    public int Int32BigEndian(string what)
    {
        int value = BinaryPrimitives.ReadInt32BigEndian(Peek(4, what));
        Position += 4;
        return value;
    }

    /// <summary>A big-endian 64-bit integer.</summary>
    public long Int64BigEndian(string what)
    {
        long value = BinaryPrimitives.ReadInt64BigEndian(Peek(8, what));
        Position += 8;
        return value;
    }

    /// <summary>A little-endian 16-bit integer.</summary>
    public int UInt16LittleEndian(string what)
    {
        int value = BinaryPrimitives.ReadUInt16LittleEndian(Peek(2, what));
        Position += 2;
        return value;
    }

    /// <summary>A little-endian 32-bit integer.</summary>
    public uint UInt32LittleEndian(string what)
    {
        uint value = BinaryPrimitives.ReadUInt32LittleEndian(Peek(4, what));
        Position += 4;
        return value;
    }

    /// <summary>An error at the byte that is read next.</summary>
    public FormatError Error(string what, string? found, string? expected, string? remedy = null) =>
        FormatError.AtByte(file, Position, what, found, expected, remedy);

    /// <summary>Fails unless that many bytes are left.</summary>
    public void Demand(long count, string what)
    {
        if (count < 0 || count > Remaining) throw Error($"the file ends inside {what}", $"{Remaining} bytes", $"{count} bytes", "the file is cut or damaged");
    }

    private ReadOnlySpan<byte> Peek(int count, string what)
    {
        Demand(count, what);
        if (Position < _bufferStart || Position + count > _bufferStart + _bufferLength)
        {
            _bufferStart = Position;
            _bufferLength = store.Read(Position, _buffer);
            if (_bufferLength < count) throw Cut(what);
        }
        return _buffer.AsSpan((int)(Position - _bufferStart), count);
    }

    private FormatError Cut(string what) => Error($"the file became shorter while {what} was read", null, null);
}
