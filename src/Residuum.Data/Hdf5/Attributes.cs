using Residuum.Data.Arrays;

namespace Residuum.Data.Hdf5;

/// <summary>An attribute as it stands in the file.</summary>
/// <param name="Name">Name.</param>
/// <param name="Type">Type of its elements.</param>
/// <param name="Space">Shape.</param>
/// <param name="Values">Their bytes.</param>
internal sealed record StoredAttribute(string Name, Datatype Type, Dataspace Space, Cursor Values);

/// <summary>The attributes of an object: in its header, or in a heap where there are many.</summary>
internal static class Attributes
{
    public static List<StoredAttribute> Of(ObjectHeader owner)
    {
        var attributes = owner.Messages(MessageType.Attribute).Select(Read).ToList();
        if (owner.Message(MessageType.AttributeInfo) is not { } info) return attributes;

        info.Expect("the version of an attribute information", 0);
        if ((info.Byte() & 1) != 0) info.Skip(2);
        long heapAddress = info.Offset(), nameIndex = info.Offset();
        if (heapAddress < 0 || nameIndex < 0) return attributes;
        var heap = FractalHeap.Read(info.File, heapAddress);
        var dense = new List<(long Order, StoredAttribute Attribute)>();
        BTree2.Visit(info.File, nameIndex, record =>
        {
            var attribute = Read(heap.Object(record.Part(heap.IdLength, "a heap ID")));
            record.Skip(1);
            dense.Add((record.UInt32(), attribute));
        });
        return [.. attributes, .. dense.OrderBy(item => item.Order).Select(item => item.Attribute)]; // in the order they were made
    }

    /// <summary>The values as the data model holds them, or null where it can not: references, compounds, nested sequences.</summary>
    public static AttributeValue? Value(StoredAttribute attribute, GlobalHeap heap)
    {
        var (type, count, values) = (attribute.Type, attribute.Space.Count, attribute.Values.Rewound());
        if (type.Class == TypeClass.VariableLength && type.IsText) return Texts(values, count, heap.ElementSize, heap.Text);
        if (type.Class == TypeClass.FixedText) return Texts(values, count, type.Size, element => element.Text(type.Size).TrimEnd(' '));
        if (type.Element == ElementType.Other || type.Class == TypeClass.VariableLength) return null;
        if (count > values.Remaining / type.Size) throw values.Error("an attribute is shorter than its shape", $"{values.Remaining} bytes", $"{count} elements of {type.Size}");
        return new AttributeValue(Decoded(values.Take((int)count * type.Size), type));
    }

    /// <summary>Elements of a fixed size as an array.</summary>
    public static Array Decoded(ReadOnlySpan<byte> bytes, Datatype type)
    {
        var values = Elements.Allocate(type.Element, bytes.Length / type.Size);
        var target = Elements.Bytes(values, type.Element);
        bytes.CopyTo(target);
        Elements.Order(target, type.Size, type.BigEndian);
        if (type.Element == ElementType.Boolean)
        {
            foreach (ref byte value in target) value = value == 0 ? (byte)0 : (byte)1;
        }
        return values;
    }

    private static AttributeValue Texts(Cursor values, long count, int size, Func<Cursor, string> read)
    {
        if (count == 0) return ""; // netCDF writes an empty text so
        if (count > values.Remaining / size) throw values.Error("an attribute is shorter than its shape", $"{values.Remaining} bytes", $"{count} texts");
        var texts = new string[count];
        foreach (ref string text in texts.AsSpan()) text = read(values.Part(size, "a text"));
        return new AttributeValue(texts);
    }

    private static StoredAttribute Read(Cursor block)
    {
        int version = block.Expect("the version of an attribute", 1, 2, 3);
        int flags = block.Byte();
        int nameSize = block.UInt16(), typeSize = block.UInt16(), spaceSize = block.UInt16();
        if (version == 3) block.Skip(1); // character set of the name: UTF-8 covers both
        int Padded(int size) => version == 1 ? (size + 7) / 8 * 8 : size;

        string name = block.Part(Padded(nameSize), "an attribute's name").Text(nameSize);
        var type = block.Part(Padded(typeSize), "an attribute's type");
        if (version > 1 && (flags & 1) != 0) type = ObjectHeader.Shared(type, MessageType.Datatype);
        var space = block.Part(Padded(spaceSize), "an attribute's shape");
        return new StoredAttribute(name, Datatype.Read(type), Dataspace.Read(space), block.Part(block.Remaining, "an attribute's values"));
    }
}
