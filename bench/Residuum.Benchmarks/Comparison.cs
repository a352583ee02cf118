namespace Residuum.Benchmarks;

/// <summary>One piece of work that a peer does too, on the same input.</summary>
/// <param name="Id">Room, method and work, such as <c>discover/medida-ks/step</c>.</param>
/// <param name="Work">What is done, in words, with its sizes.</param>
/// <param name="Peer">The peer's program, in bench/peers, and its name of the work.</param>
/// <param name="Ours">Does the work once and returns a number that both sides must agree on.</param>
/// <param name="Units">Units in one piece of work: times are given per unit.</param>
/// <param name="Floor">Least time of a unit on this machine, from what was measured of it.</param>
/// <param name="Bar">Times faster than the peer that we promise to be.</param>
public sealed record Comparison(string Id, string Work, (string Program, string Work) Peer, Func<double> Ours, double Units, Func<Machine, double> Floor, double Bar)
{
    /// <summary>Pairs of measurements; fewer where one takes seconds.</summary>
    public int Pairs { get; init; } = 9;

    /// <summary>Largest relative difference between ours and the peer's number.</summary>
    public double Agreement { get; init; } = 1e-6;

    /// <summary>Most times slower than the floor that we promise to be.</summary>
    public double FloorBar { get; init; } = double.PositiveInfinity;

    /// <summary>What the floor is made of, and what stands between it and us.</summary>
    public required string Limit { get; init; }
}
