using Residuum.Data.Arrays;
using Residuum.Data.Bytes;

namespace Residuum.Data.Npy;

/// <summary>Writes .npy files (version 1, little-endian, C order), with a JSON companion where names or attributes must be kept.</summary>
public static class NpyWriter
{
    /// <summary>Writes an array.</summary>
    /// <param name="path">The .npy file.</param>
    /// <param name="values">Values in C order: <c>double[]</c>, <c>float[]</c>, integers or <c>bool[]</c>.</param>
    /// <param name="shape">Length of each dimension.</param>
    public static void Write(string path, Array values, params IReadOnlyList<long> shape)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(shape);
        if (shape.Aggregate(1L, (count, length) => checked(count * length)) != values.LongLength)
            throw new ArgumentException($"{values.LongLength} values for shape ({string.Join(", ", shape)})", nameof(values));
        var type = Elements.TypeOf(values);
        AtomicFile.Write(path, stream =>
        {
            stream.Write(NpyHeader.Write(type, shape));
            Elements.Write(stream, values, type);
        });
    }

    /// <summary>Writes one variable and, in the JSON file of the same name, its name, dimensions and attributes, the other variables and the global attributes.</summary>
    /// <param name="path">The .npy file.</param>
    /// <param name="data">What to write.</param>
    /// <param name="variable">The variable that becomes the array; the others go into the JSON file and should be small.</param>
    public static void Write(string path, DataSet data, string variable)
    {
        ArgumentNullException.ThrowIfNull(data);
        var main = data[variable];
        Write(path, main.ReadElements(), main.Shape);
        AtomicFile.Write(NpyCompanion.PathOf(path), stream => NpyCompanionWriter.Write(stream, data, main));
    }
}
