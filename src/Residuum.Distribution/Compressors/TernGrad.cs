namespace Residuum.Distribution.Compressors;

/// <summary>TernGrad: each number becomes -s, 0 or s, s the largest magnitude, drawn so that the mean is the number.</summary>
/// <remarks>Source: Wen, Xu, Yan, Wu, Wang, Chen and Li, NIPS (2017). E|C(v) - v|² = s|v|_1 - |v|², so ω = s|v|_1/|v|² - 1 depends on the vector; at worst,
/// one number s and all others s/(√d + 1), it is (√d - 1)/2. 32 bits for s, rounded up to single precision, then five digits of base 3 in 8 bits; fewer
/// digits at the end in as few bits as hold them.</remarks>
public sealed class TernGrad : ICompressor
{
    private const int Digits = 5;

    // Bits that hold 3^n cases.
    private static ReadOnlySpan<int> BitsOf => [0, 2, 4, 5, 7, 8];

    /// <inheritdoc/>
    public string Name => "terngrad";

    /// <inheritdoc/>
    public CompressorClass Class => CompressorClass.Unbiased;

    /// <inheritdoc/>
    public bool IsHomogeneous => true;

    /// <inheritdoc/>
    public bool IsDeterministic => false;

    /// <inheritdoc/>
    public double Constant(int length) => length == 0 ? 0 : (Math.Sqrt(length) - 1) / 2;

    /// <inheritdoc/>
    public void Compress(ReadOnlySpan<double> vector, Draw draw, Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        Requirements.Finite(vector, Name, draw);
        var values = message.Dense(vector.Length);
        double scale = ValueFormat.RoundUp(Largest(vector));
        var random = draw.Stream("terngrad");
        for (int i = 0; i < values.Length; i++)
        {
            bool isKept = Math.Abs(vector[i]) > random.Uniform() * scale;
            values[i] = isKept ? Math.CopySign(scale, vector[i]) : 0;
        }
    }

    /// <inheritdoc/>
    public void Encode(Message message, BitWriter writer)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(writer);
        ValuePrecision.Single.Write(writer, Largest(message.Values));
        for (int start = 0; start < message.Length; start += Digits)
        {
            var part = message.Values.Slice(start, Math.Min(Digits, message.Length - start));
            uint number = 0;
            for (int i = part.Length - 1; i >= 0; i--) number = (3 * number) + (uint)(1 + Math.Sign(part[i]));
            writer.Write(number, BitsOf[part.Length]);
        }
    }

    /// <inheritdoc/>
    public void Decode(BitReader reader, int length, Draw draw, Message message)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(message);
        var values = message.Dense(length);
        double scale = ValuePrecision.Single.Read(reader);
        for (int start = 0; start < length; start += Digits)
        {
            var part = values.Slice(start, Math.Min(Digits, length - start));
            ulong number = reader.Read(BitsOf[part.Length]);
            for (int i = 0; i < part.Length; i++, number /= 3) part[i] = (number % 3) switch { 0 => -scale, 1 => 0, _ => scale };
        }
    }

    private static double Largest(ReadOnlySpan<double> vector) =>
        vector.IsEmpty ? 0 : Math.Abs(System.Numerics.Tensors.TensorPrimitives.MaxMagnitude(vector));
}
