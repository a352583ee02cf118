namespace Residuum.Discovery.Solvers;

/// <summary>Parts of a batch, and putting them back.</summary>
public static class StateBatchSelection
{
    /// <summary>A copy of consecutive members.</summary>
    /// <param name="batch">All members.</param>
    /// <param name="first">First member.</param>
    /// <param name="count">Number of members.</param>
    public static StateBatch Slice(this StateBatch batch, int first, int count)
    {
        ArgumentNullException.ThrowIfNull(batch);
        int size = batch.Layout.Size;
        return new StateBatch(batch.Layout, count, batch.Values.AsSpan(first * size, count * size).ToArray());
    }

    /// <summary>A copy of some members, in the order given.</summary>
    /// <param name="batch">All members.</param>
    /// <param name="members">Members to keep, from 0.</param>
    public static StateBatch Select(this StateBatch batch, IReadOnlyList<int> members)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(members);
        var kept = new StateBatch(batch.Layout, members.Count);
        for (int i = 0; i < members.Count; i++) batch.State(members[i]).CopyTo(kept.State(i));
        return kept;
    }
}
