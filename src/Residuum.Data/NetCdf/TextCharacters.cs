using System.Text;
using Residuum.Data.Arrays;

namespace Residuum.Data.NetCdf;

/// <summary>Texts as rows of characters: the classic format has no strings.</summary>
internal static class TextCharacters
{
    /// <summary>The last dimension of the characters of a text variable: <c>string</c> and the longest length in bytes.</summary>
    public static Dimension DimensionOf(Variable variable)
    {
        int longest = Math.Max(1, variable.ReadText().Max(text => (int?)Encoding.UTF8.GetByteCount(text)) ?? 1);
        return new Dimension($"string{longest}", longest);
    }

    /// <summary>Characters <c>[texts, length]</c>, filled up with NUL.</summary>
    public static byte[] Of(string[] texts, int length)
    {
        var bytes = new byte[checked(texts.Length * length)];
        for (int i = 0; i < texts.Length; i++) Encoding.UTF8.GetBytes(texts[i], bytes.AsSpan(i * length, length));
        return bytes;
    }
}
