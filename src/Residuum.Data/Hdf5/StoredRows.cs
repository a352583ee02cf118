using Residuum.Data.Arrays;

namespace Residuum.Data.Hdf5;

/// <summary>Reads rows of a dataset: bytes from its layout, then elements from the bytes.</summary>
internal sealed class StoredRows : IVariableSource
{
    private readonly Dataset _dataset;
    private readonly GlobalHeap? _heap;
    private readonly Container _file;
    private readonly Layout _layout;
    private readonly byte[]? _fill;
    private readonly ChunkedRows? _chunks;
    private readonly int _size;
    private readonly long _rowElements;

    public StoredRows(Dataset dataset, GlobalHeap? heap)
    {
        (_dataset, _heap, _file, _size) = (dataset, heap, dataset.Header.File, dataset.Type.Size);
        _layout = Layout.Read(dataset.Header.Message(MessageType.Layout)!);
        _fill = FillValue.Read(dataset.Header, _size);
        _rowElements = dataset.Space.Lengths.Skip(1).Aggregate(1L, (count, length) => count * length);
        if (_layout is Chunked chunked) _chunks = new ChunkedRows(dataset, chunked, _fill);
    }

    public Array Read(long first, long rows)
    {
        var bytes = (Int128)rows * _rowElements * _size;
        _file.DemandRoom(bytes, _dataset);
        return Decode(Bytes(first * _rowElements * _size, (int)bytes, first, rows));
    }

    private byte[] Bytes(long offset, int count, long first, long rows)
    {
        switch (_layout)
        {
            case Compact compact when offset + count <= compact.Bytes.Length: return compact.Bytes.AsSpan((int)offset, count).ToArray();
            case Contiguous { Address: >= 0 } contiguous: return _file.ReadBytes(contiguous.Address + offset, count, $"dataset {FormatError.Quote(_dataset.Path)}");
            case Contiguous: return FillValue.Repeat(_fill, count);
            case Chunked: return _chunks!.Read(first, rows);
            default: throw _file.Error(_dataset.Address, $"dataset {FormatError.Quote(_dataset.Path)} is shorter than its shape");
        }
    }

    private Array Decode(byte[] bytes)
    {
        var type = _dataset.Type;
        if (type.Element != ElementType.Text) return Attributes.Decoded(bytes, type);
        var cursor = new Cursor(_file, bytes, _dataset.Address, $"dataset {FormatError.Quote(_dataset.Path)}");
        var texts = new string[bytes.Length / _size];
        for (int i = 0; i < texts.Length; i++) texts[i] = _heap is null ? cursor.Text(_size).TrimEnd(' ') : _heap.Text(cursor.Part(_size, "a text"));
        return texts;
    }
}
