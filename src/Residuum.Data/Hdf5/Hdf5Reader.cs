using Residuum.Data.Arrays;
using Residuum.Data.Bytes;

namespace Residuum.Data.Hdf5;

/// <summary>Reads HDF5 files, and so netCDF-4: every dataset of numbers or texts, in any layout, deflated, shuffled or checksummed.</summary>
/// <remarks>Soft links, external links, external and virtual datasets are not followed: names in a file are no paths.</remarks>
public static class Hdf5Reader
{
    /// <summary>Opens a file; values are read when asked for. Dispose the result to close it.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FormatError">Names file, byte, what was found and what was expected.</exception>
    public static DataSet Open(string path) => Open(new Container(ByteStore.Open(path), path));

    /// <summary>Reads a file in memory.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">Name for messages.</param>
    /// <exception cref="FormatError">Names file, byte, what was found and what was expected.</exception>
    public static DataSet Parse(ReadOnlyMemory<byte> bytes, string name) => Open(new Container(ByteStore.Of(bytes), name));

    private static DataSet Open(Container file)
    {
        try
        {
            var root = ObjectHeader.Read(file, Superblock.Read(file));
            var datasets = Tree.Datasets(file, root);
            var heap = new GlobalHeap(file);
            var netCdf = new NetCdf4(datasets, heap);
            var variables = datasets.Where(netCdf.IsVariable).Select(dataset => Variable(dataset, netCdf, heap)).ToList();
            var dimensions = new OrderedDictionary<string, Dimension>(StringComparer.Ordinal);
            foreach (var dimension in netCdf.Scales.Concat(variables.SelectMany(variable => variable.Dimensions))) dimensions.TryAdd(dimension.Name, dimension);
            bool isNetCdf = Hdf5.Attributes.Of(root).Exists(attribute => attribute.Name is "_NCProperties" or "_nc3_strict") || netCdf.Scales.Any();
            return new DataSet(file.Name, isNetCdf ? "netCDF-4" : "HDF5", [.. dimensions.Values], variables, Attributes(Hdf5.Attributes.Of(root), heap), file);
        }
        catch (Exception error)
        {
            file.Dispose();
            if (error is OverflowException) throw FormatError.In(file.Name, "a shape is larger than any file", inner: error);
            throw;
        }
    }

    private static Variable Variable(Dataset dataset, NetCdf4 netCdf, GlobalHeap heap)
    {
        var dimensions = netCdf.DimensionsOf(dataset);
        IVariableSource source = dataset.Source(heap);
        if (dataset.Space.IsNull) dimensions = [new Dimension("none", 0)];
        else if (dimensions.Count > 0 && dimensions[0].Length > dataset.Space.Lengths[0]) source = new StretchedRows(source, dataset, dimensions);
        if (MatlabVector.Applies(dataset))
        {
            source = new MatlabVector(source, dataset.Space.Lengths[0]);
            dimensions = [dimensions[dataset.Space.Lengths[0] == 1 ? 1 : 0]];
        }
        return new Variable(NetCdf4.NameOf(dataset), dataset.Type.Element, dimensions, Attributes(dataset.Attributes, heap), source);
    }

    private static AttributeTable Attributes(IReadOnlyList<StoredAttribute> stored, GlobalHeap heap)
    {
        var table = new AttributeTable();
        foreach (var attribute in stored.Where(attribute => !NetCdf4.Hidden.Contains(attribute.Name)))
        {
            if (Hdf5.Attributes.Value(attribute, heap) is { } value) table[attribute.Name] = value;
        }
        return table;
    }
}
