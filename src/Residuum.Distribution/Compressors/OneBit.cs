namespace Residuum.Distribution.Compressors;

/// <summary>1-bit: in every block, numbers below zero become their mean, the others theirs. Never worse than <see cref="ScaledSign"/> in that block.</summary>
/// <remarks>Source: Seide, Fu, Droppo, Li and Yu, Interspeech (2014). d bits, and two values per block.</remarks>
public sealed class OneBit : ICompressor
{
    private readonly int _block;

    /// <summary>Sets the block.</summary>
    /// <param name="block">Numbers that share two means; the whole vector if it is shorter.</param>
    public OneBit(int block = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(block);
        _block = block;
    }

    /// <summary>Format of the means.</summary>
    public ValuePrecision Precision { get; init; }

    /// <inheritdoc/>
    public string Name => _block == int.MaxValue ? "onebit" : $"onebit:{_block}";

    /// <inheritdoc/>
    public CompressorClass Class => CompressorClass.Contractive;

    /// <inheritdoc/>
    public bool IsHomogeneous => true;

    /// <inheritdoc/>
    public bool IsDeterministic => true;

    /// <summary>1/B, that of a block with one number; dense vectors lose far less.</summary>
    /// <param name="length">Length of the vectors.</param>
    public double Constant(int length) => 1.0 / Math.Clamp(length, 1, _block);

    /// <inheritdoc/>
    public void Compress(ReadOnlySpan<double> vector, Draw draw, Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        Requirements.Finite(vector, Name, draw);
        var values = message.Dense(vector.Length);
        for (int start = 0; start < values.Length; start += Size(values, start))
        {
            var part = vector.Slice(start, Size(values, start));
            var (upper, lower) = Means(part);
            for (int i = 0; i < part.Length; i++) values[start + i] = part[i] < 0 ? lower : upper;
        }
    }

    /// <inheritdoc/>
    public void Encode(Message message, BitWriter writer)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(writer);
        for (int start = 0; start < message.Length; start += Size(message.Values, start))
        {
            var part = message.Values.Slice(start, Size(message.Values, start));
            double upper = 0, lower = 0;
            foreach (double value in part) (upper, lower) = double.IsNegative(value) ? (upper, value) : (value, lower);
            Precision.Write(writer, upper);
            Precision.Write(writer, lower);
            foreach (double value in part) writer.Write(double.IsNegative(value) ? 1UL : 0, 1);
        }
    }

    /// <inheritdoc/>
    public void Decode(BitReader reader, int length, Draw draw, Message message)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(message);
        var values = message.Dense(length);
        for (int start = 0; start < length; start += Size(values, start))
        {
            double upper = Precision.Read(reader), lower = Precision.Read(reader);
            foreach (ref double value in values.Slice(start, Size(values, start))) value = reader.Read(1) == 1 ? lower : upper;
        }
    }

    private int Size(ReadOnlySpan<double> values, int start) => Math.Min(_block, values.Length - start);

    /// <summary>Means without a sum that could overflow. The lower one keeps its sign where it rounds to zero: signs are read from the values.</summary>
    private (double Upper, double Lower) Means(ReadOnlySpan<double> part)
    {
        double upper = 0, lower = 0;
        int above = 0, below = 0;
        foreach (double value in part) _ = value < 0 ? below++ : above++;
        foreach (double value in part)
        {
            if (value < 0) lower += value / below;
            else upper += value / above;
        }
        return (Precision.Round(Math.Abs(upper)), Math.CopySign(Precision.Round(lower), -1));
    }
}
