using Residuum.Data.Arrays;
using Residuum.Numerics.Errors;

namespace Residuum.Data.Npy;

/// <summary>Fills bytes from an offset in a .npy file; throws where the file has fewer.</summary>
/// <param name="offset">Byte of the file.</param>
/// <param name="bytes">What to fill.</param>
internal delegate void FillBytes(long offset, Span<byte> bytes);

/// <summary>Reads the values of an array: rows directly in C order, the whole and transposed in Fortran order.</summary>
internal sealed class NpySource(NpyHeader header, FillBytes fill) : IVariableSource
{
    private const int ChunkElements = 1 << 20;

    private readonly int _size = Elements.Size(header.Type);

    public Array Read(long first, long rows)
    {
        long allRows = header.Shape.Count == 0 ? 1 : header.Shape[0];
        long rowElements = allRows == 0 ? 0 : header.Count / allRows;
        if (header.FortranOrder && header.Shape.Count > 1) return Transposed(first * rowElements, rows * rowElements);
        return Load(header.DataOffset + first * rowElements * _size, checked((int)(rows * rowElements)));
    }

    private Array Load(long offset, int count)
    {
        var values = Elements.Allocate(header.Type, count);
        for (int done = 0; done < count; done += ChunkElements)
        {
            var chunk = Elements.Bytes(values, header.Type, done, Math.Min(ChunkElements, count - done));
            fill(offset + (long)done * _size, chunk);
            Elements.Order(chunk, _size, header.BigEndian);
        }
        return header.Type == ElementType.Boolean ? Truths((bool[])values) : values;
    }

    /// <summary>A truth value of a file may be any byte; a <see cref="bool"/> must be 0 or 1.</summary>
    private static bool[] Truths(bool[] values)
    {
        foreach (ref byte value in Elements.Bytes(values, ElementType.Boolean)) value = value == 0 ? (byte)0 : (byte)1;
        return values;
    }

    private Array Transposed(long first, long count)
    {
        if (header.Count > int.MaxValue / _size)
            throw new UserError("an array in Fortran order above 2 GiB is not read", remedy: "save numpy.ascontiguousarray of it");
        var stored = Elements.Bytes(Load(header.DataOffset, checked((int)header.Count)), header.Type);
        var values = Elements.Allocate(header.Type, checked((int)count));
        var target = Elements.Bytes(values, header.Type);
        for (int i = 0; i < count; i++)
        {
            int from = (int)FortranIndex(first + i) * _size;
            stored.Slice(from, _size).CopyTo(target[(i * _size)..]);
        }
        return values;
    }

    private long FortranIndex(long index)
    {
        long position = 0, stride = header.Count;
        for (int axis = header.Shape.Count - 1; axis >= 0; axis--)
        {
            long length = header.Shape[axis];
            stride /= length;
            position += index % length * stride;
            index /= length;
        }
        return position;
    }
}
