namespace Residuum.Discovery.Sensors.Layered;

/// <summary>Snapshots as they stand in a file.</summary>
internal interface ILayeredFrames
{
    /// <summary>Number of layers.</summary>
    int Layers { get; }

    /// <summary>All places that any snapshot was read at.</summary>
    SensorNetwork Places { get; }

    /// <summary>Puts the readings of a snapshot in place; what was not read becomes NaN.</summary>
    /// <param name="frame">Snapshot, as the file counts them.</param>
    /// <param name="readings">Filled, <c>[layers, places]</c>.</param>
    void Fill(int frame, Span<double> readings);
}
