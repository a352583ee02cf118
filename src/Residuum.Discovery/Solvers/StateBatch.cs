namespace Residuum.Discovery.Solvers;

/// <summary>States of many members, <c>[members, fields, points]</c>, contiguous.</summary>
/// <param name="layout">Layout of each state.</param>
/// <param name="members">Number of states.</param>
/// <param name="values">Values, without a copy; zeros where left out.</param>
public sealed class StateBatch(StateLayout layout, int members, double[]? values = null)
{
    /// <summary>Layout of each state.</summary>
    public StateLayout Layout { get; } = layout;

    /// <summary>Number of states.</summary>
    public int Members { get; } = members;

    /// <summary>All values, <c>[members, fields, points]</c>.</summary>
    public double[] Values { get; } = values is null || values.Length == (long)members * layout.Size
        ? values ?? new double[checked(members * layout.Size)]
        : throw new ArgumentException($"{values.Length} values for {members} states of {layout.Size}", nameof(values));

    /// <summary>One member's state, <c>[fields, points]</c>.</summary>
    /// <param name="member">Member, from 0.</param>
    public Span<double> State(int member) => Values.AsSpan(member * Layout.Size, Layout.Size);

    /// <summary>One field of one member, <c>[points]</c>.</summary>
    /// <param name="member">Member, from 0.</param>
    /// <param name="field">Field, from 0.</param>
    public Span<double> Field(int member, int field) => State(member).Slice(field * Layout.Points, Layout.Points);

    /// <summary>A copy.</summary>
    public StateBatch Copy() => new(Layout, Members, (double[])Values.Clone());
}
