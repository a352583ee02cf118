using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Residuum.Data.Arrays;

/// <summary>Arrays of each <see cref="ElementType"/>: allocate, see as bytes, reverse the byte order, convert to double.</summary>
internal static class Elements
{
    public static int Size(ElementType type) => type switch
    {
        ElementType.Int8 or ElementType.UInt8 or ElementType.Boolean or ElementType.Char => 1,
        ElementType.Int16 or ElementType.UInt16 => 2,
        ElementType.Int32 or ElementType.UInt32 or ElementType.Float32 => 4,
        ElementType.Int64 or ElementType.UInt64 or ElementType.Float64 => 8,
        _ => throw new ArgumentException($"{type} has no fixed size", nameof(type)),
    };

    public static Array Allocate(ElementType type, int count) => type switch
    {
        ElementType.Int8 => new sbyte[count],
        ElementType.UInt8 or ElementType.Char => new byte[count],
        ElementType.Int16 => new short[count],
        ElementType.UInt16 => new ushort[count],
        ElementType.Int32 => new int[count],
        ElementType.UInt32 => new uint[count],
        ElementType.Int64 => new long[count],
        ElementType.UInt64 => new ulong[count],
        ElementType.Float32 => new float[count],
        ElementType.Float64 => new double[count],
        ElementType.Boolean => new bool[count],
        _ => new string[count],
    };

    /// <summary>Element type of an array; bytes are <see cref="ElementType.UInt8"/>.</summary>
    public static ElementType TypeOf(Array values) => values switch
    {
        // The runtime lets sbyte[] match byte[], so exact types are compared.
        _ when values.GetType() == typeof(sbyte[]) => ElementType.Int8,
        _ when values.GetType() == typeof(byte[]) => ElementType.UInt8,
        _ when values.GetType() == typeof(short[]) => ElementType.Int16,
        _ when values.GetType() == typeof(ushort[]) => ElementType.UInt16,
        _ when values.GetType() == typeof(int[]) => ElementType.Int32,
        _ when values.GetType() == typeof(uint[]) => ElementType.UInt32,
        _ when values.GetType() == typeof(long[]) => ElementType.Int64,
        _ when values.GetType() == typeof(ulong[]) => ElementType.UInt64,
        float[] => ElementType.Float32,
        double[] => ElementType.Float64,
        bool[] => ElementType.Boolean,
        string[] => ElementType.Text,
        _ => throw new ArgumentException($"{values.GetType().Name} is no element array", nameof(values)),
    };

    /// <summary>The memory of an array of fixed-size elements.</summary>
    public static Span<byte> Bytes(Array values, ElementType type) =>
        Bytes(values, type, 0, values.Length);

    /// <summary>The memory of some elements; at most 2 GiB at once.</summary>
    public static Span<byte> Bytes(Array values, ElementType type, int first, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, values.Length - first);
        ref byte start = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(values), (nint)first * Size(type));
        return MemoryMarshal.CreateSpan(ref start, checked(count * Size(type)));
    }

    /// <summary>Brings elements from an order of bytes to this machine's, or back.</summary>
    public static void Order(Span<byte> bytes, int size, bool bigEndian)
    {
        if (bigEndian != BitConverter.IsLittleEndian) return;
        switch (size)
        {
            case 2: Reverse16(MemoryMarshal.Cast<byte, ushort>(bytes)); break;
            case 4: Reverse32(MemoryMarshal.Cast<byte, uint>(bytes)); break;
            case 8: Reverse64(MemoryMarshal.Cast<byte, ulong>(bytes)); break;
            default: break;
        }
    }

    /// <summary>Writes elements little-endian.</summary>
    public static void Write(Stream stream, Array values, ElementType type)
    {
        const int ChunkElements = 1 << 16;
        int size = Size(type);
        var buffer = new byte[Math.Min(values.Length, ChunkElements) * size];
        for (int done = 0; done < values.Length; done += ChunkElements)
        {
            int count = Math.Min(ChunkElements, values.Length - done);
            var chunk = buffer.AsSpan(0, count * size);
            Bytes(values, type, done, count).CopyTo(chunk);
            Order(chunk, size, bigEndian: false);
            stream.Write(chunk);
        }
    }

    /// <summary>Values as doubles; integers beyond 2^53 are rounded.</summary>
    public static double[] ToDouble(Array values, ElementType type) => type switch
    {
        ElementType.Float64 => (double[])values,
        ElementType.Float32 => Array.ConvertAll((float[])values, x => (double)x),
        ElementType.Int8 => Array.ConvertAll((sbyte[])values, x => (double)x),
        ElementType.UInt8 or ElementType.Char => Array.ConvertAll((byte[])values, x => (double)x),
        ElementType.Int16 => Array.ConvertAll((short[])values, x => (double)x),
        ElementType.UInt16 => Array.ConvertAll((ushort[])values, x => (double)x),
        ElementType.Int32 => Array.ConvertAll((int[])values, x => (double)x),
        ElementType.UInt32 => Array.ConvertAll((uint[])values, x => (double)x),
        ElementType.Int64 => Array.ConvertAll((long[])values, x => (double)x),
        ElementType.UInt64 => Array.ConvertAll((ulong[])values, x => (double)x),
        ElementType.Boolean => Array.ConvertAll((bool[])values, x => x ? 1.0 : 0.0),
        _ => throw new ArgumentException("text is no number", nameof(type)),
    };

    private static void Reverse16(Span<ushort> values) => BinaryPrimitives.ReverseEndianness(values, values);

    private static void Reverse32(Span<uint> values) => BinaryPrimitives.ReverseEndianness(values, values);

    private static void Reverse64(Span<ulong> values) => BinaryPrimitives.ReverseEndianness(values, values);
}
