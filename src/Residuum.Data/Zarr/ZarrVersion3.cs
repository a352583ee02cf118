using Residuum.Data.Arrays;
using Residuum.Data.Json;

namespace Residuum.Data.Zarr;

/// <summary>Metadata of version 3: <c>zarr.json</c>.</summary>
internal static class ZarrVersion3
{
    /// <summary>The file that makes a folder a node.</summary>
    public const string MetadataFile = "zarr.json";

    private static readonly Dictionary<string, ElementType> Types = new(StringComparer.Ordinal)
    {
        ["bool"] = ElementType.Boolean,
        ["int8"] = ElementType.Int8,
        ["int16"] = ElementType.Int16,
        ["int32"] = ElementType.Int32,
        ["int64"] = ElementType.Int64,
        ["uint8"] = ElementType.UInt8,
        ["uint16"] = ElementType.UInt16,
        ["uint32"] = ElementType.UInt32,
        ["uint64"] = ElementType.UInt64,
        ["float32"] = ElementType.Float32,
        ["float64"] = ElementType.Float64,
    };

    /// <summary>Reads a node.</summary>
    public static ZarrNode Read(ZarrFolder folder)
    {
        string file = folder.PathOf(MetadataFile);
        return PythonJson.Read(folder.Metadata(MetadataFile), file, node =>
        {
            var keys = new ZarrKeys(node, file);
            var attributes = keys.TryGet("attributes", out var given) ? given.SimpleAttributes() : [];
            return keys["node_type"].Text() switch
            {
                "array" => new ZarrNode(Array(keys, folder, attributes), attributes),
                "group" => new ZarrNode(null, attributes),
                var other => throw FormatError.In(file, "unknown kind of node", FormatError.Quote(other), "array or group"),
            };
        });
    }

    private static ZarrArray Array(ZarrKeys keys, ZarrFolder folder, AttributeTable attributes)
    {
        long[] shape = keys["shape"].WholeNumbers();
        var grid = keys.Named("chunk_grid");
        if (grid.Name != "regular") throw FormatError.In(keys.File, "unknown grid of chunks", FormatError.Quote(grid.Name), "regular");
        long[] chunks = keys.Chunks(grid.Configuration["chunk_shape"], shape);
        var type = keys["data_type"].IsText && Types.TryGetValue(keys["data_type"].Text(), out var known) ? known : ElementType.Other;
        var (separator, prefix) = ChunkNames(keys);
        if (shape.Length == 0) prefix = prefix.TrimEnd(separator);
        return new ZarrArray
        {
            Folder = folder,
            Type = type,
            Shape = shape,
            ChunkShape = chunks,
            Codecs = Codecs(keys, chunks, type),
            Fill = type != ElementType.Other && keys.TryGet("fill_value", out var fill) ? ZarrFill.Of(fill, type) : null,
            Separator = separator,
            Prefix = prefix,
            DimensionNames = keys.TryGet("dimension_names", out var names) && !names.IsNull ? [.. names.List().Select(name => name.IsText ? name.Text() : null)] : [],
            Attributes = ZarrFill.Decoded(attributes, type),
        };
    }

    private static (char Separator, string Prefix) ChunkNames(ZarrKeys keys)
    {
        var (name, configuration) = keys.Named("chunk_key_encoding");
        char? separator = configuration.TryGet("separator", out var stated) ? keys.Separator(stated) : null;
        return name switch
        {
            "default" => (separator ?? '/', $"c{separator ?? '/'}"),
            "v2" => (separator ?? '.', ""),
            _ => throw FormatError.In(keys.File, "unknown names of chunks", FormatError.Quote(name), "default or v2"),
        };
    }

    /// <summary>The codecs were applied in the order of the file, so they are undone from the last one on.</summary>
    private static ChunkCodecs Codecs(ZarrKeys keys, long[] chunks, ElementType type)
    {
        var steps = new List<ChunkCodec>();
        bool bigEndian = false;
        int[] axes = [.. Enumerable.Range(0, chunks.Length)];
        foreach (var codec in keys["codecs"].List())
        {
            var (name, configuration) = new ZarrKeys(codec, keys.File).Extension();
            if (name == "bytes") bigEndian = configuration.TryGet("endian", out var endian) && endian.Text() == "big";
            else if (name == "transpose") axes = Transposed(axes, configuration, keys.File);
            else steps.Insert(0, keys.Codec(codec, "name"));
        }
        bool isPlain = axes.SequenceEqual(Enumerable.Range(0, axes.Length));
        return new ChunkCodecs(steps, bigEndian, type == ElementType.Other ? 1 : Elements.Size(type), isPlain ? null : ([.. axes.Select(axis => chunks[axis])], axes));
    }

    private static int[] Transposed(int[] axes, ZarrKeys configuration, string file)
    {
        long[] order = configuration["order"].WholeNumbers();
        return order.Order().SequenceEqual(Enumerable.Range(0, axes.Length).Select(axis => (long)axis))
            ? [.. order.Select(axis => axes[axis])]
            : throw FormatError.In(file, "no order of the dimensions", $"[{string.Join(", ", order)}]", $"a permutation of 0 to {axes.Length - 1}");
    }
}
