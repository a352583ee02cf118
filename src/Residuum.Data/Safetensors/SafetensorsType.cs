using Residuum.Data.Arrays;

namespace Residuum.Data.Safetensors;

/// <summary>Element types of a safetensors file, by their names in its header.</summary>
public enum SafetensorsType
{
    /// <summary>Truth value in one byte: <c>BOOL</c>.</summary>
    Bool,

    /// <summary>Unsigned byte: <c>U8</c>.</summary>
    U8,

    /// <summary>Signed byte: <c>I8</c>.</summary>
    I8,

    /// <summary>8-bit floating point, 5 bits of exponent: <c>F8_E5M2</c>. Raw bytes only.</summary>
    F8E5M2,

    /// <summary>8-bit floating point, 4 bits of exponent: <c>F8_E4M3</c>. Raw bytes only.</summary>
    F8E4M3,

    /// <summary>16-bit integer: <c>I16</c>.</summary>
    I16,

    /// <summary>Unsigned 16-bit integer: <c>U16</c>.</summary>
    U16,

    /// <summary>IEEE half precision: <c>F16</c>. Reads as <see cref="float"/>, exactly.</summary>
    F16,

    /// <summary>The upper half of a <see cref="float"/>: <c>BF16</c>. Reads as <see cref="float"/>, exactly.</summary>
    BF16,

    /// <summary>32-bit integer: <c>I32</c>.</summary>
    I32,

    /// <summary>Unsigned 32-bit integer: <c>U32</c>.</summary>
    U32,

    /// <summary>Single precision: <c>F32</c>.</summary>
    F32,

    /// <summary>64-bit integer: <c>I64</c>.</summary>
    I64,

    /// <summary>Unsigned 64-bit integer: <c>U64</c>.</summary>
    U64,

    /// <summary>Double precision: <c>F64</c>.</summary>
    F64,
}

/// <summary>What the header's names of types mean.</summary>
internal static class SafetensorsTypes
{
    /// <summary>All names, for messages.</summary>
    public const string Expected = "BOOL, U8, I8, F8_E5M2, F8_E4M3, I16, U16, F16, BF16, I32, U32, F32, I64, U64 or F64";

    // In the order of the enumeration. Element is what values are read as: Other where only the raw bytes are.
    private static readonly (string Name, int Size, ElementType Element)[] Known =
    [
        ("BOOL", 1, ElementType.Boolean), ("U8", 1, ElementType.UInt8), ("I8", 1, ElementType.Int8), ("F8_E5M2", 1, ElementType.Other), ("F8_E4M3", 1, ElementType.Other),
        ("I16", 2, ElementType.Int16), ("U16", 2, ElementType.UInt16), ("F16", 2, ElementType.Float32), ("BF16", 2, ElementType.Float32),
        ("I32", 4, ElementType.Int32), ("U32", 4, ElementType.UInt32), ("F32", 4, ElementType.Float32),
        ("I64", 8, ElementType.Int64), ("U64", 8, ElementType.UInt64), ("F64", 8, ElementType.Float64),
    ];

    public static string NameOf(SafetensorsType type) => Known[(int)type].Name;

    public static int SizeOf(SafetensorsType type) => Known[(int)type].Size;

    /// <summary>Type that the values are read as.</summary>
    public static ElementType ElementOf(SafetensorsType type) => Known[(int)type].Element;

    /// <summary>Type that holds values of an element type bit for bit.</summary>
    public static SafetensorsType Of(ElementType element) => element switch
    {
        ElementType.Float32 => SafetensorsType.F32, // F16 and BF16 are read as this too
        ElementType.Char => SafetensorsType.U8,
        ElementType.Other or ElementType.Text => throw new Numerics.Errors.UserError("safetensors holds numbers", found: element.ToString(), remedy: "put texts into the metadata"),
        _ => (SafetensorsType)Array.FindIndex(Known, known => known.Element == element),
    };

    public static bool TryParse(string name, out SafetensorsType type)
    {
        int index = Array.FindIndex(Known, known => known.Name == name);
        type = (SafetensorsType)index;
        return index >= 0;
    }
}
