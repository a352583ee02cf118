using System.Text.Json;
using Residuum.Data.Arrays;
using Residuum.Data.Bytes;
using Residuum.Data.Json;

namespace Residuum.Data.Npy;

/// <summary>What the JSON file beside a .npy file says: <c>{"name", "dims", "attributes", "global", "variables": {"time": {"dims", "values", "attributes"}}}</c>.</summary>
/// <remarks>Every key may be missing. It lets an array of a program that writes only .npy carry what a netCDF file carries.</remarks>
internal sealed class NpyCompanion
{
    private const long MaxLength = 64 << 20;

    private readonly string _file;
    private string? _name;
    private string[]? _dimensions;
    private AttributeTable _attributes = [], _global = [];
    private readonly List<(string Name, string[] Dimensions, Array Values, AttributeTable Attributes)> _others = [];

    private NpyCompanion(string file) => _file = file;

    public static string PathOf(string npy) => Path.ChangeExtension(npy, ".json");

    public static string VariableName(string npy) => Path.GetFileNameWithoutExtension(npy) is { Length: > 0 } stem ? stem : "values";

    public static byte[]? Load(string path)
    {
        if (!File.Exists(path)) return null;
        if (new FileInfo(path).Length is var length and > MaxLength)
            throw FormatError.In(path, "the JSON file is too long", $"{length} bytes", $"at most {MaxLength}", "large variables belong into netCDF");
        return File.ReadAllBytes(path);
    }

    public static NpyCompanion Read(ReadOnlyMemory<byte> json, string file)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 8, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var companion = new NpyCompanion(file);
            companion.Read(new JsonNode(document.RootElement, file, "the file"));
            return companion;
        }
        catch (JsonException error)
        {
            throw FormatError.AtLine(file, (error.LineNumber ?? 0) + 1, "not valid JSON", FormatError.Quote(error.Message.Split(". ")[0]), inner: error);
        }
    }

    public DataSet Apply(NpyHeader header, NpySource source, ByteStore store, string npy)
    {
        var anonymous = new AnonymousDimensions().Of(header.Shape);
        if (_dimensions is not null && _dimensions.Length != anonymous.Count)
            throw FormatError.In(_file, "wrong number of dimension names in 'dims'", $"{_dimensions.Length}", $"{anonymous.Count}, the rank of {FormatError.Quote(Path.GetFileName(npy))}");
        var own = _dimensions is null ? anonymous : [.. anonymous.Zip(_dimensions, (dimension, name) => dimension with { Name = name })];
        var known = new OrderedDictionary<string, Dimension>(StringComparer.Ordinal);
        foreach (var dimension in own) Add(known, dimension);
        var variables = new List<Variable> { new(_name ?? VariableName(npy), header.Type, own, _attributes, source) };
        foreach (var (name, dimensions, values, attributes) in _others) variables.Add(Other(name, dimensions, values, attributes, known));
        return new DataSet(npy, "npy with JSON", [.. known.Values], variables, _global, store);
    }

    private Variable Other(string name, string[] dimensions, Array values, AttributeTable attributes, OrderedDictionary<string, Dimension> known)
    {
        if (dimensions.Length == 1) Add(known, new Dimension(dimensions[0], values.Length));
        if (dimensions.Length == 0 && values.Length != 1) throw Wrong(name, values.Length, "1 value, or 'dims'");
        long expected = 1;
        foreach (string dimension in dimensions)
        {
            if (!known.TryGetValue(dimension, out var found)) throw FormatError.In(_file, $"variable {FormatError.Quote(name)} has an unknown dimension", FormatError.Quote(dimension));
            expected = found.Length == 0 ? 0 : expected > long.MaxValue / found.Length ? long.MaxValue : expected * found.Length;
        }
        if (values.Length != expected) throw Wrong(name, values.Length, $"{expected}");
        return Variable.Of(name, [.. dimensions.Select(dimension => known[dimension])], values, attributes);
    }

    private FormatError Wrong(string name, int found, string expected) =>
        FormatError.In(_file, $"wrong number of values of variable {FormatError.Quote(name)}", $"{found}", expected);

    private void Add(OrderedDictionary<string, Dimension> known, Dimension dimension)
    {
        if (!known.TryAdd(dimension.Name, dimension) && known[dimension.Name].Length != dimension.Length)
            throw FormatError.In(_file, $"dimension {FormatError.Quote(dimension.Name)} has two lengths", $"{dimension.Length}", $"{known[dimension.Name].Length}");
    }

    private void Read(JsonNode root)
    {
        foreach (var (key, value) in root.Members())
        {
            switch (key)
            {
                case "name": _name = value.Text(); break;
                case "dims": _dimensions = value.Texts(); break;
                case "attributes": _attributes = value.Attributes(); break;
                case "global": _global = value.Attributes(); break;
                case "variables": ReadVariables(value); break;
                default: throw FormatError.In(_file, "unknown key", FormatError.Quote(key), "name, dims, attributes, global, variables");
            }
        }
    }

    private void ReadVariables(JsonNode variables)
    {
        foreach (var (name, variable) in variables.Members())
        {
            string[] dimensions = [];
            Array? values = null;
            AttributeTable attributes = [];
            foreach (var (key, value) in variable.Members())
            {
                switch (key)
                {
                    case "dims": dimensions = value.Texts(); break;
                    case "values": values = value.Values(); break;
                    case "attributes": attributes = value.Attributes(); break;
                    default: throw FormatError.In(_file, $"unknown key of variable {FormatError.Quote(name)}", FormatError.Quote(key), "dims, values, attributes");
                }
            }
            _others.Add((name, dimensions, values ?? throw FormatError.In(_file, $"variable {FormatError.Quote(name)} has no values"), attributes));
        }
    }
}
