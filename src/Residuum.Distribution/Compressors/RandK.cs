using System.Numerics;

namespace Residuum.Distribution.Compressors;

/// <summary>Rand-K: K places drawn without replacement. As they are α = K/d; scaled by d/K unbiased with ω = d/K - 1.</summary>
/// <remarks>K value bits: the receiver draws the places itself. One mask for all workers of a round lets values be summed under way; masks of their own are
/// independent, which methods that average unbiased messages (DIANA, MARINA) need.</remarks>
/// <param name="amount">K.</param>
public sealed class RandK(Amount amount) : SelectingCompressor
{
    [ThreadStatic]
    private static ulong[]? t_drawn;

    /// <summary>Whether values are scaled by d/K.</summary>
    public bool IsUnbiased { get; init; }

    /// <summary>Whether each worker draws its own places.</summary>
    public bool IsOwnMask { get; init; }

    /// <inheritdoc/>
    public override string Name => $"randk:{amount}{(IsUnbiased ? ",unbiased" : "")}{(IsOwnMask ? ",own" : "")}";

    /// <inheritdoc/>
    public override CompressorClass Class => IsUnbiased ? CompressorClass.Unbiased : CompressorClass.Contractive;

    /// <inheritdoc/>
    public override bool IsDeterministic => false;

    /// <inheritdoc/>
    public override double Constant(int length)
    {
        if (length == 0) return IsUnbiased ? 0 : 1;
        return IsUnbiased ? ((double)length / Count(length)) - 1 : (double)Count(length) / length;
    }

    /// <inheritdoc/>
    public override int Count(int length) => amount.In(length);

    /// <inheritdoc/>
    public override void Select(ReadOnlySpan<double> vector, Draw draw, Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        // A number that is not drawn would stay hidden for rounds.
        Requirements.Finite(vector, Name, draw);
        DrawPlaces(vector.Length, draw, message);
        Take(vector, draw, message, IsUnbiased && vector.Length > 0 ? (double)vector.Length / Count(vector.Length) : 1);
    }

    /// <inheritdoc/>
    public override void EncodePlaces(Message message, BitWriter writer)
    {
    }

    /// <inheritdoc/>
    public override void DecodePlaces(BitReader reader, int length, Draw draw, Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        DrawPlaces(length, draw, message);
    }

    /// <summary>Floyd's sampling: K draws give every set of K places with equal probability. A map of bits brings them in order without sorting.</summary>
    private void DrawPlaces(int length, Draw draw, Message message)
    {
        int count = Count(length), words = (length + 63) / 64;
        message.Sparse(length, count);
        if (t_drawn is null || t_drawn.Length < words) t_drawn = new ulong[words];
        var drawn = t_drawn.AsSpan(0, words);
        var random = (IsOwnMask ? draw : draw with { Worker = -1 }).Stream("rand-k places");
        for (int last = length - count; last < length; last++)
        {
            int place = random.Integer(last + 1);
            if ((drawn[place >> 6] >> place & 1) != 0) place = last;
            drawn[place >> 6] |= 1UL << place;
        }
        int next = 0;
        for (int word = 0; word < words; word++)
        {
            for (; drawn[word] != 0; drawn[word] &= drawn[word] - 1) message.Indices[next++] = (word * 64) + BitOperations.TrailingZeroCount(drawn[word]);
        }
    }
}
