using Residuum.Data.Arrays;

namespace Residuum.Data.Npy;

/// <summary>Type descriptions of numpy: byte order, kind, size, such as <c>&lt;f8</c>.</summary>
internal static class NpyType
{
    public const string Expected = "f4, f8, i1 to i8, u1 to u8 or b1";

    private static readonly (string Code, ElementType Type)[] Codes =
    [
        ("f8", ElementType.Float64), ("f4", ElementType.Float32), ("b1", ElementType.Boolean),
        ("i1", ElementType.Int8), ("i2", ElementType.Int16), ("i4", ElementType.Int32), ("i8", ElementType.Int64),
        ("u1", ElementType.UInt8), ("u2", ElementType.UInt16), ("u4", ElementType.UInt32), ("u8", ElementType.UInt64),
    ];

    /// <summary>Type and byte order of a description.</summary>
    public static (ElementType Type, bool BigEndian) Of(string description, Func<string, string, string, FormatError> error)
    {
        foreach (var (code, type) in Codes)
        {
            if (description.Length == 3 && description.AsSpan(1).SequenceEqual(code) && description[0] is '<' or '>' or '|' or '=')
                return (type, description[0] == '>' || (description[0] == '=' && !BitConverter.IsLittleEndian));
        }
        char kind = description.Length > 1 ? description[1] : '?';
        throw error("unsupported element type", FormatError.Quote(description), kind switch
        {
            'O' => "it holds pickled Python objects, which are never read: convert with a.astype(float) and save again",
            'c' => "save a.real and a.imag as two arrays",
            'U' or 'S' => "save texts as CSV",
            'M' or 'm' => "save a.astype('int64') and give the unit in the JSON file beside it",
            _ => "convert with a.astype('<f8') and save again",
        });
    }

    /// <summary>Description of a type, little-endian.</summary>
    public static string Description(ElementType type)
    {
        foreach (var (code, known) in Codes)
        {
            if (known == type) return (Elements.Size(type) == 1 ? '|' : '<') + code;
        }
        throw new Numerics.Errors.UserError(".npy does not hold text", found: type.ToString(), remedy: "write netCDF or CSV");
    }
}
