namespace Residuum.Distribution.Compressors;

/// <summary>Everything is sent: α = 1, to the rounding of the values. d value bits.</summary>
public sealed class Identity : ICompressor
{
    /// <summary>Format of the values.</summary>
    public ValuePrecision Precision { get; init; }

    /// <inheritdoc/>
    public string Name => "identity";

    /// <inheritdoc/>
    public CompressorClass Class => CompressorClass.Contractive;

    /// <inheritdoc/>
    public bool IsHomogeneous => true;

    /// <inheritdoc/>
    public bool IsDeterministic => true;

    /// <inheritdoc/>
    public double Constant(int length) => 1;

    /// <inheritdoc/>
    public void Compress(ReadOnlySpan<double> vector, Draw draw, Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        Requirements.Finite(vector, Name, draw);
        var values = message.Dense(vector.Length);
        for (int i = 0; i < values.Length; i++) values[i] = Precision.Round(vector[i]);
    }

    /// <inheritdoc/>
    public void Encode(Message message, BitWriter writer)
    {
        ArgumentNullException.ThrowIfNull(message);
        foreach (double value in message.Values) Precision.Write(writer, value);
    }

    /// <inheritdoc/>
    public void Decode(BitReader reader, int length, Draw draw, Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        foreach (ref double value in message.Dense(length)) value = Precision.Read(reader);
    }
}
