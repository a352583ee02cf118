namespace Residuum.Discovery.Sensors;

/// <summary>Pairs of snapshots that the same sensors observed.</summary>
/// <param name="Sensors">Where.</param>
/// <param name="Values">What was read, <c>[2 pairs, layers, sensors]</c>: t - Δt and t of each pair.</param>
/// <param name="Interval">Δt, the time between the two snapshots of a pair.</param>
public sealed record SensorGroup(SensorNetwork Sensors, SensorValues Values, double Interval)
{
    /// <summary>Number of pairs.</summary>
    public int Pairs => Values.Snapshots / 2;

    /// <summary>Time t of each pair's second snapshot, <c>[pairs]</c>; empty where it is not known.</summary>
    public IReadOnlyList<double> Times { get; init; } = [];

    /// <summary>Number of each pair among all pairs of the observations, <c>[pairs]</c>; empty where there is one group alone.</summary>
    public IReadOnlyList<int> Numbers { get; init; } = [];

    /// <summary>The same pairs as some of the sensors read them.</summary>
    /// <param name="sensors">Positions in the network, ascending where it stands on a grid.</param>
    public SensorGroup Subset(IReadOnlyList<int> sensors) => this with { Sensors = Sensors.Subset(sensors), Values = Values.Subset(sensors) };
}
