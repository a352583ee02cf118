using System.Globalization;
using System.Text;
using Residuum.Data.Arrays;
using Residuum.Data.Bytes;

namespace Residuum.Data.Npy;

/// <summary>Header of a .npy file: <c>\x93NUMPY</c>, version, header length, a Python dictionary in text (NEP 1, versions 1 to 3).</summary>
/// <param name="Type">Type of the elements.</param>
/// <param name="BigEndian">Byte order.</param>
/// <param name="FortranOrder">Whether the first dimension varies fastest.</param>
/// <param name="Shape">Length of each dimension.</param>
/// <param name="DataOffset">Byte of the first value.</param>
internal sealed record NpyHeader(ElementType Type, bool BigEndian, bool FortranOrder, IReadOnlyList<long> Shape, long DataOffset)
{
    /// <summary>Largest header that is read; numpy itself refuses above 10,000 characters.</summary>
    public const int MaxLength = 1 << 16;

    private const int MaxRank = 64; // NPY_MAXDIMS of numpy 2

    /// <summary>Number of elements.</summary>
    public long Count => Shape.Aggregate(1L, (count, length) => checked(count * length));

    /// <summary>Reads the header and proves that the values fill the rest of the file.</summary>
    /// <param name="file">Cursor at the start.</param>
    /// <param name="length">Length of the whole file.</param>
    public static NpyHeader Read(ByteReader file, long length)
    {
        file.Expect([0x93, .. "NUMPY"u8], "the magic bytes '\\x93NUMPY'");
        int version = file.Byte("the version");
        if (version is < 1 or > 3) throw file.Error("unknown .npy version", $"{version}", "1, 2 or 3");
        file.Skip(1, "the minor version");
        long headerLength = version == 1 ? file.UInt16LittleEndian("the header's length") : file.UInt32LittleEndian("the header's length");
        if (headerLength > MaxLength) throw file.Error("the header is too long", $"{headerLength} bytes", $"at most {MaxLength}");

        long start = file.Position;
        byte[] bytes = file.Take(headerLength, "the header");
        string text = version == 3 ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);
        var header = new NpyDictionary(text, (what, found, expected) => FormatError.AtByte(file.Name, start, what, found, expected)).Read();
        var (type, bigEndian) = NpyType.Of(header.Description, (what, found, remedy) => FormatError.AtByte(file.Name, start, what, found, NpyType.Expected, remedy));
        if (header.Shape.Count > MaxRank) throw file.Error("too many dimensions", $"{header.Shape.Count}", $"at most {MaxRank}");
        var result = new NpyHeader(type, bigEndian, header.FortranOrder, header.Shape, file.Position);
        result.CheckLength(file, length - file.Position);
        return result;
    }

    /// <summary>Version 1 header of a little-endian, C-ordered array; its end is aligned to 64 bytes as numpy's.</summary>
    public static byte[] Write(ElementType type, IReadOnlyList<long> shape)
    {
        string lengths = string.Join(", ", shape.Select(length => length.ToString(CultureInfo.InvariantCulture)));
        string text = $"{{'descr': '{NpyType.Description(type)}', 'fortran_order': False, 'shape': ({lengths}{(shape.Count == 1 ? "," : "")}), }}";
        const int Prefix = 10, Alignment = 64;
        int total = (Prefix + text.Length + 1 + Alignment - 1) / Alignment * Alignment;
        text = text.PadRight(total - Prefix - 1) + '\n';
        return [0x93, .. "NUMPY"u8, 1, 0, (byte)text.Length, (byte)(text.Length >> 8), .. Encoding.Latin1.GetBytes(text)];
    }

    private void CheckLength(ByteReader file, long found)
    {
        try
        {
            // An empty dimension must not hide that the others overflow.
            _ = Shape.Aggregate(1L, (count, length) => checked(count * Math.Max(1, length)));
            long expected = checked(Count * Elements.Size(Type));
            if (found != expected)
                throw file.Error("the values do not fill the file", $"{found} bytes", $"{expected} for shape ({string.Join(", ", Shape)})", "the file is cut or has a tail");
        }
        catch (OverflowException)
        {
            throw file.Error("the shape is larger than any file", $"({string.Join(", ", Shape)})", null);
        }
    }
}
