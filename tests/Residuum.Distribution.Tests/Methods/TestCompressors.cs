using Residuum.Distribution.Compressors;

namespace Residuum.Distribution.Tests.Methods;

/// <summary>C(v) = δ v, the one compressor for which all is linear.</summary>
internal sealed class Linear(double delta) : DenseTestCompressor
{
    public override double Constant(int length) => 1 - Math.Pow(1 - delta, 2);

    protected override double At(double value, int index, Draw draw) => delta * value;
}

/// <summary>Sends block t mod m of the vector in round t.</summary>
internal sealed class Cyclic(int blocks, int length) : DenseTestCompressor
{
    public override double Constant(int length) => 1.0 / blocks;

    protected override double At(double value, int index, Draw draw) => index * blocks / length == draw.Round % blocks ? value : 0;
}

/// <summary>A compressor by element, sent in full.</summary>
internal abstract class DenseTestCompressor : ICompressor
{
    public string Name => GetType().Name;

    public CompressorClass Class => CompressorClass.Contractive;

    public bool IsHomogeneous => true;

    public bool IsDeterministic => true;

    public abstract double Constant(int length);

    public void Compress(ReadOnlySpan<double> vector, Draw draw, Message message)
    {
        var values = message.Dense(vector.Length);
        for (int j = 0; j < values.Length; j++) values[j] = At(vector[j], j, draw);
    }

    public void Encode(Message message, BitWriter writer)
    {
        foreach (double value in message.Values) writer.Write(BitConverter.DoubleToUInt64Bits(value), 64);
    }

    public void Decode(BitReader reader, int length, Draw draw, Message message)
    {
        foreach (ref double value in message.Dense(length)) value = BitConverter.UInt64BitsToDouble(reader.Read(64));
    }

    protected abstract double At(double value, int index, Draw draw);
}
