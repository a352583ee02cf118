using Residuum.Data;
using Residuum.Discovery.Observations;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Sensors.Layered;

/// <summary>Reads pairs of snapshots from a file of any format and layout that is read, and judges them.</summary>
internal static class LayeredReader
{
    public static LayeredObservations Read(string path, ObservationOptions options, PlaneGrid? grid)
    {
        using var data = DataFile.Open(path);
        return Assemble(new DenseReader(data, options, grid).Read(), options);
    }

    /// <summary>Takes the pairs out, drops what is damaged, and gathers the rest.</summary>
    internal static LayeredObservations Assemble(LayeredSource source, ObservationOptions options)
    {
        var pairs = source.Pairs.Select((pair, i) => ObservedPair.Of(source.Frames, i, pair, source.Times[i], source.Intervals[i]));
        var (kept, report, notes) = LayeredQuality.Apply([.. pairs], source, options.SpikeThreshold);
        var places = source.Frames.Places;
        return new LayeredObservations(places.Grid, PairGroups.Of(kept, places), source.Quantity, source.Metadata) { Quality = report, Notes = [.. source.Notes, .. notes] };
    }
}
