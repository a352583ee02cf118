namespace Residuum.Numerics.Collectives;

/// <summary>What the back ends share: the lengths of the blocks are checked, and the bytes counted, before anything moves.</summary>
/// <remarks>The counts follow from the call alone, so that they agree between back ends: a block goes to each other rank by itself, and a fast
/// sum moves the least that a sum can, 2 (n - 1) / n of its bytes (reduce-scatter and all-gather).</remarks>
public abstract class CheckedCollectives : ICollectives
{
    /// <summary>A rank of a job.</summary>
    /// <param name="rank">This rank.</param>
    /// <param name="size">Number of ranks.</param>
    protected CheckedCollectives(int rank, int size) => (Rank, Size) = (rank, size);

    /// <inheritdoc/>
    public int Rank { get; }

    /// <inheritdoc/>
    public int Size { get; }

    /// <inheritdoc/>
    public long BytesSent { get; private set; }

    /// <inheritdoc/>
    public long BytesReceived { get; private set; }

    private int Others => Size - 1;

    /// <inheritdoc/>
    public void AllGather(ReadOnlySpan<byte> mine, Span<byte> all)
    {
        RequireLength(all.Length, (long)Size * mine.Length, nameof(all));
        Count((long)Others * mine.Length, (long)Others * mine.Length);
        Gather(mine, all);
    }

    /// <inheritdoc/>
    public void AllGather(ReadOnlySpan<byte> mine, ReadOnlySpan<int> lengths, Span<byte> all)
    {
        RequireLength(lengths.Length, Size, nameof(lengths));
        RequireLength(mine.Length, lengths[Rank], nameof(mine));
        long sum = 0;
        foreach (int length in lengths) sum += length;
        RequireLength(all.Length, sum, nameof(all));
        Count((long)Others * mine.Length, sum - mine.Length);
        Gather(mine, lengths, all);
    }

    /// <inheritdoc/>
    public void AllToAll(ReadOnlySpan<byte> send, Span<byte> received)
    {
        RequireLength(send.Length % Size, 0, nameof(send));
        RequireLength(received.Length, send.Length, nameof(received));
        long crossing = send.Length / Size * Others;
        Count(crossing, crossing);
        Transpose(send, received);
    }

    /// <inheritdoc/>
    public void AllReduceFast(Span<double> values)
    {
        long crossing = 2L * Others * values.Length * sizeof(double) / Size;
        Count(crossing, crossing);
        Reduce(values);
    }

    /// <inheritdoc/>
    public long AllReduceMax(long value)
    {
        Count((long)Others * sizeof(long), (long)Others * sizeof(long));
        return Largest(value);
    }

    /// <inheritdoc/>
    public void Broadcast(Span<byte> bytes, int root)
    {
        RequireRank(root, nameof(root));
        if (Rank == root) Count((long)Others * bytes.Length, 0);
        else Count(0, bytes.Length);
        Spread(bytes, root);
    }

    /// <inheritdoc/>
    public void Exchange(ReadOnlySpan<int> neighbours, ReadOnlySpan<byte> mine, Span<byte> theirs)
    {
        foreach (int neighbour in neighbours) RequireRank(neighbour, nameof(neighbours));
        if (neighbours.Contains(Rank)) throw new ArgumentException($"rank {Rank} is its own neighbour", nameof(neighbours));
        RequireLength(theirs.Length, (long)neighbours.Length * mine.Length, nameof(theirs));
        Count((long)neighbours.Length * mine.Length, (long)neighbours.Length * mine.Length);
        Swap(neighbours, mine, theirs);
    }

    /// <inheritdoc/>
    public abstract void Barrier();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gathers blocks of one length.</summary>
    /// <param name="mine">This rank's.</param>
    /// <param name="all">All.</param>
    protected abstract void Gather(ReadOnlySpan<byte> mine, Span<byte> all);

    /// <summary>Gathers blocks of their own lengths.</summary>
    /// <param name="mine">This rank's.</param>
    /// <param name="lengths">Length of each.</param>
    /// <param name="all">All.</param>
    protected abstract void Gather(ReadOnlySpan<byte> mine, ReadOnlySpan<int> lengths, Span<byte> all);

    /// <summary>Hands block k to rank k.</summary>
    /// <param name="send">A block for each rank.</param>
    /// <param name="received">A block of each rank.</param>
    protected abstract void Transpose(ReadOnlySpan<byte> send, Span<byte> received);

    /// <summary>Sums over the ranks.</summary>
    /// <param name="values">Replaced by the sum.</param>
    protected abstract void Reduce(Span<double> values);

    /// <summary>Largest of the ranks' numbers.</summary>
    /// <param name="value">This rank's.</param>
    protected abstract long Largest(long value);

    /// <summary>Hands a rank's bytes to all.</summary>
    /// <param name="bytes">Filled on the others.</param>
    /// <param name="root">The rank.</param>
    protected abstract void Spread(Span<byte> bytes, int root);

    /// <summary>Exchanges a block with each neighbour.</summary>
    /// <param name="neighbours">Other ranks.</param>
    /// <param name="mine">What each gets.</param>
    /// <param name="theirs">A block of each.</param>
    protected abstract void Swap(ReadOnlySpan<int> neighbours, ReadOnlySpan<byte> mine, Span<byte> theirs);

    /// <summary>Ends this rank's part.</summary>
    /// <param name="disposing">Whether <see cref="Dispose()"/> was called.</param>
    protected virtual void Dispose(bool disposing)
    {
    }

    private void Count(long sent, long received) => (BytesSent, BytesReceived) = (BytesSent + sent, BytesReceived + received);

    private void RequireRank(int rank, string name)
    {
        if ((uint)rank >= (uint)Size) throw new ArgumentOutOfRangeException(name, rank, $"expected a rank from 0 to {Size - 1}");
    }

    private static void RequireLength(long found, long expected, string name)
    {
        if (found != expected) throw new ArgumentException($"a length of {found} does not fit: expected {expected}", name);
    }
}
