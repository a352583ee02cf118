using System.Text;
using Residuum.Numerics.Errors;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Residuum.Experiments.Options;

/// <summary>Reads an options file: one YAML document of sections, lists and plain values.</summary>
/// <remarks>Anchors, aliases and tags are refused, so that a small file can not unfold into a large one.</remarks>
public static class OptionFile
{
    private const int LargestBytes = 1 << 20;
    private const int DeepestLevel = 16;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path, as messages will show it.</param>
    /// <exception cref="UserError">The file is missing, too large or not such YAML.</exception>
    public static OptionMapping Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return Read(stream, path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            string what = error is FileNotFoundException or DirectoryNotFoundException ? "no such file" : "cannot be read";
            throw new UserError(what, path, remedy: "give the path of an options file", inner: error);
        }
    }

    /// <summary>Reads a stream, such as standard input.</summary>
    /// <param name="stream">The text, UTF-8.</param>
    /// <param name="name">Name for messages.</param>
    /// <exception cref="UserError">The text is too large or not such YAML.</exception>
    public static OptionMapping Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var buffer = new byte[LargestBytes + 1];
        int length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        if (length > LargestBytes) throw new UserError("too large for an options file", name, expected: "at most 1 MiB");
        return Parse(Decode(buffer.AsSpan(0, length), name), name);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="name">Name for messages.</param>
    /// <exception cref="UserError">The text is not such YAML.</exception>
    public static OptionMapping Parse(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return new Reader(new Parser(new StringReader(text)), name).Document();
        }
        catch (YamlException error)
        {
            throw new UserError("not valid YAML", new FilePlace(name, error.Start.Line).ToString(), Plain(error.Message), inner: error);
        }
        catch (Exception error) when (error is not UserError and not OutOfMemoryException)
        {
            throw new UserError("not valid YAML", name, remedy: "check the file with a YAML linter", inner: error);
        }
    }

    private static string Decode(ReadOnlySpan<byte> bytes, string name)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException error)
        {
            throw new UserError("not UTF-8 text", name, $"byte 0x{error.BytesUnknown?.FirstOrDefault():x2} at {error.Index}", "a YAML file", inner: error);
        }
    }

    private static string Plain(string message) => message.Trim().TrimEnd('.');

    /// <summary>Descends the parser's events; the depth is bounded, so the recursion is.</summary>
    private sealed class Reader(IParser parser, string name)
    {
        public OptionMapping Document()
        {
            parser.Consume<StreamStart>();
            if (parser.TryConsume<StreamEnd>(out _)) return new OptionMapping(new FilePlace(name, 1), []);
            parser.Consume<DocumentStart>();
            OptionNode root = Node(0);
            parser.Consume<DocumentEnd>();
            if (!parser.Accept<StreamEnd>(out _)) throw Wrong(parser.Current!, "a second document", "one document in a file");
            return root switch
            {
                OptionMapping section => section,
                OptionScalar { IsNull: true } => new OptionMapping(root.Place, []),
                _ => throw new UserError("wrong content", root.Place.ToString(), root.Describe(), "keys with values, such as 'alpha-max: 100'"),
            };
        }

        private OptionNode Node(int depth)
        {
            if (depth > DeepestLevel) throw Wrong(parser.Current!, "deep nesting", $"at most {DeepestLevel} levels");
            if (parser.Accept<AnchorAlias>(out var alias)) throw Wrong(alias, $"the alias *{alias.Value}", "the value itself");
            if (parser.Accept<NodeEvent>(out var node) && !node.Anchor.IsEmpty) throw Wrong(node, $"the anchor &{node.Anchor}", "plain values");
            if (node is { Tag.IsEmpty: false }) throw Wrong(node, $"the tag {node.Tag}", "plain values");
            if (parser.TryConsume<SequenceStart>(out var list)) return Sequence(Place(list), depth);
            if (parser.TryConsume<MappingStart>(out var section)) return Mapping(Place(section), depth);
            var scalar = parser.Consume<Scalar>();
            return new OptionScalar(Place(scalar), scalar.Value, scalar.Style != ScalarStyle.Plain);
        }

        private OptionSequence Sequence(FilePlace place, int depth)
        {
            var items = new List<OptionNode>();
            while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(Node(depth + 1));
            return new OptionSequence(place, items);
        }

        private OptionMapping Mapping(FilePlace place, int depth)
        {
            var entries = new List<OptionEntry>();
            var lines = new Dictionary<string, long>(StringComparer.Ordinal);
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                if (Node(depth + 1) is not OptionScalar key) throw Wrong(parser.Current!, "a list or section as a key", "a name");
                if (!lines.TryAdd(key.Text, key.Place.Line)) throw new UserError("key given twice", key.Place.ToString(), key.Describe(), remedy: $"it also stands in line {lines[key.Text]}");
                entries.Add(new OptionEntry(key.Place, key.Text, Node(depth + 1)));
            }
            return new OptionMapping(place, entries);
        }

        private FilePlace Place(ParsingEvent node) => new(name, node.Start.Line);

        private UserError Wrong(ParsingEvent node, string found, string expected) => new("not accepted in an options file", Place(node).ToString(), found, expected);
    }
}
