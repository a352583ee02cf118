using Residuum.Data.Arrays;
using Residuum.Data.Bytes;
using Residuum.Numerics.Errors;

namespace Residuum.Data.Safetensors;

/// <summary>Writes safetensors files, atomically; tensors are sorted by size of their elements, then by name, so that each is aligned.</summary>
public static class SafetensorsWriter
{
    /// <summary>Writes tensors and texts.</summary>
    /// <param name="path">The file; replaced when the new one is complete.</param>
    /// <param name="tensors">What to write; no two of one name.</param>
    /// <param name="metadata">Texts about the whole.</param>
    /// <exception cref="UserError">The folder can not be written.</exception>
    /// <exception cref="ArgumentException">Two tensors of one name, or a tensor that wrote more or fewer bytes than its shape says.</exception>
    public static void Write(string path, IEnumerable<SafetensorsContent> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        SafetensorsContent[] sorted = [.. tensors.OrderByDescending(tensor => SafetensorsTypes.SizeOf(tensor.Type)).ThenBy(tensor => tensor.Name, StringComparer.Ordinal)];
        if (sorted.DistinctBy(tensor => tensor.Name, StringComparer.Ordinal).Count() != sorted.Length || sorted.Any(tensor => tensor.Name == SafetensorsHeader.MetadataKey))
            throw new ArgumentException("two tensors of one name, or one named as the metadata", nameof(tensors));
        AtomicFile.Write(path, stream =>
        {
            stream.Write(SafetensorsHeaderWriter.Bytes(sorted.Select(tensor => (tensor.Name, tensor.Type, tensor.Shape)), metadata ?? new Dictionary<string, string>()));
            foreach (var tensor in sorted) WriteOne(stream, tensor);
        });
    }

    /// <summary>Writes all variables of a data set; texts among its attributes become metadata.</summary>
    /// <param name="path">The file; replaced when the new one is complete.</param>
    /// <param name="data">What to write.</param>
    /// <exception cref="UserError">A variable of text, or a folder that can not be written.</exception>
    public static void Write(string path, DataSet data)
    {
        ArgumentNullException.ThrowIfNull(data);
        Write(path, data.Variables.Select(variable => Content(variable.Name, variable.ReadElements(), variable.Shape)),
            data.Attributes.ToDictionary(attribute => attribute.Key, attribute => attribute.Value.Text, StringComparer.Ordinal));
    }

    /// <summary>A tensor from an array.</summary>
    /// <param name="name">Name.</param>
    /// <param name="values">Values, row-major: <c>float[]</c>, <c>double[]</c>, <c>long[]</c> ...; kept until written.</param>
    /// <param name="shape">Length of each dimension.</param>
    /// <exception cref="UserError">An array of texts.</exception>
    public static SafetensorsContent Content(string name, Array values, params IReadOnlyList<long> shape)
    {
        ArgumentNullException.ThrowIfNull(values);
        var type = Elements.TypeOf(values);
        return new SafetensorsContent(name, SafetensorsTypes.Of(type), shape, stream => Elements.Write(stream, values, type));
    }

    private static void WriteOne(Stream stream, SafetensorsContent tensor)
    {
        long start = stream.Position;
        tensor.Write(stream);
        long expected = new SafetensorsTensor(tensor.Name, tensor.Type, tensor.Shape, 0).Bytes;
        if (stream.Position - start != expected) throw new ArgumentException($"tensor {tensor.Name} wrote {stream.Position - start} bytes, expected {expected}", nameof(tensor));
    }
}
