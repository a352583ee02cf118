using PureHDF;
using Residuum.Data.Arrays;
using Residuum.Data.Bytes;
using Residuum.Numerics.Errors;

namespace Residuum.Data.Hdf5;

/// <summary>Writes plain HDF5: arrays with attributes, in groups where names have slashes. Dimension names become labels.</summary>
/// <remarks>Not netCDF-4, whose dimension scales need texts that PureHDF can not write; for xarray write netCDF classic.</remarks>
public static class Hdf5Writer
{
    /// <summary>Writes a data set.</summary>
    /// <param name="path">The file.</param>
    /// <param name="data">What to write.</param>
    /// <exception cref="UserError">The folder can not be written, or a variable is of a type that is not written.</exception>
    public static void Write(string path, DataSet data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var root = new H5File();
        AddAttributes(root, data.Attributes);
        foreach (var variable in data.Variables)
        {
            string[] names = variable.Name.Split('/');
            H5Group group = root;
            foreach (string name in names[..^1]) group = Inner(group, name, variable.Name);
            group[names[^1]] = Dataset(variable);
        }
        AtomicFile.Write(path, stream => root.Write(stream));
    }

    private static H5Group Inner(H5Group group, string name, string path)
    {
        if (!group.TryGetValue(name, out object? inner)) group[name] = inner = new H5Group();
        return inner as H5Group ?? throw new UserError($"{FormatError.Quote(path)}: {FormatError.Quote(name)} is a variable and a group");
    }

    private static H5Dataset Dataset(Variable variable)
    {
        if (variable.Type == ElementType.Other) throw new UserError($"variable {FormatError.Quote(variable.Name)} has a type that is not written");
        var values = variable.ReadElements();
        var dataset = variable.Rank == 0
            ? new H5Dataset(values.GetValue(0)!)
            : new H5Dataset(values, fileDims: [.. variable.Shape.Select(length => (ulong)length)]);
        AddAttributes(dataset, variable.Attributes);
        if (variable.Rank > 0) dataset.Attributes[NetCdf4.Labels] = variable.Dimensions.Select(dimension => dimension.Name).ToArray();
        return dataset;
    }

    private static void AddAttributes(H5Object owner, AttributeTable attributes)
    {
        foreach (var (name, value) in attributes) owner.Attributes[name] = value.Values.Length == 1 ? value.Values.GetValue(0)! : value.Values;
    }
}
