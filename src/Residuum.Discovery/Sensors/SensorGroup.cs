namespace Residuum.Discovery.Sensors;

/// <summary>Pairs of snapshots that the same sensors observed.</summary>
/// <param name="Sensors">Where.</param>
/// <param name="Values">What was read, <c>[2 pairs, layers, sensors]</c>: t - Δt and t of each pair.</param>
/// <param name="Interval">Δt, the time between the two snapshots of a pair.</param>
public sealed record SensorGroup(SensorNetwork Sensors, SensorValues Values, double Interval)
{
    /// <summary>Number of pairs.</summary>
    public int Pairs => Values.Snapshots / 2;
}
