using Residuum.Data.Arrays;

namespace Residuum.Data.NetCdf;

/// <summary>Constants of the netCDF classic format (NetCDF User's Guide, appendix "File Format Specifications").</summary>
internal static class ClassicFormat
{
    public const int DimensionTag = 0x0A, VariableTag = 0x0B, AttributeTag = 0x0C;

    /// <summary>Record count of a file whose writer did not know it: derived from the file's length.</summary>
    public const long Streaming = -1;

    /// <summary>NC_MAX_VAR_DIMS of the reference library.</summary>
    public const int MaxRank = 1024;

    private static readonly ElementType[] Types =
    [
        ElementType.Int8, ElementType.Char, ElementType.Int16, ElementType.Int32, ElementType.Float32, ElementType.Float64,
        ElementType.UInt8, ElementType.UInt16, ElementType.UInt32, ElementType.Int64, ElementType.UInt64,
    ];

    /// <summary>Type codes 1 to 6 in CDF-1 and CDF-2, 1 to 11 in CDF-5.</summary>
    public static int TypeCount(int version) => version == 5 ? 11 : 6;

    /// <summary>Type of a code that lies in 1 to <see cref="TypeCount"/>.</summary>
    public static ElementType Type(int code) => Types[code - 1];

    /// <summary>Code of a type, 0 where the format has none.</summary>
    public static int Code(ElementType type) => Array.IndexOf(Types, type) + 1;

    /// <summary>The next multiple of four.</summary>
    public static long Padded(long bytes) => checked(bytes + 3) & ~3L;

    /// <summary>The pattern that pads a variable to four bytes: its type's fill value, big-endian.</summary>
    public static ReadOnlySpan<byte> Padding(ElementType type) => type switch
    {
        ElementType.Int8 => [0x81, 0x81, 0x81],
        ElementType.Int16 => [0x80, 0x01],
        ElementType.UInt8 or ElementType.UInt16 => [0xFF, 0xFF, 0xFF],
        _ => [0, 0, 0],
    };
}
