namespace Residuum.Discovery.Solvers;

/// <summary>What one call asks of the solver: the contents of <c>in</c>.</summary>
/// <param name="Starts">One batch per lag, oldest first, each <c>[n, fields, points]</c>.</param>
/// <param name="Forcing">Additive forcing, <c>[n, fields, points]</c>, constant during the call; or nothing.</param>
/// <param name="Time">Time of the newest start since the beginning of the forecast.</param>
/// <param name="Step">Internal time step dt.</param>
/// <param name="Steps">Number of internal steps.</param>
internal sealed record ExternalRequest(IReadOnlyList<StateBatch> Starts, StateBatch? Forcing, double Time, double Step, int Steps)
{
    /// <summary>Number of states n.</summary>
    public int Members => Starts[0].Members;

    /// <summary>Layout of each state.</summary>
    public StateLayout Layout => Starts[0].Layout;

    /// <summary>The starts as the protocol stores them: <c>[n, lags, fields, points]</c>.</summary>
    public double[] Interleaved()
    {
        int size = Layout.Size, lags = Starts.Count;
        var states = new double[checked(Members * lags * size)];
        for (int member = 0; member < Members; member++)
        {
            for (int lag = 0; lag < lags; lag++)
                Starts[lag].State(member).CopyTo(states.AsSpan(((member * lags) + lag) * size, size));
        }
        return states;
    }

    /// <summary>The request for a part of the members.</summary>
    /// <param name="first">First member.</param>
    /// <param name="count">Number of members.</param>
    public ExternalRequest Part(int first, int count) => this with
    {
        Starts = [.. Starts.Select(batch => batch.Slice(first, count))],
        Forcing = Forcing?.Slice(first, count),
    };
}
