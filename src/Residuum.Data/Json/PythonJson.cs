using System.Text.Json;

namespace Residuum.Data.Json;

/// <summary>JSON as Python writes it: <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c> stand bare among the numbers, which JSON does not allow.</summary>
internal static class PythonJson
{
    private static readonly byte[][] Numbers = [[.. "-Infinity"u8], [.. "Infinity"u8], [.. "NaN"u8]];

    /// <summary>Reads a file; bare numbers become texts, which <see cref="JsonNode"/> reads as numbers.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="json">The file's bytes.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="read">Reads the root.</param>
    /// <exception cref="FormatError">Not JSON, or what <paramref name="read"/> throws.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json, string file, Func<JsonNode, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(Quoted(json), new JsonDocumentOptions { MaxDepth = 64 });
            return read(new JsonNode(document.RootElement, file, "the file"));
        }
        catch (JsonException error)
        {
            throw FormatError.AtLine(file, (error.LineNumber ?? 0) + 1, "not valid JSON", FormatError.Quote(error.Message.Split(". ")[0]), inner: error);
        }
    }

    private static byte[] Quoted(ReadOnlySpan<byte> json)
    {
        var quoted = new List<byte>(json.Length);
        bool inText = false;
        for (int i = 0; i < json.Length; i++)
        {
            if (!inText && BareNumber(json[i..]) is { } number)
            {
                quoted.AddRange([(byte)'"', .. number, (byte)'"']);
                i += number.Length - 1;
                continue;
            }
            quoted.Add(json[i]);
            if (inText && json[i] == '\\' && i + 1 < json.Length) quoted.Add(json[++i]);
            else if (json[i] == '"') inText = !inText;
        }
        return [.. quoted];
    }

    private static byte[]? BareNumber(ReadOnlySpan<byte> rest)
    {
        foreach (byte[] number in Numbers)
        {
            if (rest.StartsWith(number)) return number;
        }
        return null;
    }
}
