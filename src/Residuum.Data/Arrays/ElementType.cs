namespace Residuum.Data.Arrays;

/// <summary>Type of the elements of a variable or an attribute, whatever the file format.</summary>
public enum ElementType
{
    /// <summary>Signed byte, <see cref="sbyte"/>.</summary>
    Int8,

    /// <summary>Unsigned byte, <see cref="byte"/>.</summary>
    UInt8,

    /// <summary>16-bit integer, <see cref="short"/>.</summary>
    Int16,

    /// <summary>Unsigned 16-bit integer, <see cref="ushort"/>.</summary>
    UInt16,

    /// <summary>32-bit integer, <see cref="int"/>.</summary>
    Int32,

    /// <summary>Unsigned 32-bit integer, <see cref="uint"/>.</summary>
    UInt32,

    /// <summary>64-bit integer, <see cref="long"/>.</summary>
    Int64,

    /// <summary>Unsigned 64-bit integer, <see cref="ulong"/>.</summary>
    UInt64,

    /// <summary>32-bit floating point, <see cref="float"/>.</summary>
    Float32,

    /// <summary>64-bit floating point, <see cref="double"/>.</summary>
    Float64,

    /// <summary>Truth value, <see cref="bool"/>.</summary>
    Boolean,

    /// <summary>One byte of text, stored as <see cref="byte"/>: netCDF's char. <see cref="Variable.ReadText"/> joins the last dimension.</summary>
    Char,

    /// <summary>A text of any length, <see cref="string"/>.</summary>
    Text,

    /// <summary>A type that is not read: compound, opaque, nested. The variable is listed; reading it is an error.</summary>
    Other,
}
