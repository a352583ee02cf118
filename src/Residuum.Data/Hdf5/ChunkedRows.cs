using Residuum.Data.Arrays;

namespace Residuum.Data.Hdf5;

/// <summary>Puts rows together from the chunks that they cross.</summary>
internal sealed class ChunkedRows
{
    private readonly Container _file;
    private readonly string _what;
    private readonly long[] _lengths;
    private readonly int _size;
    private readonly ChunkGrid _grid;
    private readonly ChunkWindow _window;
    private readonly FilterPipeline? _filters;
    private readonly byte[]? _fill;
    private readonly Lazy<Dictionary<long, StoredChunk>> _chunks;

    public ChunkedRows(Dataset dataset, Chunked layout, byte[]? fill)
    {
        _file = dataset.Header.File;
        _what = $"a chunk of dataset {FormatError.Quote(dataset.Path)}";
        (_lengths, _size, _fill) = (dataset.Space.Lengths, dataset.Type.Size, fill);
        _filters = dataset.Header.Message(MessageType.Filters) is { } filters ? FilterPipeline.Read(filters) : null;
        _grid = ChunkGrid.Of(_file, dataset.Space, layout.Lengths, _size, _filters is { Steps.Count: > 0 });
        _window = new ChunkWindow(_lengths, _grid.ChunkLengths, _size);
        _chunks = new(() => layout.Index.Read(_grid));
    }

    public byte[] Read(long first, long rows)
    {
        long rowBytes = _lengths.Skip(1).Aggregate((long)_size, (count, length) => count * length);
        var result = FillValue.Repeat(_fill, (int)(rows * rowBytes));
        if (result.Length == 0) return result;

        // Honest chunks reach beyond the rows at their edges only; the limit stops many that point to the same bytes.
        long budget = _file.DataLimit + 64L * result.Length;
        foreach (var (number, chunk) in Between(first / _grid.ChunkLengths[0], (first + rows - 1) / _grid.ChunkLengths[0]))
            _window.Copy(Load(chunk, ref budget), _grid.PlaceOf(number), result, first, rows);
        return result;
    }

    /// <summary>Stored chunks in a range of the first dimension, found by their number or, where few are stored, one by one.</summary>
    private IEnumerable<KeyValuePair<long, StoredChunk>> Between(long firstChunk, long lastChunk)
    {
        long perRow = _grid.Counts.Skip(1).Aggregate(1L, (count, length) => count * length);
        long from = firstChunk * perRow, to = (lastChunk + 1) * perRow;
        var chunks = _chunks.Value;
        if (to - from > chunks.Count) return chunks.Where(chunk => chunk.Key >= from && chunk.Key < to);
        return LongRange(from, to).Where(chunks.ContainsKey).Select(number => KeyValuePair.Create(number, chunks[number]));
    }

    private static IEnumerable<long> LongRange(long from, long to)
    {
        for (long number = from; number < to; number++) yield return number;
    }

    private byte[] Load(StoredChunk chunk, ref long budget)
    {
        budget -= chunk.Size + Math.Min(_grid.ChunkBytes, _filters?.MostBytes(chunk.Size) ?? chunk.Size);
        if (budget < 0) throw _file.Error(chunk.Address, $"{_what} and others overlap");
        byte[] stored = _file.ReadBytes(chunk.Address, chunk.Size, _what);
        return _filters is null
            ? stored.Length == _grid.ChunkBytes ? stored : throw _file.Error(chunk.Address, $"{_what} has {stored.Length} bytes instead of {_grid.ChunkBytes}")
            : _filters.Undo(stored, chunk.Mask, _grid.ChunkBytes, (problem, remedy) => _file.Error(chunk.Address, $"{_what}: {problem}", remedy: remedy));
    }
}
