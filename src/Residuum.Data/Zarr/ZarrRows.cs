using Residuum.Data.Arrays;
using Residuum.Numerics.Errors;

namespace Residuum.Data.Zarr;

/// <summary>Puts rows together from the chunks that they cross.</summary>
internal sealed class ZarrRows(ZarrArray array) : IVariableSource
{
    /// <summary>Bytes that may be read where little is stored: chunks that were never written hold the fill value.</summary>
    private const long FreeData = 64 << 20;

    /// <summary>Most bytes for each one stored: a block of Zstandard that repeats itself.</summary>
    private const long DataPerByte = 1 << 15;

    private readonly Lazy<List<(long[] Place, string Key)>> _chunks = new(() =>
        [.. array.Folder.Chunks.Keys.Select(key => (Place: array.PlaceOf(key), Key: key)).Where(chunk => chunk.Place is not null).Select(chunk => (chunk.Place!, chunk.Key)).OrderBy(chunk => chunk.Key, StringComparer.Ordinal)]);

    public Array Read(long first, long rows)
    {
        if (array.Type is ElementType.Other or ElementType.Text) throw FormatError.In(array.Folder.PathOf(""), "an element type that is not read", remedy: "write numbers, or netCDF");
        int size = Elements.Size(array.Type);
        long[] lengths = array.Shape.Length == 0 ? [1] : array.Shape, chunkLengths = array.Shape.Length == 0 ? [1] : array.ChunkShape;
        long count = lengths.Skip(1).Aggregate(rows, (product, length) => checked(product * length));
        Demand(count * size, "the rows");
        long chunkBytes = Bytes(chunkLengths, size);
        Demand(chunkBytes, "a chunk");
        var values = Elements.Allocate(array.Type, checked((int)count));
        var bytes = Elements.Bytes(values, array.Type);
        if (array.Fill is { } fill) Repeat(fill, bytes);
        if (count == 0) return values;
        var window = new ChunkWindow(lengths, chunkLengths, size);
        foreach (var (place, key) in _chunks.Value)
        {
            if ((place[0] + 1) * chunkLengths[0] <= first || place[0] * chunkLengths[0] >= first + rows) continue;
            byte[] chunk = array.Codecs.Undo(array.Folder.Chunk(key), (int)chunkBytes, (what, remedy) => FormatError.In(array.Folder.PathOf(key), what, remedy: remedy));
            window.Copy(chunk, place, bytes, first, rows);
        }
        if (array.Type == ElementType.Boolean)
        {
            foreach (ref byte value in bytes) value = value == 0 ? (byte)0 : (byte)1; // a bool must be 0 or 1
        }
        return values;
    }

    private static long Bytes(long[] lengths, int size) => lengths.Aggregate((long)size, (bytes, length) => length > 0 && bytes > long.MaxValue / length ? long.MaxValue : bytes * length);

    private void Demand(long bytes, string what)
    {
        long stored = array.Folder.Chunks.Values.Sum(), limit = Math.Min(Array.MaxLength, FreeData + (DataPerByte * Math.Min(stored, int.MaxValue)));
        if (bytes > limit)
            throw new UserError($"{what} of an array are larger than what is stored", array.Folder.PathOf(""), $"{bytes} bytes", $"at most {limit} for {stored} bytes stored", "read fewer rows at a time, or write smaller chunks");
    }

    private static void Repeat(byte[] fill, Span<byte> bytes)
    {
        for (int at = 0; at < bytes.Length; at += fill.Length) fill.CopyTo(bytes[at..]);
    }
}
