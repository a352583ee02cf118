using System.Buffers.Binary;

namespace Residuum.Data.Codecs;

/// <summary>Blosc chunks, version 1: blocks that a fast compressor made of shuffled bytes.</summary>
/// <remarks>
/// Header, 16 bytes: version, compressor's version, flags, element size, bytes, bytes of a block, compressed bytes; then the start of each block.
/// A block is one stream, or one for each byte of an element; each with its length. Source: the format's description, c-blosc README_CHUNK_FORMAT.
/// </remarks>
internal static class Blosc
{
    private const int HeaderLength = 16, Shuffled = 1, Copied = 2, BitShuffled = 4, Unsplit = 16;
    private const int MostSplits = 16, FewestOfSplit = 128;

    /// <summary>The bytes before compression.</summary>
    /// <param name="bytes">A whole chunk.</param>
    /// <param name="limit">Most bytes that may come out.</param>
    /// <param name="error">Makes an error.</param>
    public static byte[] Expand(ReadOnlySpan<byte> bytes, int limit, CodecError error)
    {
        if (bytes.Length < HeaderLength || bytes[0] is < 1 or > 2) throw error("not a chunk of Blosc 1", null);
        int flags = bytes[2], element = Math.Max((byte)1, bytes[3]);
        int length = Int(bytes, 4), block = Int(bytes, 8), stored = Int(bytes, 12);
        if (length < 0 || length > limit || block < 1 && length > 0 || stored != bytes.Length) throw error("the header of a Blosc chunk is damaged", null);
        var result = new byte[length];
        if ((flags & Copied) != 0)
        {
            if (bytes.Length - HeaderLength != length) throw error("the header of a Blosc chunk is damaged", null);
            bytes[HeaderLength..].CopyTo(result);
            return result;
        }
        if ((flags & BitShuffled) != 0) throw error("shuffled by bits, which is not read", "write it with Blosc's shuffle=1, or with zstd");
        int blocks = length == 0 ? 0 : (length - 1) / block + 1;
        if (blocks > (bytes.Length - HeaderLength) / 4) throw error("the header of a Blosc chunk is damaged", null);
        for (int i = 0; i < blocks; i++)
        {
            var part = result.AsSpan(i * block, Math.Min(block, length - i * block));
            Block(bytes, Int(bytes, HeaderLength + 4 * i), part, new Layout(flags, element, IsLast: part.Length < block), error);
        }
        return result;
    }

    private sealed record Layout(int Flags, int Element, bool IsLast)
    {
        /// <summary>Streams of a block: one for each byte of an element, unless the block is short, the last, or declared whole.</summary>
        public int Streams(int length) => (Flags & Unsplit) == 0 && Element <= MostSplits && length / Element >= FewestOfSplit && !IsLast ? Element : 1;
    }

    private static void Block(ReadOnlySpan<byte> bytes, int at, Span<byte> part, Layout layout, CodecError error)
    {
        int streams = layout.Streams(part.Length), size = part.Length / streams;
        for (int i = 0; i < streams; i++)
        {
            if (at < HeaderLength || at > bytes.Length - 4) throw Damaged(error);
            int compressed = Int(bytes, at);
            at += 4;
            if (compressed < 0 || compressed > bytes.Length - at) throw Damaged(error);
            Stream(bytes.Slice(at, compressed), part.Slice(i * size, size), layout.Flags >> 5, error);
            at += compressed;
        }
        if ((layout.Flags & Shuffled) != 0 && layout.Element > 1) Shuffle.Undo(part.ToArray(), layout.Element, part);
    }

    private static void Stream(ReadOnlySpan<byte> from, Span<byte> to, int compressor, CodecError error)
    {
        if (from.Length == to.Length)
        {
            from.CopyTo(to);
            return;
        }
        byte[] expanded;
        switch (compressor)
        {
            case 1: // also LZ4HC
                if (!Lz4.TryExpand(from, to)) throw Damaged(error);
                return;
            case 3:
                expanded = Deflated.Expand(from.ToArray(), gzip: false, to.Length, error);
                break;
            case 4:
                expanded = Zstandard.Expand(from, to.Length, error);
                break;
            default:
                throw error($"compressed by Blosc with {(compressor == 0 ? "BloscLZ" : compressor == 2 ? "Snappy" : $"compressor {compressor}")}, which is not read", "write it with Blosc's lz4 or zstd");
        }
        if (expanded.Length != to.Length) throw Damaged(error);
        expanded.CopyTo(to);
    }

    private static FormatError Damaged(CodecError error) => error("a compressed chunk is damaged", null);

    private static int Int(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);
}
