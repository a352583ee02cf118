using System.Runtime.InteropServices;
using Residuum.Data.Arrays;
using Residuum.Data.Bytes;
using Residuum.Numerics.Errors;

namespace Residuum.Data.Safetensors;

/// <summary>An open safetensors file: named tensors of a model, read when asked for.</summary>
/// <remarks>For the view that all formats share see <see cref="DataFile.Open"/>. Read by positioned reads: nothing but what is asked for is held in memory.</remarks>
public sealed class SafetensorsFile : IDisposable
{
    private const int ChunkBytes = 1 << 24;

    private readonly ByteStore _store;
    private readonly Dictionary<string, SafetensorsTensor> _byName;

    private SafetensorsFile(ByteStore store, string name)
    {
        (_store, Name) = (store, name);
        var header = SafetensorsHeader.Read(store, name);
        (Tensors, Metadata) = (header.Tensors, header.Metadata);
        _byName = Tensors.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
    }

    /// <summary>Path of the file, or its name in messages.</summary>
    public string Name { get; }

    /// <summary>All tensors, in the order of their bytes.</summary>
    public IReadOnlyList<SafetensorsTensor> Tensors { get; }

    /// <summary>Texts about the whole.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>The tensor of a name.</summary>
    /// <param name="name">Exact name.</param>
    /// <exception cref="UserError">There is none.</exception>
    public SafetensorsTensor this[string name] => _byName.TryGetValue(name, out var tensor) ? tensor : throw new UserError($"no tensor named {FormatError.Quote(name)}", Name);

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FormatError">Names file, byte or tensor, what was found and what was expected.</exception>
    public static SafetensorsFile Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return Open(ByteStore.Open(path), path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserError("can not read", path, error.Message, inner: error);
        }
    }

    /// <summary>Reads a file in memory.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">Name for messages.</param>
    /// <exception cref="FormatError">Names file, byte or tensor, what was found and what was expected.</exception>
    public static SafetensorsFile Parse(ReadOnlyMemory<byte> bytes, string name) => Open(ByteStore.Of(bytes), name);

    /// <summary>Whether there is a tensor of that name.</summary>
    /// <param name="name">Exact name.</param>
    public bool Contains(string name) => _byName.ContainsKey(name);

    /// <summary>The raw bytes of a tensor, little-endian, whatever its type.</summary>
    /// <param name="tensor">A tensor of this file; at most 2 GiB.</param>
    public byte[] ReadBytes(SafetensorsTensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        var bytes = new byte[Limited(tensor, tensor.Bytes)];
        Fill(tensor, 0, bytes);
        return bytes;
    }

    /// <summary>Values in their own type: <c>float[]</c> (F16 and BF16 too, which widens them exactly), <c>double[]</c>, <c>long[]</c> ...</summary>
    /// <param name="tensor">A tensor of this file.</param>
    /// <exception cref="UserError">A type of which only the raw bytes are read.</exception>
    public Array Read(SafetensorsTensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return Read(tensor, 0, tensor.Count);
    }

    /// <summary>Values as doubles; integers beyond 2^53 are rounded.</summary>
    /// <param name="tensor">A tensor of this file.</param>
    public double[] ReadDouble(SafetensorsTensor tensor) => Elements.ToDouble(Read(tensor), SafetensorsTypes.ElementOf(tensor.Type));

    /// <inheritdoc/>
    public void Dispose() => _store.Dispose();

    /// <summary>Values from an element on.</summary>
    internal Array Read(SafetensorsTensor tensor, long first, long count)
    {
        var type = SafetensorsTypes.ElementOf(tensor.Type);
        if (type == ElementType.Other)
            throw FormatError.In(Name, $"tensor {FormatError.Quote(tensor.Name)} has a type that is not read as numbers", SafetensorsTypes.NameOf(tensor.Type), remedy: "read its raw bytes");
        int length = Limited(tensor, count);
        if (tensor.Type is SafetensorsType.F16 or SafetensorsType.BF16) return Widened(tensor, first, length);
        var values = Elements.Allocate(type, length);
        int size = Elements.Size(type), chunk = ChunkBytes / size;
        for (int done = 0; done < length; done += chunk)
        {
            var bytes = Elements.Bytes(values, type, done, Math.Min(chunk, length - done));
            Fill(tensor, (first + done) * size, bytes);
            Elements.Order(bytes, size, bigEndian: false);
        }
        if (type == ElementType.Boolean) foreach (ref byte value in Elements.Bytes(values, type)) value = value == 0 ? (byte)0 : (byte)1;
        return values;
    }

    private float[] Widened(SafetensorsTensor tensor, long first, int count)
    {
        var halves = new ushort[count];
        var bytes = MemoryMarshal.AsBytes(halves.AsSpan());
        Fill(tensor, first * sizeof(ushort), bytes);
        Elements.Order(bytes, sizeof(ushort), bigEndian: false);
        return tensor.Type == SafetensorsType.F16
            ? Array.ConvertAll(halves, half => (float)BitConverter.UInt16BitsToHalf(half))
            : Array.ConvertAll(halves, half => BitConverter.UInt32BitsToSingle((uint)half << 16));
    }

    private static SafetensorsFile Open(ByteStore store, string name)
    {
        try
        {
            return new SafetensorsFile(store, name);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    private void Fill(SafetensorsTensor tensor, long from, Span<byte> bytes)
    {
        if (_store.Read(tensor.Offset + from, bytes) != bytes.Length) throw FormatError.AtByte(Name, tensor.Offset + from, "the file became shorter while it was read");
    }

    private int Limited(SafetensorsTensor tensor, long count) => count <= Array.MaxLength / 2
        ? (int)count
        : throw new UserError($"tensor {FormatError.Quote(tensor.Name)} is too large to read at once", Name, tensor.ShapeText);
}
