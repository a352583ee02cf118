using System.Buffers.Binary;
using System.Text;
using Residuum.Data.Arrays;
using Residuum.Numerics.Errors;

namespace Residuum.Data.NetCdf;

/// <summary>Writes the header, the twin of <see cref="ClassicHeaderReader"/>.</summary>
internal sealed class ClassicHeaderWriter(Stream stream, int version)
{
    public const int RecordsOffset = 4;

    public void Write(ClassicHeader header)
    {
        stream.Write([(byte)'C', (byte)'D', (byte)'F', (byte)version]);
        Count(header.Records);
        List(ClassicFormat.DimensionTag, header.Dimensions, dimension =>
        {
            Name(dimension.Name);
            Count(dimension.IsUnlimited ? 0 : dimension.Length);
        });
        Attributes(header.Attributes);
        var ids = header.Dimensions.Select((dimension, id) => (dimension.Name, id)).ToDictionary(StringComparer.Ordinal);
        List(ClassicFormat.VariableTag, header.Variables, variable => Variable(variable, ids));
    }

    private void Variable(ClassicVariable variable, Dictionary<string, int> ids)
    {
        Name(variable.Name);
        Count(variable.Dimensions.Count);
        foreach (var dimension in variable.Dimensions) Count(ids[dimension.Name]);
        Attributes(variable.Attributes);
        Int32(ClassicFormat.Code(variable.Type));
        long size = ClassicFormat.Padded(variable.SlabBytes);
        Count(version == 5 ? size : Math.Min(size, uint.MaxValue)); // the specification: 2^32 - 1 where it does not fit
        if (version == 1) Int32(checked((int)variable.Begin));
        else Int64(variable.Begin);
    }

    private void Attributes(AttributeTable attributes) => List(ClassicFormat.AttributeTag, [.. attributes], attribute =>
    {
        var (name, value) = attribute;
        Name(name);
        if (value.IsText) Text(name, value);
        else Numbers(name, value);
    });

    private void Text(string name, AttributeValue value)
    {
        if (value.Values.Length > 1)
            throw new UserError($"attribute {FormatError.Quote(name)} holds {value.Values.Length} texts, netCDF classic holds one", remedy: "join them");
        byte[] text = Encoding.UTF8.GetBytes(value.Text);
        Int32(ClassicFormat.Code(ElementType.Char));
        Count(text.Length);
        Padded(text);
    }

    private void Numbers(string name, AttributeValue value)
    {
        // The classic formats know no 64-bit integers, and attributes such as _FillValue must keep their type: only CDF-5 takes them.
        int code = ClassicFormat.Code(value.Type);
        if (code < 1 || code > ClassicFormat.TypeCount(version))
            throw new UserError($"attribute {FormatError.Quote(name)} has a type that CDF-{version} does not know", found: value.Type.ToString(), remedy: "convert it, or write CDF-5");
        byte[] bytes = Elements.Bytes(value.Values, value.Type).ToArray();
        Elements.Order(bytes, Elements.Size(value.Type), bigEndian: true);
        Int32(code);
        Count(value.Values.Length);
        Padded(bytes);
    }

    private void List<T>(int tag, IReadOnlyList<T> items, Action<T> write)
    {
        Int32(items.Count == 0 ? 0 : tag);
        Count(items.Count);
        foreach (var item in items) write(item);
    }

    private void Name(string name)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(name);
        Count(bytes.Length);
        Padded(bytes);
    }

    private void Padded(ReadOnlySpan<byte> bytes)
    {
        stream.Write(bytes);
        stream.Write([0, 0, 0], 0, (int)(ClassicFormat.Padded(bytes.Length) - bytes.Length));
    }

    private void Count(long count)
    {
        if (version == 5) Int64(count);
        else Int32(unchecked((int)checked((uint)count)));
    }

    private void Int32(int value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        stream.Write(bytes);
    }

    private void Int64(long value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        stream.Write(bytes);
    }
}
