using Residuum.Data.Arrays;
using Residuum.Data.Json;
using Residuum.Data.Npy;

namespace Residuum.Data.Zarr;

/// <summary>Metadata of version 2: <c>.zgroup</c> or <c>.zarray</c>, and <c>.zattrs</c>; names of dimensions as xarray writes them.</summary>
internal static class ZarrVersion2
{
    /// <summary>The file that makes a folder a group.</summary>
    public const string GroupFile = ".zgroup";

    /// <summary>The file that makes a folder an array.</summary>
    public const string ArrayFile = ".zarray";

    private const string AttributesFile = ".zattrs", DimensionsAttribute = "_ARRAY_DIMENSIONS";

    /// <summary>Reads a node.</summary>
    public static ZarrNode Read(ZarrFolder folder)
    {
        AttributeTable attributes = folder.Has(AttributesFile) ? PythonJson.Read(folder.Metadata(AttributesFile), folder.PathOf(AttributesFile), node => node.SimpleAttributes()) : [];
        if (!folder.Has(ArrayFile)) return new ZarrNode(null, attributes);
        string file = folder.PathOf(ArrayFile);
        return PythonJson.Read(folder.Metadata(ArrayFile), file, node => new ZarrNode(Array(new ZarrKeys(node, file), folder, attributes), attributes));
    }

    private static ZarrArray Array(ZarrKeys keys, ZarrFolder folder, AttributeTable attributes)
    {
        long[] shape = keys["shape"].WholeNumbers(), chunks = keys.Chunks(keys["chunks"], shape);
        var (type, bigEndian) = Type(keys);
        byte[]? fill = keys.TryGet("fill_value", out var value) && type != ElementType.Other ? ZarrFill.Of(value, type) : null;
        var names = attributes.TryGet(DimensionsAttribute, out var dimensions) && dimensions.IsText ? (string[])dimensions.Values : [];
        var own = new AttributeTable(attributes.Where(attribute => attribute.Key != DimensionsAttribute));
        // xarray keeps _FillValue here; zarr's own default, 0, marks no value as missing.
        if (fill is not null && fill.Any(part => part != 0) && !own.Contains("_FillValue")) own["_FillValue"] = ZarrFill.Attribute(fill, type);
        char separator = keys.TryGet("dimension_separator", out var stated) && !stated.IsNull ? keys.Separator(stated) : '.';
        bool transposed = shape.Length > 1 && (keys.TryGet("order", out var order) ? order.Text() : "C") == "F";
        int size = type == ElementType.Other ? 1 : Elements.Size(type);
        return new ZarrArray
        {
            Folder = folder,
            Type = type,
            Shape = shape,
            ChunkShape = chunks,
            Codecs = new ChunkCodecs(Codecs(keys), bigEndian, size, transposed ? ([.. chunks.Reverse()], [.. Enumerable.Range(0, shape.Length).Reverse()]) : null),
            Fill = fill,
            Separator = separator,
            Prefix = "",
            DimensionNames = names,
            Attributes = own,
        };
    }

    private static (ElementType Type, bool BigEndian) Type(ZarrKeys keys)
    {
        if (!keys["dtype"].IsText) return (ElementType.Other, false); // a record
        string description = keys["dtype"].Text();
        return description is [_, 'O' or 'S' or 'U' or 'V' or 'c' or 'm' or 'M', ..]
            ? (ElementType.Other, false)
            : NpyType.Of(description, (what, found, expected) => FormatError.In(keys.File, what, found, expected));
    }

    private static List<ChunkCodec> Codecs(ZarrKeys keys)
    {
        var steps = new List<ChunkCodec>();
        if (keys.TryGet("compressor", out var compressor) && !compressor.IsNull) steps.Add(keys.Codec(compressor, "id"));
        if (keys.TryGet("filters", out var filters) && !filters.IsNull) steps.AddRange(filters.List().AsEnumerable().Reverse().Select(filter => keys.Codec(filter, "id")));
        return steps;
    }
}
