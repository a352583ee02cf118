using System.Runtime.InteropServices;
using Residuum.Data.Arrays;
using Residuum.Data.Json;

namespace Residuum.Data.Zarr;

/// <summary>The value of chunks that were never written, and xarray's way to store the missing value.</summary>
internal static class ZarrFill
{
    /// <summary>The fill value as an element, or null for none.</summary>
    /// <param name="value">As in the metadata.</param>
    /// <param name="type">Type of the elements.</param>
    public static byte[]? Of(JsonNode value, ElementType type)
    {
        if (value.IsNull) return null;
        var element = Elements.Allocate(type, 1);
        if (value.AttributeValue() is { IsText: false, Values.Length: 1 } stated) Put(element, stated.Values.GetValue(0)!);
        else if (value.IsText && Hexadecimal(value.Text(), Elements.Size(type)) is { } bits) bits.CopyTo(Elements.Bytes(element, type));
        return Elements.Bytes(element, type).ToArray();
    }

    /// <summary>An element as an attribute.</summary>
    public static AttributeValue Attribute(byte[] fill, ElementType type)
    {
        var element = Elements.Allocate(type, 1);
        fill.CopyTo(Elements.Bytes(element, type));
        return new AttributeValue(element);
    }

    /// <summary>Attributes whose missing values, 8 bytes of a double in base 64, are numbers again.</summary>
    public static AttributeTable Decoded(AttributeTable attributes, ElementType type)
    {
        var decoded = new AttributeTable(attributes);
        foreach (string name in (ReadOnlySpan<string>)["_FillValue", "missing_value"])
        {
            var bytes = new byte[sizeof(double)];
            if (type is ElementType.Float32 or ElementType.Float64 && attributes.Text(name) is { } text && Convert.TryFromBase64String(text, bytes, out int count) && count == sizeof(double))
                decoded[name] = MemoryMarshal.Read<double>(bytes);
        }
        return decoded;
    }

    private static void Put(Array element, object value)
    {
        try
        {
            element.SetValue(Convert.ChangeType(value, element.GetType().GetElementType()!, System.Globalization.CultureInfo.InvariantCulture), 0);
        }
        catch (OverflowException)
        {
            // A number that the type does not hold fills as zero does.
        }
    }

    /// <summary>The bits of a number, as version 3 writes NaN with a payload: <c>0x7ff8000000000000</c>.</summary>
    private static byte[]? Hexadecimal(string text, int size)
    {
        if (!text.StartsWith("0x", StringComparison.Ordinal) || text.Length != 2 + (2 * size)) return null;
        try
        {
            byte[] bits = Convert.FromHexString(text.AsSpan(2));
            if (BitConverter.IsLittleEndian) Array.Reverse(bits);
            return bits;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
