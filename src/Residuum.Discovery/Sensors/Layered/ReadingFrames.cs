namespace Residuum.Discovery.Sensors.Layered;

/// <summary>Snapshots put together from single readings.</summary>
internal sealed class ReadingFrames : ILayeredFrames
{
    private readonly List<(int Frame, int Layer, int Place, double Value)> _readings;
    private readonly int[] _starts; // of each frame among the readings, and their end

    /// <summary>Sorts readings into snapshots of one sample and time; readings of one place, time and layer become their mean.</summary>
    /// <param name="readings">The readings.</param>
    /// <param name="places">The place of each.</param>
    /// <param name="layers">Number of layers.</param>
    public ReadingFrames(IReadOnlyList<Reading> readings, SensorPlaces places, int layers)
    {
        (Layers, Places) = (layers, places.Network);
        Keys = [.. readings.Select(reading => (reading.Sample, reading.Time)).Distinct().Order()];
        var frameOf = Keys.Select((key, frame) => (key, frame)).ToDictionary(pair => pair.key, pair => pair.frame);
        _readings = [.. readings
            .Select((reading, i) => (Frame: frameOf[(reading.Sample, reading.Time)], reading.Layer, Place: places.Positions[i], reading.Value))
            .Order()];
        Repeated = Merge();
        _starts = new int[Keys.Count + 1];
        foreach (var reading in _readings) _starts[reading.Frame + 1]++;
        for (int frame = 0; frame < Keys.Count; frame++) _starts[frame + 1] += _starts[frame];
    }

    public int Layers { get; }

    public SensorNetwork Places { get; }

    /// <summary>Sample and time of each snapshot, ascending.</summary>
    public IReadOnlyList<(double Sample, double Time)> Keys { get; }

    /// <summary>Readings that were merged into another.</summary>
    public int Repeated { get; }

    public void Fill(int frame, Span<double> readings)
    {
        readings.Fill(double.NaN);
        for (int i = _starts[frame]; i < _starts[frame + 1]; i++) readings[(_readings[i].Layer * Places.Count) + _readings[i].Place] = _readings[i].Value;
    }

    private int Merge()
    {
        int before = _readings.Count, kept = 0;
        for (int first = 0; first < before;)
        {
            int end = first;
            double sum = 0;
            for (; end < before && Same(_readings[end], _readings[first]); end++) sum += _readings[end].Value;
            _readings[kept++] = _readings[first] with { Value = sum / (end - first) };
            first = end;
        }
        _readings.RemoveRange(kept, before - kept);
        return before - kept;
    }

    private static bool Same((int Frame, int Layer, int Place, double Value) a, (int Frame, int Layer, int Place, double Value) b) =>
        a.Frame == b.Frame && a.Layer == b.Layer && a.Place == b.Place;
}
