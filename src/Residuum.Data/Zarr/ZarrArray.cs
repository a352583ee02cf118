using Residuum.Data.Arrays;

namespace Residuum.Data.Zarr;

/// <summary>What the metadata of an array say.</summary>
internal sealed record ZarrArray
{
    /// <summary>Where its chunks are.</summary>
    public required ZarrFolder Folder { get; init; }

    /// <summary>Type of the elements; <see cref="ElementType.Other"/> for one that is not read.</summary>
    public required ElementType Type { get; init; }

    /// <summary>Length of each dimension.</summary>
    public required long[] Shape { get; init; }

    /// <summary>Length of a chunk along each dimension.</summary>
    public required long[] ChunkShape { get; init; }

    /// <summary>Undoes what was done to a chunk, down to elements in C order and this machine's order of bytes.</summary>
    public required ChunkCodecs Codecs { get; init; }

    /// <summary>The element that stands where nothing was stored, in this machine's order of bytes; zeros where left out.</summary>
    public byte[]? Fill { get; init; }

    /// <summary>Separator in the names of chunks.</summary>
    public required char Separator { get; init; }

    /// <summary>What the names of chunks begin with.</summary>
    public required string Prefix { get; init; }

    /// <summary>Names of the dimensions; null or empty where there is none.</summary>
    public IReadOnlyList<string?> DimensionNames { get; init; } = [];

    /// <summary>Attributes.</summary>
    public required AttributeTable Attributes { get; init; }

    /// <summary>The variable.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="dimensions">Its dimensions.</param>
    public Variable Variable(string name, IReadOnlyList<Dimension> dimensions)
    {
        try
        {
            return new Variable(name, Type, dimensions, Attributes, new ZarrRows(this));
        }
        catch (OverflowException error)
        {
            throw FormatError.In(Folder.PathOf(name), "a shape is larger than any file", inner: error);
        }
    }

    /// <summary>Place of a chunk among the chunks, by the name of its file; null for other files.</summary>
    /// <param name="key">Path in the array's folder.</param>
    public long[]? PlaceOf(string key)
    {
        if (!key.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        string[] parts = Shape.Length == 0 ? [] : key[Prefix.Length..].Split(Separator);
        if (Shape.Length == 0) return key == (Prefix.Length > 0 ? Prefix : "0") ? [0] : null;
        if (parts.Length != Shape.Length) return null;
        var place = new long[parts.Length];
        for (int i = 0; i < place.Length; i++)
        {
            if (!long.TryParse(parts[i], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out place[i]) || place[i] > (Shape[i] - 1) / ChunkShape[i]) return null;
        }
        return place;
    }
}
