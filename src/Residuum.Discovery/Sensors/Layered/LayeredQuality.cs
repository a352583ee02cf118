using System.Globalization;
using System.Numerics.Tensors;
using Residuum.Discovery.Observations;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Sensors.Layered;

/// <summary>Leaves out sensors that never change and readings that are spikes, and drops pairs that say nothing.</summary>
internal static class LayeredQuality
{
    /// <summary>Fewest sensors of a pair: fewer can not show a field in the plane.</summary>
    public const int FewestSensors = 16;

    private const int MostNotes = 10;

    /// <summary>Judges pairs.</summary>
    /// <param name="pairs">All pairs, with the sensors that read all of each.</param>
    /// <param name="source">Where they come from.</param>
    /// <param name="spikeThreshold">Robust standard deviations that make a spike; 0 looks for none.</param>
    /// <exception cref="UserError">No pair is left.</exception>
    public static (List<ObservedPair> Kept, QualityReport Report, List<string> Notes) Apply(IReadOnlyList<ObservedPair> pairs, LayeredSource source, double spikeThreshold)
    {
        var notes = new List<string>();
        var stuck = StuckSensors.Of(pairs, source.Frames.Places.Count);
        if (stuck.Count > 0) notes.Add($"{stuck.Count} sensor(s) that never change were left out");
        var spikes = new SpikeSearch(source.Frames.Places, spikeThreshold);
        var kept = new List<ObservedPair>();
        var dropped = new List<DroppedSample>();
        foreach (var pair in pairs)
        {
            var whole = stuck.Count == 0 ? pair : pair.With([.. Enumerable.Range(0, pair.Places.Length).Where(i => !stuck.Contains(pair.Places[i]))]);
            string? fault = Fault(whole);
            if (fault is null && spikeThreshold > 0) (whole, fault) = spikes.Clean(whole, notes);
            if ((fault ?? TooFew(whole)) is { } reason) dropped.Add(new DroppedSample(pair.Number, $"pair {pair.Number}", reason));
            else kept.Add(whole);
        }
        if (kept.Count == 0) throw NothingLeft(source.Metadata.Source, dropped);
        if (notes.Count > MostNotes) notes = [.. notes.Take(MostNotes), $"... and {notes.Count - MostNotes} more"];
        return (kept, new QualityReport(pairs.Count, dropped), notes);
    }

    private static string? Fault(ObservedPair pair)
    {
        if (TooFew(pair) is { } few) return few;
        for (int layer = 0; layer < pair.Values.Layers; layer++)
        {
            ReadOnlySpan<double> before = pair.Values.Field(0, layer), after = pair.Values.Field(1, layer);
            if (IsConstant(before) || IsConstant(after)) return $"layer {layer + 1} reads the same number at every sensor";
            if (before.SequenceEqual(after)) return $"layer {layer + 1} is the same at both times";
        }
        return null;
    }

    private static string? TooFew(ObservedPair pair) => pair.Places.Length >= FewestSensors
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{pair.Places.Length} sensor(s) read all layers at both times; at least {FewestSensors} are needed");

    private static bool IsConstant(ReadOnlySpan<double> readings) => TensorPrimitives.Min(readings) == TensorPrimitives.Max(readings);

    private static UserError NothingLeft(string source, List<DroppedSample> dropped) => new(
        "quality control dropped every pair", source, dropped.Count == 0 ? "no pairs" : $"{dropped[0].Name}: {dropped[0].Reason}",
        remedy: "look at the file's missing values, and whether the same places are read at both times of a pair");
}
