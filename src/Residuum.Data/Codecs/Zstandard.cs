using ZstdSharp;

namespace Residuum.Data.Codecs;

/// <summary>Blocks of Zstandard (RFC 8878).</summary>
internal static class Zstandard
{
    /// <summary>The bytes before compression.</summary>
    /// <param name="bytes">One frame or several.</param>
    /// <param name="limit">Most bytes that may come out.</param>
    /// <param name="error">Makes an error.</param>
    public static byte[] Expand(ReadOnlySpan<byte> bytes, int limit, CodecError error)
    {
        using var decompressor = new Decompressor();
        var result = new byte[limit];
        try
        {
            return decompressor.TryUnwrap(bytes, result, out int written)
                ? result.AsSpan(0, written).ToArray()
                : throw error("a chunk expands to more than its size", null);
        }
        catch (ZstdException)
        {
            throw error("a compressed chunk is damaged", null);
        }
    }
}
