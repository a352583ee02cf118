using Residuum.Data.Arrays;

namespace Residuum.Data.Safetensors;

/// <summary>Reads safetensors files as data sets: each tensor a variable whose attribute <c>dtype</c> is its type in the file, the metadata as attributes of the whole.</summary>
public static class SafetensorsReader
{
    /// <summary>Opens a file; values are read when asked for. Dispose the result to close it.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FormatError">Names file, byte or tensor, what was found and what was expected.</exception>
    public static DataSet Open(string path) => View(SafetensorsFile.Open(path));

    /// <summary>Reads a file in memory.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">Name for messages.</param>
    /// <exception cref="FormatError">Names file, byte or tensor, what was found and what was expected.</exception>
    public static DataSet Parse(ReadOnlyMemory<byte> bytes, string name) => View(SafetensorsFile.Parse(bytes, name));

    private static DataSet View(SafetensorsFile file)
    {
        var names = new AnonymousDimensions();
        var dimensions = new OrderedDictionary<string, Dimension>(StringComparer.Ordinal);
        var variables = new List<Variable>(file.Tensors.Count);
        foreach (var tensor in file.Tensors)
        {
            var own = names.Of(tensor.Shape);
            foreach (var dimension in own) dimensions[dimension.Name] = dimension;
            var attributes = new AttributeTable { ["dtype"] = SafetensorsTypes.NameOf(tensor.Type) };
            variables.Add(new Variable(tensor.Name, SafetensorsTypes.ElementOf(tensor.Type), own, attributes, new Source(file, tensor)));
        }
        var metadata = new AttributeTable();
        foreach (var (key, text) in file.Metadata) metadata[key] = text;
        return new DataSet(file.Name, "safetensors", [.. dimensions.Values], variables, metadata, file);
    }

    private sealed class Source(SafetensorsFile file, SafetensorsTensor tensor) : IVariableSource
    {
        private readonly long _rowSize = tensor.Shape.Skip(1).Aggregate(1L, (size, length) => size * length);

        public Array Read(long first, long rows) => file.Read(tensor, first * _rowSize, rows * _rowSize);
    }
}
