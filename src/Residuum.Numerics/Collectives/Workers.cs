namespace Residuum.Numerics.Collectives;

/// <summary>Workers that one rank plays: contiguous, and as many as on every other rank, or one more.</summary>
/// <param name="First">The first, counted from 0 over all ranks.</param>
/// <param name="Count">How many; none where there are more ranks than workers.</param>
public readonly record struct Workers(int First, int Count)
{
    /// <summary>One behind the last.</summary>
    public int End => First + Count;

    /// <summary>Workers of a rank.</summary>
    /// <param name="rank">The rank.</param>
    /// <param name="size">Number of ranks.</param>
    /// <param name="workers">Workers of all ranks together.</param>
    public static Workers Of(int rank, int size, int workers)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(workers);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)rank, (uint)size, nameof(rank));
        int first = Start(rank, size, workers);
        return new Workers(first, Start(rank + 1, size, workers) - first);
    }

    /// <summary>Most workers that a rank plays.</summary>
    /// <param name="size">Number of ranks.</param>
    /// <param name="workers">Workers of all ranks together.</param>
    public static int Most(int size, int workers) => (int)(((long)workers + size - 1) / size);

    private static int Start(int rank, int size, int workers) => (int)((long)rank * workers / size);
}
