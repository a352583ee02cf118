using System.Diagnostics.CodeAnalysis;
using Residuum.Data.Json;

namespace Residuum.Data.Zarr;

/// <summary>Keys of an object in the metadata.</summary>
/// <param name="node">The object.</param>
/// <param name="file">The file, for messages.</param>
internal sealed class ZarrKeys(JsonNode node, string file)
{
    private readonly Dictionary<string, JsonNode> _members = node.Members().ToDictionary(member => member.Key, member => member.Value, StringComparer.Ordinal);

    /// <summary>The file, for messages.</summary>
    public string File => file;

    /// <summary>The value of a key.</summary>
    /// <exception cref="FormatError">No such key.</exception>
    public JsonNode this[string key] => _members.TryGetValue(key, out var value) ? value : throw FormatError.In(file, "a key is missing", expected: FormatError.Quote(key));

    /// <summary>Gets a value if it is there.</summary>
    public bool TryGet(string key, [NotNullWhen(true)] out JsonNode value) => _members.TryGetValue(key, out value);

    /// <summary>An extension point of version 3: a name with a configuration.</summary>
    public (string Name, ZarrKeys Configuration) Named(string key) => new ZarrKeys(this[key], file).Extension();

    /// <summary>This object as an extension point of version 3.</summary>
    public (string Name, ZarrKeys Configuration) Extension() =>
        (this["name"].Text(), TryGet("configuration", out var configuration) ? new ZarrKeys(configuration, file) : new ZarrKeys(node, file));

    /// <summary>Shape of the chunks, as many dimensions as the array, none empty.</summary>
    public long[] Chunks(JsonNode chunks, long[] shape)
    {
        const int MostDimensions = 64;
        long[] lengths = chunks.WholeNumbers();
        if (lengths.Length != shape.Length || lengths.Contains(0) || shape.Length > MostDimensions)
            throw FormatError.In(file, "the shape of the chunks does not fit the array", $"[{string.Join(", ", lengths)}]", $"{shape.Length} numbers from 1 on, at most {MostDimensions}");
        return lengths;
    }

    /// <summary>What stands between the numbers in the names of chunks.</summary>
    public char Separator(JsonNode separator) => separator.Text() switch
    {
        "." => '.',
        "/" => '/',
        var other => throw FormatError.In(file, "unknown separator in the names of chunks", FormatError.Quote(other), "'.' or '/'"),
    };

    /// <summary>A codec.</summary>
    /// <param name="codec">Its object.</param>
    /// <param name="nameKey">Key of its name.</param>
    /// <exception cref="FormatError">It is not read; the message names it and says how to write the store without it.</exception>
    public ChunkCodec Codec(JsonNode codec, string nameKey)
    {
        string name = new ZarrKeys(codec, file)[nameKey].Text();
        return ChunkCodecs.Named(name) ?? throw FormatError.In(file, $"the codec {FormatError.Quote(name)} is not read", expected: "none, zlib, gzip, zstd, blosc or crc32c",
            remedy: "write the store with xarray's to_zarr(encoding={name: {'compressor': None}}), or netCDF with to_netcdf");
    }
}
