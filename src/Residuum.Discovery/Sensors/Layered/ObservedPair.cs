namespace Residuum.Discovery.Sensors.Layered;

/// <summary>A pair of snapshots with the sensors that read all of it.</summary>
/// <param name="Number">Its place in the file, from 0.</param>
/// <param name="Time">Time t of the second snapshot.</param>
/// <param name="Interval">Δt.</param>
/// <param name="Places">Its sensors, as positions among all places, ascending.</param>
/// <param name="Values">Their readings, <c>[2, layers, sensors]</c>.</param>
internal sealed record ObservedPair(int Number, double Time, double Interval, int[] Places, SensorValues Values)
{
    /// <summary>The pair with some of its sensors.</summary>
    /// <param name="keep">Positions among this pair's sensors, ascending.</param>
    public ObservedPair With(IReadOnlyList<int> keep) => this with { Places = [.. keep.Select(i => Places[i])], Values = Values.Subset(keep) };

    /// <summary>Takes a pair out of the file's snapshots.</summary>
    /// <param name="frames">The snapshots.</param>
    /// <param name="number">Number of the pair.</param>
    /// <param name="instants">Its two snapshots.</param>
    /// <param name="time">Time of the second.</param>
    /// <param name="interval">Δt.</param>
    public static ObservedPair Of(ILayeredFrames frames, int number, (int Before, int After) instants, double time, double interval)
    {
        int places = frames.Places.Count, fields = 2 * frames.Layers;
        var readings = new double[checked(fields * places)];
        frames.Fill(instants.Before, readings.AsSpan(0, fields / 2 * places));
        frames.Fill(instants.After, readings.AsSpan(fields / 2 * places));
        int[] complete = [.. Enumerable.Range(0, places).Where(place => IsComplete(readings, place, places))];
        return new ObservedPair(number, time, interval, complete, new SensorValues(2, frames.Layers, places, readings).Subset(complete));
    }

    private static bool IsComplete(double[] readings, int place, int places)
    {
        for (int i = place; i < readings.Length; i += places)
        {
            if (!double.IsFinite(readings[i])) return false;
        }
        return true;
    }
}
