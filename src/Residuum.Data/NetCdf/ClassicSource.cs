using Residuum.Data.Arrays;
using Residuum.Data.Bytes;

namespace Residuum.Data.NetCdf;

/// <summary>Reads the values of one variable: contiguous where it is fixed, record by record where it is not.</summary>
internal sealed class ClassicSource(ClassicVariable variable, ByteStore store, string file, long recordBytes) : IVariableSource
{
    private const int ChunkElements = 1 << 20;

    private readonly int _size = Elements.Size(variable.Type);

    public Array Read(long first, long rows)
    {
        long rowElements = variable.IsRecord || variable.Dimensions.Count == 0
            ? variable.SlabElements
            : variable.SlabElements / variable.Dimensions[0].Length;
        var values = Elements.Allocate(variable.Type, checked((int)(rows * rowElements)));
        if (variable.IsRecord && recordBytes != variable.SlabBytes)
        {
            for (long row = 0; row < rows; row++)
                Fill(values, (int)(row * rowElements), (int)rowElements, variable.Begin + (first + row) * recordBytes);
        }
        else
        {
            Fill(values, 0, values.Length, variable.Begin + first * rowElements * _size);
        }
        return values;
    }

    private void Fill(Array values, int start, int count, long offset)
    {
        for (int done = 0; done < count; done += ChunkElements)
        {
            var bytes = Elements.Bytes(values, variable.Type, start + done, Math.Min(ChunkElements, count - done));
            if (store.Read(offset + (long)done * _size, bytes) != bytes.Length)
                throw FormatError.AtByte(file, offset, $"the file became shorter while variable {FormatError.Quote(variable.Name)} was read");
            Elements.Order(bytes, _size, bigEndian: true);
        }
    }
}
