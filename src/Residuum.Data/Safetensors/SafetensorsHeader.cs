using System.Buffers.Binary;
using System.Text.Json;
using Residuum.Data.Bytes;
using Residuum.Data.Json;

namespace Residuum.Data.Safetensors;

/// <summary>Header of a safetensors file: its length in 8 bytes, little-endian, then JSON: names to type, shape and byte range, and texts under <c>__metadata__</c>.</summary>
/// <remarks>Checked in the order that keeps a hostile file harmless: length of the header, JSON, shapes, then the ranges, which must cover the rest of the file without
/// gap or overlap. The format: https://huggingface.co/docs/safetensors.</remarks>
/// <param name="Tensors">Entries, by byte range.</param>
/// <param name="Metadata">Texts about the whole.</param>
internal sealed record SafetensorsHeader(IReadOnlyList<SafetensorsTensor> Tensors, IReadOnlyDictionary<string, string> Metadata)
{
    /// <summary>Longest header, as the format's own library accepts.</summary>
    public const long MaxLength = 100_000_000;

    /// <summary>Bytes before the header: its length.</summary>
    public const int Prefix = 8;

    public const string MetadataKey = "__metadata__";
    private const int MaxRank = 64;

    /// <summary>Whether a file may be one: a length that fits, then a brace.</summary>
    public static bool Recognises(ReadOnlySpan<byte> start, long fileLength) =>
        start.Length > Prefix && start[Prefix] == '{' && BinaryPrimitives.ReadUInt64LittleEndian(start) is >= 2 and <= MaxLength and var length && (long)length <= fileLength - Prefix;

    /// <summary>Reads a header and proves that its ranges fit the file.</summary>
    public static SafetensorsHeader Read(ByteStore store, string file)
    {
        var cursor = new ByteReader(store, file);
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(cursor.Take(Prefix, "the header's length"));
        if (length > MaxLength) throw FormatError.AtByte(file, 0, "the header is too long", $"{length} bytes", $"at most {MaxLength}");
        byte[] json = cursor.Take((long)length, "the header");
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 8 });
            return Checked(new JsonNode(document.RootElement, file, "the header"), file, cursor.Position, store.Length);
        }
        catch (JsonException error)
        {
            throw FormatError.AtByte(file, Prefix + (error.BytePositionInLine ?? 0), "the header is not valid JSON", inner: error);
        }
    }

    private static SafetensorsHeader Checked(JsonNode root, string file, long dataStart, long fileLength)
    {
        var tensors = new List<(SafetensorsTensor Tensor, long End)>();
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in root.Members())
        {
            if (name != MetadataKey) tensors.Add(Entry(name, value, file, dataStart, fileLength));
            else foreach (var (key, text) in value.Members()) metadata[key] = text.Text();
        }
        tensors.Sort((a, b) => a.Tensor.Offset != b.Tensor.Offset ? a.Tensor.Offset.CompareTo(b.Tensor.Offset) : a.End.CompareTo(b.End));
        long end = dataStart;
        foreach (var (tensor, tensorEnd) in tensors)
        {
            if (tensor.Offset != end)
                throw FormatError.AtByte(file, tensor.Offset, $"tensor {FormatError.Quote(tensor.Name)} {(tensor.Offset < end ? "overlaps the one before" : "leaves a gap before it")}", expected: $"a start at byte {end}");
            end = tensorEnd;
        }
        if (end != fileLength) throw FormatError.In(file, "the tensors do not fill the file", $"{fileLength} bytes", $"{end}", "the file is cut or has a tail");
        return new SafetensorsHeader([.. tensors.Select(entry => entry.Tensor)], metadata);
    }

    private static (SafetensorsTensor Tensor, long End) Entry(string name, JsonNode value, string file, long dataStart, long fileLength)
    {
        SafetensorsType? type = null;
        long[]? shape = null, range = null;
        foreach (var (key, member) in value.Members())
        {
            switch (key)
            {
                case "dtype":
                    string typeName = member.Text();
                    type = SafetensorsTypes.TryParse(typeName, out var known) ? known : throw Wrong("has an unknown type", FormatError.Quote(typeName), SafetensorsTypes.Expected);
                    break;
                case "shape": shape = member.WholeNumbers(); break;
                case "data_offsets": range = member.WholeNumbers(); break;
                default: throw Wrong("has an unknown key", FormatError.Quote(key), "dtype, shape and data_offsets");
            }
        }
        if (type is null || shape is null || range is not [var begin, var end]) throw Wrong("is not described", null, "dtype, shape and data_offsets [begin, end]");
        if (shape.Length > MaxRank) throw Wrong("has too many dimensions", $"{shape.Length}", $"at most {MaxRank}");
        if (begin > end || end > fileLength - dataStart) throw Wrong("lies outside the file", $"bytes {begin} to {end}", $"a range inside 0 to {fileLength - dataStart}");
        var tensor = new SafetensorsTensor(name, type.Value, shape, dataStart + begin);
        if (SizeOf(tensor) != end - begin) throw Wrong("has a range that does not fit its shape", $"{end - begin} bytes", $"{SafetensorsTypes.NameOf(type.Value)} {tensor.ShapeText}");
        return (tensor, dataStart + end);

        FormatError Wrong(string what, string? found, string? expected) => FormatError.In(file, $"tensor {FormatError.Quote(name)} {what}", found, expected);
    }

    /// <summary>Bytes of a tensor; -1 where no file is as large, even if an empty dimension hides it.</summary>
    private static long SizeOf(SafetensorsTensor tensor)
    {
        try
        {
            _ = tensor.Shape.Aggregate(8L, (count, length) => checked(count * Math.Max(1, length)));
            return tensor.Bytes;
        }
        catch (OverflowException)
        {
            return -1;
        }
    }
}
