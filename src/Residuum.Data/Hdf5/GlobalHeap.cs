using System.Text;

namespace Residuum.Data.Hdf5;

/// <summary>Global heaps: where variable-length elements keep their contents. Each collection and each text is decoded once.</summary>
internal sealed class GlobalHeap(Container file)
{
    private readonly Dictionary<long, Dictionary<int, Cursor>> _collections = [];
    private readonly Dictionary<(long, int, int), string> _texts = [];

    /// <summary>Bytes of a variable-length element in the file.</summary>
    public int ElementSize => 4 + file.OffsetSize + 4;

    /// <summary>A text; empty where the element points nowhere.</summary>
    public string Text(Cursor element)
    {
        var (length, address, index) = Pointer(element);
        if (length == 0 || address is 0 or Container.Undefined) return "";
        if (!_texts.TryGetValue((address, index, length), out string? text))
        {
            text = Encoding.UTF8.GetString(Object(address, index).Take(length)).TrimEnd('\0');
            _texts[(address, index, length)] = text;
        }
        return text;
    }

    /// <summary>A sequence: number of its parts, and their bytes.</summary>
    public (int Count, Cursor? Parts) Sequence(Cursor element)
    {
        var (count, address, index) = Pointer(element);
        return count == 0 || address is 0 or Container.Undefined ? (0, null) : (count, Object(address, index));
    }

    private static (int Length, long Address, int Index) Pointer(Cursor element)
    {
        long length = element.UInt32();
        long address = element.Offset();
        return ((int)Math.Min(length, int.MaxValue), address, (int)Math.Min(element.UInt32(), int.MaxValue));
    }

    private Cursor Object(long address, int index)
    {
        if (!_collections.TryGetValue(address, out var objects)) _collections[address] = objects = Collection(address);
        return objects.TryGetValue(index, out var found) ? found.Rewound() : throw file.Error(address, "a global heap lacks an object", $"number {index}");
    }

    private Dictionary<int, Cursor> Collection(long address)
    {
        int prefix = 8 + file.LengthSize;
        var head = file.Block(address, prefix, "a global heap");
        head.Expect("GCOL"u8);
        head.Expect("its version", 1);
        head.Skip(3);
        long size = head.Length();
        var block = file.Block(address + prefix, size - prefix, "a global heap");
        var objects = new Dictionary<int, Cursor>();
        while (block.Remaining >= prefix)
        {
            int index = block.UInt16();
            block.Skip(6);
            long length = block.Length();
            if (index == 0) break; // free space
            objects[index] = block.Part(length, "an object of a global heap");
            block.Skip(Math.Min(block.Remaining, (8 - length % 8) % 8));
        }
        return objects;
    }
}
