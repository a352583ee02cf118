namespace Residuum.Data.Codecs;

/// <summary>The byte shuffle: all first bytes of the elements, then all second bytes, and so on.</summary>
internal static class Shuffle
{
    /// <summary>Makes elements again; a remainder stays at the end.</summary>
    /// <param name="bytes">Shuffled bytes.</param>
    /// <param name="element">Bytes of an element.</param>
    /// <param name="result">As many bytes.</param>
    public static void Undo(ReadOnlySpan<byte> bytes, int element, Span<byte> result)
    {
        int count = bytes.Length / element;
        for (int part = 0; part < element; part++)
        {
            var from = bytes.Slice(part * count, count);
            for (int i = 0; i < count; i++) result[i * element + part] = from[i];
        }
        bytes[(count * element)..].CopyTo(result[(count * element)..]);
    }
}
