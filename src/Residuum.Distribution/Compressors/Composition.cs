using Residuum.Numerics.Errors;

namespace Residuum.Distribution.Compressors;

/// <summary>A compressor of the values that a selection keeps, such as natural compression of Top-K.</summary>
/// <remarks>What the selection drops is orthogonal to what it keeps, so for a selection with α: α₁α₂ after a contractive compressor, α(1 - ω) after an
/// unbiased one (NaN where ω ≥ 1: scale it first, see <see cref="ScaledContraction"/>). Two unbiased ones are unbiased, 1 + ω = (1 + ω₁)(1 + ω₂);
/// of a contractive one after an unbiased selection nothing is promised.
/// Bits: those of the places and those of the values.</remarks>
/// <param name="values">Compresses the values.</param>
/// <param name="selection">Selects them.</param>
public sealed class Composition(ICompressor values, SelectingCompressor selection) : ICompressor
{
    /// <inheritdoc/>
    public string Name => $"{values.Name}+{selection.Name}";

    /// <inheritdoc/>
    public CompressorClass Class => (values.Class, selection.Class) switch
    {
        (CompressorClass.Absolute, _) or (_, CompressorClass.Absolute) => CompressorClass.Absolute,
        (CompressorClass.Contractive, CompressorClass.Unbiased) => CompressorClass.Absolute,
        (CompressorClass.Unbiased, CompressorClass.Unbiased) => CompressorClass.Unbiased,
        _ => CompressorClass.Contractive,
    };

    /// <inheritdoc/>
    public bool IsHomogeneous => values.IsHomogeneous && selection.IsHomogeneous;

    /// <inheritdoc/>
    public bool IsDeterministic => values.IsDeterministic && selection.IsDeterministic;

    /// <inheritdoc/>
    public double Constant(int length)
    {
        if (Class == CompressorClass.Absolute) return double.NaN;
        double outer = values.Constant(selection.Count(length)), inner = selection.Constant(length);
        if (Class == CompressorClass.Unbiased) return ((1 + outer) * (1 + inner)) - 1;
        if (values.Class == CompressorClass.Contractive) return outer * inner;
        return outer < 1 ? (1 - outer) * inner : double.NaN;
    }

    /// <inheritdoc/>
    public void Compress(ReadOnlySpan<double> vector, Draw draw, Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        selection.Select(vector, draw, message);
        var inner = InnerMessage.Of(message);
        values.Compress(message.Values, draw, inner);
        CopyValues(inner, message);
    }

    /// <inheritdoc/>
    public void Encode(Message message, BitWriter writer)
    {
        selection.EncodePlaces(message, writer);
        values.Encode(InnerMessage.Of(message), writer);
    }

    /// <inheritdoc/>
    public void Decode(BitReader reader, int length, Draw draw, Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        selection.DecodePlaces(reader, length, draw, message);
        var inner = InnerMessage.Of(message);
        values.Decode(reader, message.Values.Length, draw, inner);
        CopyValues(inner, message);
    }

    private void CopyValues(Message inner, Message message)
    {
        if (inner.IsSparse) throw new UserError("a selection of a selection", $"compressor {Name}", values.Name, "a compressor of all values first");
        inner.Values.CopyTo(message.Values);
    }
}

/// <summary>The message of a compressor inside another: kept with the outer message, so that its buffers and its code last as long.</summary>
internal static class InnerMessage
{
    public static Message Of(Message outer)
    {
        if (outer.Code is not Message inner) outer.Code = inner = new Message();
        return inner;
    }
}
