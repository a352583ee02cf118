namespace Residuum.Numerics.Collectives;

/// <summary>Calls that every rank of a job makes together, in the same order.</summary>
/// <remarks>The room's sums run over workers, not over ranks: an ordered sum over the gathered slices of all workers gives the same bits whatever the number of ranks.</remarks>
public interface ICollectives : IDisposable
{
    /// <summary>This rank, from 0.</summary>
    int Rank { get; }

    /// <summary>Number of ranks.</summary>
    int Size { get; }

    /// <summary>Bytes that this rank has handed over to other ranks: what crosses the link.</summary>
    long BytesSent { get; }

    /// <summary>Bytes that this rank has been handed by other ranks.</summary>
    long BytesReceived { get; }

    /// <summary>Gathers a block of each rank, one length for all, in the order of the ranks.</summary>
    /// <param name="mine">This rank's block.</param>
    /// <param name="all">All blocks, <c>Size</c> times as long.</param>
    void AllGather(ReadOnlySpan<byte> mine, Span<byte> all);

    /// <summary>Gathers a block of each rank, each of its own length, in the order of the ranks.</summary>
    /// <param name="mine">This rank's block, of its length.</param>
    /// <param name="lengths">Length of each rank's block, known to all.</param>
    /// <param name="all">All blocks, one behind the other.</param>
    void AllGather(ReadOnlySpan<byte> mine, ReadOnlySpan<int> lengths, Span<byte> all);

    /// <summary>Hands block k to rank k and gathers the blocks that the ranks had for this one.</summary>
    /// <param name="send"><c>Size</c> blocks of one length.</param>
    /// <param name="received">As long.</param>
    void AllToAll(ReadOnlySpan<byte> send, Span<byte> received);

    /// <summary>Sums over the ranks in whatever order is fastest: its last bits depend on the number of ranks and on the library.</summary>
    /// <param name="values">Replaced by the sum.</param>
    void AllReduceFast(Span<double> values);

    /// <summary>Largest of the ranks' numbers.</summary>
    /// <param name="value">This rank's.</param>
    long AllReduceMax(long value);

    /// <summary>Hands one rank's bytes to all.</summary>
    /// <param name="bytes">Filled on the other ranks.</param>
    /// <param name="root">The rank.</param>
    void Broadcast(Span<byte> bytes, int root);

    /// <summary>Exchanges a block of one length with each of two neighbours or more.</summary>
    /// <param name="neighbours">Ranks, the same relation on both sides.</param>
    /// <param name="mine">What every neighbour gets.</param>
    /// <param name="theirs">A block of each neighbour, in their order.</param>
    void Exchange(ReadOnlySpan<int> neighbours, ReadOnlySpan<byte> mine, Span<byte> theirs);

    /// <summary>Waits for all ranks.</summary>
    void Barrier();
}
