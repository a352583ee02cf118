using Residuum.Data.Arrays;

namespace Residuum.Data.Zarr;

/// <summary>Reads Zarr stores in folders, versions 2 and 3: every array is a variable, named as its folder; in groups <c>group/name</c>.</summary>
/// <remarks>Chunks may be stored as they are, or compressed by zlib, gzip, Zstandard, or Blosc with LZ4, zlib or Zstandard. Consolidated metadata are not needed.
/// Shards and other codecs are refused by name. Sources: the Zarr storage specification, version 2, and the core specification, version 3.</remarks>
public static class ZarrReader
{
    private const int MostDepth = 8, MostNodes = 10_000;

    private static readonly string[] Signs = [ZarrVersion2.GroupFile, ZarrVersion2.ArrayFile, ZarrVersion3.MetadataFile];

    /// <summary>Whether a folder is a store.</summary>
    /// <param name="path">The folder.</param>
    public static bool IsStore(string path) => Signs.Any(name => File.Exists(Path.Combine(path, name)));

    /// <summary>Opens a store; chunks are read when asked for.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="FormatError">Names the file, what was found and what was expected.</exception>
    public static DataSet Open(string path)
    {
        var root = new ZarrFolder(Path.GetFullPath(path), path);
        var arrays = new List<(string Name, ZarrArray Array)>();
        var attributes = Walk(root, "", 0, arrays);
        var anonymous = new AnonymousDimensions();
        var dimensions = new OrderedDictionary<string, Dimension>(StringComparer.Ordinal);
        var variables = new List<Variable>();
        foreach (var (name, array) in arrays)
        {
            var own = Dimensions(array, anonymous);
            foreach (var dimension in own) dimensions.TryAdd(dimension.Name, dimension);
            variables.Add(array.Variable(name, own));
        }
        return new DataSet(path, "Zarr", [.. dimensions.Values], variables, attributes, file: null);
    }

    /// <summary>Gathers the arrays of a node and below; returns the node's attributes.</summary>
    private static AttributeTable Walk(ZarrFolder folder, string prefix, int depth, List<(string Name, ZarrArray Array)> arrays)
    {
        if (arrays.Count > MostNodes || depth > MostDepth) throw FormatError.In(folder.Source, "too many nodes in the store", expected: $"at most {MostNodes} arrays, {MostDepth} groups deep");
        if (Read(folder) is not { } node) return [];
        if (node.Array is { } array)
        {
            arrays.Add((depth == 0 || prefix.Length == 0 ? folder.Name : prefix, array));
            return depth == 0 ? [] : node.Attributes;
        }
        foreach (var child in folder.Children()) _ = Walk(child, prefix.Length == 0 ? child.Name : $"{prefix}/{child.Name}", depth + 1, arrays);
        return node.Attributes;
    }

    private static ZarrNode? Read(ZarrFolder folder) => folder.Has(ZarrVersion3.MetadataFile) ? ZarrVersion3.Read(folder)
        : folder.Has(ZarrVersion2.ArrayFile) || folder.Has(ZarrVersion2.GroupFile) ? ZarrVersion2.Read(folder)
        : null;

    private static List<Dimension> Dimensions(ZarrArray array, AnonymousDimensions anonymous)
    {
        var own = anonymous.Of(array.Shape);
        for (int i = 0; i < Math.Min(own.Count, array.DimensionNames.Count); i++)
        {
            if (array.DimensionNames[i] is { Length: > 0 } name) own[i] = own[i] with { Name = name };
        }
        return own;
    }
}

/// <summary>A node of a store.</summary>
/// <param name="Array">The array; null for a group.</param>
/// <param name="Attributes">Its attributes.</param>
internal sealed record ZarrNode(ZarrArray? Array, AttributeTable Attributes);
