using System.IO.Compression;

namespace Residuum.Data.Codecs;

/// <summary>Blocks of deflate, with the header of zlib or of gzip.</summary>
internal static class Deflated
{
    /// <summary>Most bytes that so many compressed ones can become: deflate expands at most 1032 times.</summary>
    public static long MostBytes(long compressed) => (1032 * Math.Min(compressed, int.MaxValue)) + 64;

    /// <summary>The bytes before compression.</summary>
    /// <param name="bytes">A whole block.</param>
    /// <param name="gzip">Whether it has the header of gzip.</param>
    /// <param name="limit">Most bytes that may come out.</param>
    /// <param name="error">Makes an error.</param>
    public static byte[] Expand(byte[] bytes, bool gzip, int limit, CodecError error)
    {
        var memory = new MemoryStream(bytes);
        using Stream stream = gzip ? new GZipStream(memory, CompressionMode.Decompress) : new ZLibStream(memory, CompressionMode.Decompress);
        limit = (int)Math.Min(limit, MostBytes(bytes.Length));
        var result = new byte[limit];
        try
        {
            int length = stream.ReadAtLeast(result, limit, throwOnEndOfStream: false);
            if (stream.ReadByte() >= 0) throw error("a chunk expands to more than its size", null);
            return result.AsSpan(0, length).ToArray();
        }
        catch (Exception damage) when (damage is InvalidDataException or IOException)
        {
            throw error("a compressed chunk is damaged", null);
        }
    }
}
