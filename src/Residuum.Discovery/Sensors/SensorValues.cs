namespace Residuum.Discovery.Sensors;

/// <summary>What the sensors of a network read: ψ of every layer at every snapshot, <c>[snapshots, layers, sensors]</c>.</summary>
/// <remarks>Snapshots of pairs stand one behind the other: t - Δt and t of the first pair, then of the second.</remarks>
public sealed class SensorValues
{
    /// <summary>Readings, all finite.</summary>
    /// <param name="snapshots">Number of snapshots.</param>
    /// <param name="layers">Number of layers.</param>
    /// <param name="sensors">Number of sensors.</param>
    /// <param name="values">Readings, <c>[snapshots, layers, sensors]</c>; kept, not copied. Zeros where left out.</param>
    public SensorValues(int snapshots, int layers, int sensors, double[]? values = null)
    {
        (Snapshots, Layers, Sensors) = (snapshots, layers, sensors);
        int size = checked(snapshots * layers * sensors);
        Values = values ?? new double[size];
        if (Values.Length != size) throw new ArgumentException($"{Values.Length} values for [{snapshots}, {layers}, {sensors}]", nameof(values));
    }

    /// <summary>Number of snapshots.</summary>
    public int Snapshots { get; }

    /// <summary>Number of layers.</summary>
    public int Layers { get; }

    /// <summary>Number of sensors.</summary>
    public int Sensors { get; }

    /// <summary>All readings, row-major.</summary>
    public double[] Values { get; }

    /// <summary>Number of fields: snapshots times layers.</summary>
    public int Fields => Snapshots * Layers;

    /// <summary>Readings of one field, <c>[sensors]</c>.</summary>
    /// <param name="snapshot">Snapshot.</param>
    /// <param name="layer">Layer.</param>
    public Span<double> Field(int snapshot, int layer) => Values.AsSpan(((snapshot * Layers) + layer) * Sensors, Sensors);

    /// <summary>Readings at some of the snapshots, in the order given, copied.</summary>
    /// <param name="snapshots">Their numbers.</param>
    public SensorValues At(IReadOnlyList<int> snapshots)
    {
        ArgumentNullException.ThrowIfNull(snapshots);
        var part = new SensorValues(snapshots.Count, Layers, Sensors);
        int size = Layers * Sensors;
        for (int i = 0; i < snapshots.Count; i++) Values.AsSpan(snapshots[i] * size, size).CopyTo(part.Values.AsSpan(i * size, size));
        return part;
    }

    /// <summary>Readings of some of the sensors, in the order given.</summary>
    /// <param name="sensors">Positions of the sensors.</param>
    public SensorValues Subset(IReadOnlyList<int> sensors)
    {
        ArgumentNullException.ThrowIfNull(sensors);
        var part = new SensorValues(Snapshots, Layers, sensors.Count);
        for (int field = 0; field < Fields; field++)
        {
            var from = Values.AsSpan(field * Sensors, Sensors);
            var to = part.Values.AsSpan(field * sensors.Count, sensors.Count);
            for (int i = 0; i < to.Length; i++) to[i] = from[sensors[i]];
        }
        return part;
    }
}
