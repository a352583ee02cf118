using Residuum.Numerics.Errors;

namespace Residuum.Distribution.Compressors;

/// <summary>An unbiased compressor times 1/(1 + ω): contractive with α = 1/(1 + ω). The receiver scales; the bits are the same.</summary>
public sealed class ScaledContraction : ICompressor
{
    private readonly ICompressor _unbiased;

    /// <summary>Wraps a compressor.</summary>
    /// <param name="unbiased">The compressor.</param>
    /// <exception cref="UserError">It is not unbiased.</exception>
    public ScaledContraction(ICompressor unbiased)
    {
        ArgumentNullException.ThrowIfNull(unbiased);
        if (unbiased.Class != CompressorClass.Unbiased)
            throw new UserError("only an unbiased compressor is scaled to a contraction", "compressor", unbiased.Name, "natural, qsgd, terngrad or an unbiased randk");
        _unbiased = unbiased;
    }

    /// <inheritdoc/>
    public string Name => $"scaled+{_unbiased.Name}";

    /// <inheritdoc/>
    public CompressorClass Class => CompressorClass.Contractive;

    /// <inheritdoc/>
    public bool IsHomogeneous => _unbiased.IsHomogeneous;

    /// <inheritdoc/>
    public bool IsDeterministic => _unbiased.IsDeterministic;

    /// <inheritdoc/>
    public double Constant(int length) => 1 / (1 + _unbiased.Constant(length));

    /// <inheritdoc/>
    public void Compress(ReadOnlySpan<double> vector, Draw draw, Message message)
    {
        var inner = InnerMessage.Of(message);
        _unbiased.Compress(vector, draw, inner);
        Scale(inner, message);
    }

    /// <inheritdoc/>
    public void Encode(Message message, BitWriter writer) => _unbiased.Encode(InnerMessage.Of(message), writer);

    /// <inheritdoc/>
    public void Decode(BitReader reader, int length, Draw draw, Message message)
    {
        var inner = InnerMessage.Of(message);
        _unbiased.Decode(reader, length, draw, inner);
        Scale(inner, message);
    }

    private void Scale(Message inner, Message message)
    {
        if (inner.IsSparse) message.Sparse(inner.Length, inner.Values.Length);
        else message.Dense(inner.Length);
        inner.Indices.CopyTo(message.Indices);
        double factor = Constant(inner.Length);
        for (int i = 0; i < inner.Values.Length; i++) message.Values[i] = factor * inner.Values[i];
    }
}
