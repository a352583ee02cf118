using Residuum.Numerics.Errors;

namespace Residuum.Distribution.Compressors;

/// <summary>Top-K in every block of its own, such as the layers of a network. α is the smallest K_b/d_b.</summary>
/// <remarks>Σ_b K_b (value bits + ⌈log2 d_b⌉) bits: places count from their block's start.</remarks>
public sealed class BlockTopK : SelectingCompressor
{
    private readonly Amount _amount;
    private readonly int[] _blocks;
    private readonly int _length, _count;

    /// <summary>Lays out the blocks.</summary>
    /// <param name="amount">K of each block, counted or as a share of the block.</param>
    /// <param name="blocks">Lengths of the blocks, in order; each at least 1.</param>
    /// <exception cref="UserError">There is no block, or an empty one.</exception>
    public BlockTopK(Amount amount, IReadOnlyList<int> blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        (_amount, _blocks) = (amount, [.. blocks]);
        if (_blocks.Length == 0 || _blocks.Any(block => block < 1))
            throw new UserError("no blocks to select in", $"compressor {Name}", $"lengths [{string.Join(", ", _blocks)}]", "at least one, each positive");
        foreach (int block in _blocks) (_length, _count) = (checked(_length + block), _count + amount.In(block));
    }

    /// <inheritdoc/>
    public override string Name => $"blocktopk:{_amount}";

    /// <inheritdoc/>
    public override double Constant(int length) => _blocks.Min(block => (double)_amount.In(block) / block);

    /// <inheritdoc/>
    public override int Count(int length) => _count;

    /// <inheritdoc/>
    public override void Select(ReadOnlySpan<double> vector, Draw draw, Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        MakeRoom(vector.Length, message);
        int start = 0;
        var places = message.Indices;
        foreach (int block in _blocks)
        {
            var own = places[.._amount.In(block)];
            TopKSelection.Select(vector.Slice(start, block), own);
            foreach (ref int place in own) place += start;
            places = places[own.Length..];
            start += block;
        }
        Take(vector, draw, message);
    }

    /// <inheritdoc/>
    public override void EncodePlaces(Message message, BitWriter writer)
    {
        ArgumentNullException.ThrowIfNull(message);
        int start = 0, done = 0;
        foreach (int block in _blocks)
        {
            int count = _amount.In(block);
            WritePlaces(message.Indices.Slice(done, count), start, Requirements.BitsFor(block), writer);
            (done, start) = (done + count, start + block);
        }
    }

    /// <inheritdoc/>
    public override void DecodePlaces(BitReader reader, int length, Draw draw, Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        MakeRoom(length, message);
        int start = 0, done = 0;
        foreach (int block in _blocks)
        {
            int count = _amount.In(block);
            ReadPlaces(message.Indices.Slice(done, count), start, block, reader);
            (done, start) = (done + count, start + block);
        }
    }

    private void MakeRoom(int length, Message message)
    {
        if (length != _length) throw new UserError("the blocks do not fill the vector", $"compressor {Name}", $"{_length} numbers in {_blocks.Length} blocks", $"{length} numbers");
        message.Sparse(length, _count);
    }
}
