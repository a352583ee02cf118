using System.Buffers.Binary;
using System.Numerics;
using Residuum.Data.Arrays;
using Residuum.Data.Codecs;

namespace Residuum.Data.Zarr;

/// <summary>A step of undoing what was done to a chunk.</summary>
/// <param name="bytes">What is stored.</param>
/// <param name="limit">Most bytes that may come out.</param>
/// <param name="error">Makes an error.</param>
internal delegate byte[] ChunkCodec(byte[] bytes, int limit, CodecError error);

/// <summary>All steps of undoing what was done to a chunk, the last one done first.</summary>
/// <param name="Steps">The steps, in the order in which they are undone.</param>
/// <param name="BigEndian">Order of the bytes of an element.</param>
/// <param name="Size">Bytes of an element.</param>
/// <param name="Stored">Shape of a chunk as it is stored, and which dimension of the array each is; null for C order.</param>
internal sealed record ChunkCodecs(IReadOnlyList<ChunkCodec> Steps, bool BigEndian, int Size, (long[] Shape, int[] Axes)? Stored)
{
    private const int Checksum = 4;

    /// <summary>The elements of a chunk, in C order and this machine's order of bytes.</summary>
    public byte[] Undo(byte[] bytes, int size, CodecError error)
    {
        foreach (var step in Steps) bytes = step(bytes, size + Checksum, error);
        if (bytes.Length != size) throw error($"the chunk has {bytes.Length} bytes instead of {size}", null);
        Elements.Order(bytes, Size, BigEndian);
        return Stored is var (shape, axes) ? Transposed(bytes, shape, axes) : bytes;
    }

    /// <summary>A codec by its name; null for one that is not known.</summary>
    /// <param name="name">As in the metadata.</param>
    public static ChunkCodec? Named(string name) => name switch
    {
        "zlib" => (bytes, limit, error) => Deflated.Expand(bytes, gzip: false, limit, error),
        "gzip" => (bytes, limit, error) => Deflated.Expand(bytes, gzip: true, limit, error),
        "zstd" => (bytes, limit, error) => Zstandard.Expand(bytes, limit, error),
        "blosc" => (bytes, limit, error) => Blosc.Expand(bytes, limit, error),
        "crc32c" => (bytes, _, error) => Checked(bytes, error),
        _ => null,
    };

    private static byte[] Checked(byte[] bytes, CodecError error)
    {
        if (bytes.Length < Checksum) throw error("the chunk is shorter than its checksum", null);
        var data = bytes.AsSpan(0, bytes.Length - Checksum);
        uint sum = uint.MaxValue;
        foreach (byte value in data) sum = BitOperations.Crc32C(sum, value);
        return ~sum == BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(data.Length)) ? data.ToArray() : throw error("the checksum of the chunk is wrong", null);
    }

    /// <summary>Elements in C order of the array, from those in C order of the stored dimensions.</summary>
    private byte[] Transposed(byte[] bytes, long[] shape, int[] axes)
    {
        var lengths = new long[shape.Length];
        for (int i = 0; i < shape.Length; i++) lengths[axes[i]] = shape[i];
        var strides = new long[shape.Length]; // of the array's dimensions
        for (long stride = 1, axis = shape.Length - 1; axis >= 0; axis--) (strides[axis], stride) = (stride, stride * lengths[axis]);
        var result = new byte[bytes.Length];
        var at = new long[shape.Length];
        for (int from = 0; from < bytes.Length; from += Size)
        {
            long to = 0;
            for (int i = 0; i < at.Length; i++) to += at[i] * strides[axes[i]];
            bytes.AsSpan(from, Size).CopyTo(result.AsSpan((int)to * Size));
            for (int i = at.Length - 1; i >= 0 && ++at[i] == shape[i]; i--) at[i] = 0;
        }
        return result;
    }
}
