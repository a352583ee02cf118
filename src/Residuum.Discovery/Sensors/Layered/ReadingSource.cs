using System.Globalization;
using Residuum.Discovery.Observations;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Sensors.Layered;

/// <summary>Makes pairs of single readings: by their sample where the file has one, else of consecutive times.</summary>
/// <param name="source">The file, for messages.</param>
/// <param name="options">Whether pairs may share snapshots.</param>
internal sealed class ReadingSource(string source, ObservationOptions options)
{
    /// <summary>Puts pairs together.</summary>
    /// <param name="readings">The readings; those without a number are left out.</param>
    /// <param name="axes">Finds the grid.</param>
    /// <param name="layers">Number of layers.</param>
    /// <param name="origins">Origins of the coordinates that the file states.</param>
    /// <param name="quantity">What was read, and what is known of it.</param>
    public LayeredSource Pair(IReadOnlyList<Reading> readings, PlaneAxes axes, int layers, (double? X, double? Y) origins, (ObservedQuantity Quantity, ObservationMetadata Metadata, List<string> Notes) quantity)
    {
        Reading[] known = [.. readings.Where(reading => double.IsFinite(reading.Value))];
        if (known.Length == 0) throw new UserError("no reading", source, "no row with a time, a place and a value");
        double[] x = [.. known.Select(reading => reading.X)], y = [.. known.Select(reading => reading.Y)];
        var (grid, found) = axes.OfPlaces(x, y);
        var places = PlacesOnPlane.Of(grid, x, y, found ?? origins, source, quantity.Notes);
        var frames = new ReadingFrames(known, places, layers);
        if (frames.Repeated > 0) quantity.Notes.Add($"{frames.Repeated} reading(s) of a place, time and layer that was read already: their mean was taken");
        var (groups, steps, ends) = Groups(frames.Keys);
        return new LayeredSource(frames, [.. groups.Select(group => (group[^2], group[^1]))], steps, ends, quantity.Quantity, quantity.Metadata, quantity.Notes);
    }

    private (List<int[]> Groups, double[] Steps, double[] Ends) Groups(IReadOnlyList<(double Sample, double Time)> keys)
    {
        if (keys.All(key => key.Sample == keys[0].Sample)) return TimeSeriesCut.Cut([.. keys.Select(key => key.Time)], lags: 1, options.Overlap, $"{source}: time");
        var groups = keys.Select((key, i) => (key.Sample, i)).GroupBy(pair => pair.Sample, pair => pair.i).Select(group => group.ToArray()).ToList();
        if (groups.Find(group => group.Length < 2) is { } single)
        {
            string sample = keys[single[0]].Sample.ToString(CultureInfo.InvariantCulture);
            throw new UserError("a sample has one time only", source, $"sample {sample}", "the two times of a pair");
        }
        return (groups, TimeSeriesCut.Snapped([.. groups.Select(group => keys[group[^1]].Time - keys[group[^2]].Time)]), [.. groups.Select(group => keys[group[^1]].Time)]);
    }
}
