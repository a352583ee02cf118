using Residuum.Data.Arrays;
using Residuum.Data.Bytes;

namespace Residuum.Data.Npy;

/// <summary>Writes .npy files (version 1, little-endian, C order), with a JSON companion where names or attributes must be kept.</summary>
public static class NpyWriter
{
    private const int ChunkElements = 1 << 16;

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
            WriteValues(stream, values, type);
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

    private static void WriteValues(Stream stream, Array values, ElementType type)
    {
        int size = Elements.Size(type);
        var buffer = new byte[Math.Min(values.Length, ChunkElements) * size];
        for (int done = 0; done < values.Length; done += ChunkElements)
        {
            int count = Math.Min(ChunkElements, values.Length - done);
            var chunk = buffer.AsSpan(0, count * size);
            Elements.Bytes(values, type, done, count).CopyTo(chunk);
            Elements.Order(chunk, size, bigEndian: false);
            stream.Write(chunk);
        }
    }
}
