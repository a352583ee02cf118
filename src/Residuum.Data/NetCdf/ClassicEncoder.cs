using Residuum.Data.Arrays;

namespace Residuum.Data.NetCdf;

/// <summary>Writes values big-endian through a small buffer.</summary>
internal sealed class ClassicEncoder(Stream stream)
{
    public const int ChunkElements = 1 << 16;

    private readonly byte[] _buffer = new byte[ChunkElements * sizeof(double)];

    public void Write(Array values, ElementType type)
    {
        int size = Elements.Size(type);
        for (long done = 0; done < values.LongLength; done += ChunkElements)
        {
            int count = (int)Math.Min(ChunkElements, values.LongLength - done);
            var chunk = _buffer.AsSpan(0, count * size);
            Elements.Bytes(values, type, (int)done, count).CopyTo(chunk);
            Elements.Order(chunk, size, bigEndian: true);
            stream.Write(chunk);
        }
    }

    /// <summary>Fills up to four bytes with the type's fill value.</summary>
    public void Pad(ClassicVariable variable)
    {
        int padding = (int)(ClassicFormat.Padded(variable.SlabBytes) - variable.SlabBytes);
        stream.Write(ClassicFormat.Padding(variable.Type)[..padding]);
    }
}
