using System.Text;
using Residuum.Data.Arrays;
using Residuum.Data.Bytes;

namespace Residuum.Data.NetCdf;

/// <summary>Parses the header: magic, numrecs, dim_list, gatt_list, var_list, top to bottom as the specification's grammar.</summary>
internal sealed class ClassicHeaderReader(ByteReader file)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private int _version;

    public ClassicHeader Read()
    {
        file.Expect("CDF"u8, "the magic bytes 'CDF'");
        _version = file.Byte("the version");
        if (_version is not (1 or 2 or 5)) throw file.Error("unknown netCDF classic version", $"{_version}", "1, 2 or 5");

        long records = Records();
        var dimensions = List(ClassicFormat.DimensionTag, "dimension", Dimension);
        int unlimited = dimensions.Count(dimension => dimension.IsUnlimited);
        if (unlimited > 1) throw file.Error("more than one unlimited dimension", $"{unlimited}", "at most 1");
        var attributes = Attributes();
        var variables = List(ClassicFormat.VariableTag, "variable", () => Variable(dimensions));
        Distinct(dimensions.Select(dimension => dimension.Name), "dimensions");
        return new ClassicHeader(_version, records, dimensions, attributes, variables);
    }

    private long Records()
    {
        long records = _version == 5 ? file.Int64BigEndian("numrecs") : file.Int32BigEndian("numrecs");
        return records >= ClassicFormat.Streaming ? records : throw file.Error("negative number of records", $"{records}", "0 or more");
    }

    /// <summary>ABSENT (zero, zero) or tag, count, items. Items are added as they are read, so a false count ends at the file's end.</summary>
    private List<T> List<T>(int tag, string item, Func<T> read)
    {
        int found = file.Int32BigEndian($"the {item} list");
        long count = Count($"the number of {item}s");
        if (found != tag && (found != 0 || count != 0)) throw file.Error($"no {item} list", $"tag {found}, count {count}", $"tag {tag}, or 0, 0");
        file.Demand(count, $"the {item} list");
        var items = new List<T>();
        for (long i = 0; i < count; i++) items.Add(read());
        return items;
    }

    private Dimension Dimension()
    {
        string name = Name("a dimension's name");
        long length = Count($"the length of dimension {FormatError.Quote(name)}");
        return new Dimension(name, length, IsUnlimited: length == 0);
    }

    private AttributeTable Attributes()
    {
        var table = new AttributeTable();
        foreach (var (name, value) in List(ClassicFormat.AttributeTag, "attribute", Attribute))
        {
            if (table.Contains(name)) throw file.Error("an attribute stands twice", FormatError.Quote(name), null);
            table[name] = value;
        }
        return table;
    }

    private (string Name, AttributeValue Value) Attribute()
    {
        string name = Name("an attribute's name");
        string what = $"attribute {FormatError.Quote(name)}";
        var type = Type(what);
        long count = Count(what);
        file.Demand(count, what);
        byte[] bytes = file.Take(count * Elements.Size(type), what);
        Pad(bytes.Length, what);
        if (type == ElementType.Char) return (name, Text(bytes));
        var values = Elements.Allocate(type, (int)count);
        Elements.Order(bytes, Elements.Size(type), bigEndian: true);
        bytes.CopyTo(Elements.Bytes(values, type));
        return (name, new AttributeValue(values));
    }

    private ClassicVariable Variable(List<Dimension> dimensions)
    {
        string name = Name("a variable's name");
        string what = $"variable {FormatError.Quote(name)}";
        long rank = Count($"the rank of {what}");
        if (rank > ClassicFormat.MaxRank) throw file.Error($"{what} has too many dimensions", $"{rank}", $"at most {ClassicFormat.MaxRank}");
        var own = new Dimension[rank];
        for (int i = 0; i < rank; i++) own[i] = dimensions[DimensionId(dimensions.Count, what)];
        if (own.Skip(1).Any(dimension => dimension.IsUnlimited)) throw file.Error($"{what} is unlimited in another dimension than its first", null, null);
        var attributes = Attributes();
        var type = Type(what);
        _ = Count($"the size of {what}"); // vsize is redundant, and wrong by design above 4 GiB
        long begin = _version == 1 ? file.Int32BigEndian(what) : file.Int64BigEndian(what);
        if (begin < 0) throw file.Error($"{what} begins before the file", $"{begin}", "0 or more");
        try
        {
            var variable = new ClassicVariable(name, type, own, attributes, begin);
            return variable.SlabBytes >= 0 ? variable : throw new OverflowException();
        }
        catch (OverflowException error)
        {
            throw FormatError.AtByte(file.Name, file.Position, $"{what} is larger than any file", inner: error);
        }
    }

    private int DimensionId(int count, string what)
    {
        long id = Count($"a dimension of {what}");
        return id < count ? (int)id : throw file.Error($"{what} names a dimension that does not exist", $"number {id}", $"0 to {count - 1}");
    }

    private ElementType Type(string what)
    {
        int code = file.Int32BigEndian($"the type of {what}");
        int limit = ClassicFormat.TypeCount(_version);
        return code >= 1 && code <= limit
            ? ClassicFormat.Type(code)
            : throw file.Error($"unknown type of {what}", $"{code}", $"1 to {limit} in CDF-{_version}");
    }

    private string Name(string what)
    {
        long length = Count(what);
        byte[] bytes = file.Take(length, what);
        Pad(length, what);
        string name = Text(bytes);
        if (name.Length == 0 || name.AsSpan().ContainsAny('/', '\0') || name.Any(char.IsControl))
            throw file.Error($"{what} is not allowed", FormatError.Quote(name), "a name without control characters and '/'");
        return name;
    }

    private void Pad(long length, string what) => file.Skip(ClassicFormat.Padded(length) - length, what);

    /// <summary>NON_NEG of the grammar: 4 bytes, 8 in CDF-5. Sizes above 2^31 in CDF-2 are unsigned.</summary>
    private long Count(string what)
    {
        long count = _version == 5 ? file.Int64BigEndian(what) : (uint)file.Int32BigEndian(what);
        return count >= 0 ? count : throw file.Error($"{what} is negative", $"{count}", "0 or more");
    }

    /// <summary>UTF-8; older writers left Latin-1. C programs often store the terminating NUL.</summary>
    private static string Text(byte[] bytes)
    {
        var text = bytes.AsSpan().TrimEnd((byte)0);
        try
        {
            return Strict.GetString(text);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(text);
        }
    }

    private void Distinct(IEnumerable<string> names, string what)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string name in names)
        {
            if (!seen.Add(name)) throw file.Error($"two {what} are named alike", FormatError.Quote(name), null);
        }
    }
}
