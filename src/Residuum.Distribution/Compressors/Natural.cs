namespace Residuum.Distribution.Compressors;

/// <summary>How <see cref="Natural"/> chooses between the powers of 2 below and above a number.</summary>
public enum NaturalRounding
{
    /// <summary>By lot, so that the mean is the number: unbiased, ω = 1/8, reached at 4/3 · 2^k.</summary>
    Stochastic,

    /// <summary>The nearer: α = 8/9, reached at 3/2 · 2^k.</summary>
    Nearest,

    /// <summary>The lower: α = 3/4, approached below each power.</summary>
    Floor,
}

/// <summary>Natural compression: every number becomes a power of 2. 9 bits each: sign and exponent of single precision.</summary>
/// <remarks>Source: Horváth, Ho, Horváth, Sahu, Canini and Richtárik, "Natural compression for distributed deep learning" (2019). The mantissa of the
/// number is the probability of the upper power, so powers of 2 stay. Where single precision ends, so do the constants: magnitudes below 2^-126 become
/// zero, those above 2^127 become 2^127, never an infinity.</remarks>
/// <param name="rounding">How.</param>
public sealed class Natural(NaturalRounding rounding = NaturalRounding.Stochastic) : ICompressor
{
    private const int MantissaBits = 52, Bias = 1023, SingleBias = 127, LargestField = 254;
    private const ulong Mantissa = (1UL << MantissaBits) - 1;

    /// <inheritdoc/>
    public string Name => rounding switch
    {
        NaturalRounding.Nearest => "natural:nearest",
        NaturalRounding.Floor => "natural:floor",
        _ => "natural",
    };

    /// <inheritdoc/>
    public CompressorClass Class => IsDeterministic ? CompressorClass.Contractive : CompressorClass.Unbiased;

    /// <summary>False: only for s a power of 2.</summary>
    public bool IsHomogeneous => false;

    /// <inheritdoc/>
    public bool IsDeterministic => rounding != NaturalRounding.Stochastic;

    /// <inheritdoc/>
    public double Constant(int length) => rounding switch
    {
        NaturalRounding.Nearest => 8 / 9.0,
        NaturalRounding.Floor => 3 / 4.0,
        _ => 1 / 8.0,
    };

    /// <inheritdoc/>
    public void Compress(ReadOnlySpan<double> vector, Draw draw, Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        Requirements.Finite(vector, Name, draw);
        var values = message.Dense(vector.Length);
        var random = IsDeterministic ? null : draw.Stream("natural rounding");
        for (int i = 0; i < values.Length; i++)
        {
            double chance = random?.Uniform() ?? (rounding == NaturalRounding.Nearest ? 0.5 : 1);
            values[i] = Power(vector[i], chance);
        }
    }

    /// <inheritdoc/>
    public void Encode(Message message, BitWriter writer)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(writer);
        foreach (double value in message.Values) writer.Write(BitConverter.SingleToUInt32Bits((float)value) >> 23, 9);
    }

    /// <inheritdoc/>
    public void Decode(BitReader reader, int length, Draw draw, Message message)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(message);
        foreach (ref double value in message.Dense(length)) value = BitConverter.UInt32BitsToSingle((uint)reader.Read(9) << 23);
    }

    /// <summary>The power above if the mantissa, as a number in [0, 1), exceeds the chance; else the power below.</summary>
    private static double Power(double value, double chance)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(value);
        int field = (int)(bits >> MantissaBits & 0x7FF) - Bias + SingleBias;
        if (field < 1) field = 0;
        else if ((bits & Mantissa) * (1.0 / (1UL << MantissaBits)) > chance) field++;
        field = Math.Min(field, LargestField);
        return BitConverter.UInt32BitsToSingle((uint)(bits >> 63 << 8 | (uint)field) << 23);
    }
}
