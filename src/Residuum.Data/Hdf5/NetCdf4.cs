using Residuum.Data.Arrays;

namespace Residuum.Data.Hdf5;

/// <summary>What netCDF-4 keeps in HDF5 and hides: dimension scales, references to them, and names that it changed.</summary>
internal sealed class NetCdf4
{
    /// <summary>Attributes that belong to the format, not to the user.</summary>
    public static readonly IReadOnlySet<string> Hidden = new HashSet<string>(StringComparer.Ordinal)
    {
        "CLASS", "NAME", "DIMENSION_LIST", "REFERENCE_LIST", "_Netcdf4Dimid", "_Netcdf4Coordinates", "_nc3_strict", "_NCProperties", Labels,
    };

    /// <summary>Attribute of HDF5 that names dimensions without scales.</summary>
    public const string Labels = "DIMENSION_LABELS";

    /// <summary>NAME of a scale that only stands for a dimension.</summary>
    private const string NoVariable = "This is a netCDF dimension but not a netCDF variable";

    /// <summary>Before the name of a variable that is named like a dimension but is no coordinate of it.</summary>
    private const string NoCoordinate = "_nc4_non_coord_";

    private readonly GlobalHeap _heap;
    private readonly Dictionary<long, Dataset> _scales;
    private readonly Dictionary<double, Dataset> _scalesById = [];
    private readonly Dictionary<long, long> _lengths = [];
    private readonly AnonymousDimensions _anonymous = new();

    public NetCdf4(IReadOnlyList<Dataset> datasets, GlobalHeap heap)
    {
        _heap = heap;
        _scales = datasets.Where(IsScale).DistinctBy(dataset => dataset.Address).ToDictionary(dataset => dataset.Address);
        foreach (var scale in _scales.Values)
        {
            if (scale.Attribute("_Netcdf4Dimid") is { } id && Attributes.Value(id, heap) is { IsText: false, Values.Length: 1 } number) _scalesById.TryAdd(number.Number, scale);
        }
        foreach (var dataset in datasets) Stretch(dataset);
    }

    /// <summary>Dimensions that only scales stand for.</summary>
    public IEnumerable<Dimension> Scales => _scales.Values.Where(scale => scale.Space.Lengths.Length == 1).Select(scale => Of(scale, own: null));

    /// <summary>Whether a dataset is a variable, not only a dimension.</summary>
    public bool IsVariable(Dataset dataset) => !IsScale(dataset) || TextOf(dataset, "NAME")?.StartsWith(NoVariable, StringComparison.Ordinal) != true;

    /// <summary>Name of a variable as the user gave it.</summary>
    public static string NameOf(Dataset dataset)
    {
        int at = dataset.Path.LastIndexOf('/') + 1;
        return dataset.Path.AsSpan(at).StartsWith(NoCoordinate) ? dataset.Path.Remove(at, NoCoordinate.Length) : dataset.Path;
    }

    /// <summary>Dimensions of a dataset: those of its scales, its own where it is a coordinate, its labels, else anonymous ones.</summary>
    public IReadOnlyList<Dimension> DimensionsOf(Dataset dataset)
    {
        var scales = ScalesOf(dataset);
        string[] labels = dataset.Attribute(Labels) is { } attribute && Attributes.Value(attribute, _heap) is { IsText: true } value ? (string[])value.Values : [];
        return [.. _anonymous.Of(dataset.Space.Lengths).Select((dimension, axis) =>
            scales[axis] is { } scale ? Of(scale, axis == 0 ? null : dimension.Length)
            : axis < labels.Length && labels[axis].Length > 0 ? dimension with { Name = labels[axis], IsUnlimited = dataset.Space.MaxLengths[axis] < 0 }
            : dimension)];
    }

    /// <summary>The dimension of a scale; only the first of a variable is stretched to the longest.</summary>
    private Dimension Of(Dataset scale, long? own) =>
        new(scale.Path, own ?? _lengths.GetValueOrDefault(scale.Address, scale.Space.Lengths.Length == 0 ? 1 : scale.Space.Lengths[0]), scale.Space.MaxLengths is [-1, ..]);

    /// <summary>An unlimited dimension is as long as the longest variable along it.</summary>
    private void Stretch(Dataset dataset)
    {
        var scales = ScalesOf(dataset);
        for (int axis = 0; axis < scales.Length; axis++)
        {
            if (scales[axis] is { } scale) _lengths[scale.Address] = Math.Max(_lengths.GetValueOrDefault(scale.Address), dataset.Space.Lengths[axis]);
        }
    }

    private Dataset?[] ScalesOf(Dataset dataset)
    {
        var scales = new Dataset?[dataset.Space.Lengths.Length];
        if (dataset.Attribute("DIMENSION_LIST") is { Type: { Class: TypeClass.VariableLength, Base.Class: TypeClass.Reference } } list)
        {
            var values = list.Values.Rewound();
            for (int axis = 0; axis < scales.Length && values.Remaining >= _heap.ElementSize; axis++)
            {
                if (_heap.Sequence(values.Part(_heap.ElementSize, "a dimension list")) is ( > 0, { } parts)) scales[axis] = _scales.GetValueOrDefault(parts.Offset());
            }
        }
        else if (dataset.Attribute("_Netcdf4Coordinates") is { } ids && Attributes.Value(ids, _heap) is { IsText: false } numbers)
        {
            for (int axis = 0; axis < Math.Min(scales.Length, numbers.Values.Length); axis++) scales[axis] = _scalesById.GetValueOrDefault(numbers.Numbers[axis]);
        }
        else if (scales.Length == 1 && _scales.ContainsKey(dataset.Address))
        {
            scales[0] = dataset;
        }
        return scales;
    }

    private bool IsScale(Dataset dataset) => TextOf(dataset, "CLASS") == "DIMENSION_SCALE";

    private string? TextOf(Dataset dataset, string name) =>
        dataset.Attribute(name) is { } attribute && Attributes.Value(attribute, _heap) is { IsText: true } value ? value.Text : null;
}
