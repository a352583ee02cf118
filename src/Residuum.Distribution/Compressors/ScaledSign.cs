namespace Residuum.Distribution.Compressors;

/// <summary>Scaled sign: (|v|_1/d) sign(v), sign(0) = +1. α = |v|_1²/(d|v|²), which is at least 1/d.</summary>
/// <remarks>Source: Karimireddy, Rebjock, Stich and Jaggi, ICML (2019). d bits and one value.</remarks>
public sealed class ScaledSign : ICompressor
{
    /// <summary>Format of the scale.</summary>
    public ValuePrecision Precision { get; init; }

    /// <inheritdoc/>
    public string Name => "sign";

    /// <inheritdoc/>
    public CompressorClass Class => CompressorClass.Contractive;

    /// <inheritdoc/>
    public bool IsHomogeneous => true;

    /// <inheritdoc/>
    public bool IsDeterministic => true;

    /// <summary>1/d, that of a vector with one number; dense vectors lose far less.</summary>
    /// <param name="length">Length of the vectors.</param>
    public double Constant(int length) => 1.0 / Math.Max(1, length);

    /// <inheritdoc/>
    public void Compress(ReadOnlySpan<double> vector, Draw draw, Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        Requirements.Finite(vector, Name, draw);
        var values = message.Dense(vector.Length);
        // The mean of quotients: a sum of large numbers would overflow.
        double sum = 0;
        foreach (double value in vector) sum += Math.Abs(value) / vector.Length;
        double scale = Precision.Round(sum);
        for (int i = 0; i < values.Length; i++) values[i] = vector[i] < 0 ? -scale : scale;
    }

    /// <inheritdoc/>
    public void Encode(Message message, BitWriter writer)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(writer);
        Precision.Write(writer, message.Length == 0 ? 0 : Math.Abs(message.Values[0]));
        foreach (double value in message.Values) writer.Write(double.IsNegative(value) ? 1UL : 0, 1);
    }

    /// <inheritdoc/>
    public void Decode(BitReader reader, int length, Draw draw, Message message)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(message);
        double scale = Precision.Read(reader);
        foreach (ref double value in message.Dense(length)) value = reader.Read(1) == 1 ? -scale : scale;
    }
}
