namespace Residuum.Distribution.Compressors;

/// <summary>Top-K: the K numbers of largest magnitude; of equal ones the first, so that all ranks agree. α = K/d.</summary>
/// <remarks>K (value bits + ⌈log2 d⌉) bits, or K value bits + ⌈log2 binom(d, K)⌉ with enumerative coding. α is tight for equal magnitudes. Numbers that are not finite are the largest, hence selected and seen.</remarks>
/// <param name="amount">K.</param>
public sealed class TopK(Amount amount) : SelectingCompressor
{
    /// <summary>Whether the places are written as one number: shortest, but the work grows with d K; for short vectors.</summary>
    public bool IsEnumerative { get; init; }

    /// <inheritdoc/>
    public override string Name => $"topk:{amount}{(IsEnumerative ? ",enum" : "")}";

    /// <inheritdoc/>
    public override double Constant(int length) => length == 0 ? 1 : (double)Count(length) / length;

    /// <inheritdoc/>
    public override int Count(int length) => amount.In(length);

    /// <inheritdoc/>
    public override void Select(ReadOnlySpan<double> vector, Draw draw, Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        message.Sparse(vector.Length, Count(vector.Length));
        TopKSelection.Select(vector, message.Indices);
        Take(vector, draw, message);
    }

    /// <inheritdoc/>
    public override void EncodePlaces(Message message, BitWriter writer)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (IsEnumerative) EnumerativePlaces.Write(writer, message.Length, message.Indices);
        else WritePlaces(message.Indices, 0, Requirements.BitsFor(message.Length), writer);
    }

    /// <inheritdoc/>
    public override void DecodePlaces(BitReader reader, int length, Draw draw, Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        message.Sparse(length, Count(length));
        if (IsEnumerative) EnumerativePlaces.Read(reader, length, message.Indices);
        else ReadPlaces(message.Indices, 0, length, reader);
    }
}
