namespace Residuum.Distribution.Compressors;

/// <summary>Writes numbers of any number of bits, least bit first.</summary>
public sealed class BitWriter
{
    private byte[] _bytes = new byte[64];

    /// <summary>Bits written.</summary>
    public long Length { get; private set; }

    /// <summary>The bytes, the last one filled up with zeros.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, checked((int)((Length + 7) / 8)));

    /// <summary>Begins anew, with the same buffer.</summary>
    public void Clear()
    {
        _bytes.AsSpan(0, checked((int)((Length + 7) / 8))).Clear();
        Length = 0;
    }

    /// <summary>Appends the low bits of a number.</summary>
    /// <param name="value">The number; higher bits are zero.</param>
    /// <param name="bits">How many, 0 to 64.</param>
    public void Write(ulong value, int bits)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)bits, 64u, nameof(bits));
        long needed = (Length + bits + 7) / 8 + 8;
        if (needed > _bytes.Length) Array.Resize(ref _bytes, checked((int)Math.Max(needed, 2L * _bytes.Length)));
        int offset = (int)(Length & 7);
        var place = _bytes.AsSpan(checked((int)(Length >> 3)));
        ulong first = System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(place) | (value << offset);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64LittleEndian(place, first);
        if (offset + bits > 64) place[8] = (byte)(value >> (64 - offset));
        Length += bits;
    }
}

/// <summary>Reads what <see cref="BitWriter"/> wrote.</summary>
/// <param name="bytes">The bytes.</param>
public sealed class BitReader(ReadOnlyMemory<byte> bytes)
{
    private long _position;

    /// <summary>Reads a number.</summary>
    /// <param name="bits">How many bits, 0 to 64.</param>
    /// <exception cref="Numerics.Errors.UserError">The message ends before.</exception>
    public ulong Read(int bits)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)bits, 64u, nameof(bits));
        if (_position + bits > 8L * bytes.Length)
            throw new Numerics.Errors.UserError("a message ends too early", $"bit {_position}", $"{(8L * bytes.Length) - _position} bits left", $"{bits} bits");
        var rest = bytes.Span[(int)(_position >> 3)..];
        int offset = (int)(_position & 7);
        _position += bits;
        if (bits < 64 && offset + bits <= 64 && rest.Length >= 8)
            return (System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(rest) >> offset) & ((1UL << bits) - 1);
        ulong value = 0;
        for (int done = 0, i = 0; done < bits; i++, offset = 0)
        {
            int taken = Math.Min(8 - offset, bits - done);
            value |= ((ulong)(rest[i] >> offset) & ((1UL << taken) - 1)) << done;
            done += taken;
        }
        return value;
    }
}
