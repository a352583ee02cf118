using System.Buffers.Binary;

namespace Residuum.Data.Codecs;

/// <summary>Blocks of LZ4: tokens with a run of literal bytes and a copy of bytes that came before.</summary>
/// <remarks>LZ4 block format description. Every length is checked before it is followed.</remarks>
internal static class Lz4
{
    private const int ShortestMatch = 4, Extended = 15;

    /// <summary>Fills a block; false where the compressed bytes are damaged or make another length.</summary>
    /// <param name="compressed">Compressed bytes.</param>
    /// <param name="result">Filled entirely.</param>
    public static bool TryExpand(ReadOnlySpan<byte> compressed, Span<byte> result)
    {
        int at = 0, done = 0;
        while (at < compressed.Length)
        {
            int token = compressed[at++];
            if (!Length(compressed, ref at, token >> 4, out int literals)) return false;
            if (literals > compressed.Length - at || literals > result.Length - done) return false;
            compressed.Slice(at, literals).CopyTo(result[done..]);
            (at, done) = (at + literals, done + literals);
            if (at == compressed.Length) break; // the last token has literals alone
            if (compressed.Length - at < 2) return false;
            int distance = BinaryPrimitives.ReadUInt16LittleEndian(compressed[at..]);
            at += 2;
            if (!Length(compressed, ref at, token & Extended, out int match)) return false;
            if (distance == 0 || distance > done || match > result.Length - done - ShortestMatch) return false;
            for (int end = done + match + ShortestMatch; done < end; done++) result[done] = result[done - distance]; // byte by byte: it may overlap itself
        }
        return done == result.Length;
    }

    private static bool Length(ReadOnlySpan<byte> compressed, ref int at, int start, out int length)
    {
        length = start;
        if (start < Extended) return true;
        byte more;
        do
        {
            if (at >= compressed.Length || length > int.MaxValue - 2 * byte.MaxValue) return false;
            more = compressed[at++];
            length += more;
        }
        while (more == byte.MaxValue);
        return true;
    }
}
