namespace Residuum.Distribution.Compressors;

/// <summary>Format in which a message carries its numbers.</summary>
public enum ValuePrecision
{
    /// <summary>32 bits.</summary>
    Single,

    /// <summary>64 bits: nothing is rounded.</summary>
    Double,

    /// <summary>16 bits, one of five exponent bits: to 65504.</summary>
    Half,
}

/// <summary>Rounds, writes and reads numbers of a <see cref="ValuePrecision"/>.</summary>
internal static class ValueFormat
{
    /// <summary>Bits of a number.</summary>
    public static int Bits(this ValuePrecision precision) => precision switch
    {
        ValuePrecision.Double => 64,
        ValuePrecision.Half => 16,
        _ => 32,
    };

    /// <summary>The number that the receiver reads. What is too large becomes the largest finite number: error feedback sends the rest later, and an infinity would stay.</summary>
    public static double Round(this ValuePrecision precision, double value) => precision switch
    {
        ValuePrecision.Double => value,
        ValuePrecision.Half => (double)(Half)Math.Clamp(value, (double)Half.MinValue, (double)Half.MaxValue),
        _ => (float)Math.Clamp(value, float.MinValue, float.MaxValue),
    };

    /// <summary>Writes a rounded number.</summary>
    public static void Write(this ValuePrecision precision, BitWriter writer, double value) => writer.Write(
        precision switch
        {
            ValuePrecision.Double => BitConverter.DoubleToUInt64Bits(value),
            ValuePrecision.Half => BitConverter.HalfToUInt16Bits((Half)value),
            _ => BitConverter.SingleToUInt32Bits((float)value),
        },
        precision.Bits());

    /// <summary>Reads a number.</summary>
    public static double Read(this ValuePrecision precision, BitReader reader)
    {
        ulong bits = reader.Read(precision.Bits());
        return precision switch
        {
            ValuePrecision.Double => BitConverter.UInt64BitsToDouble(bits),
            ValuePrecision.Half => (double)BitConverter.UInt16BitsToHalf((ushort)bits),
            _ => BitConverter.UInt32BitsToSingle((uint)bits),
        };
    }

    /// <summary>The smallest single-precision number that is not below a norm: quotients by it stay within 1, so that no probability leaves [0, 1].</summary>
    public static double RoundUp(double norm)
    {
        float rounded = (float)Math.Min(norm, float.MaxValue);
        return rounded < norm ? Math.Min(float.MaxValue, MathF.BitIncrement(rounded)) : rounded;
    }
}
