using Residuum.Data;
using Residuum.Data.Arrays;
using Residuum.Discovery.Observations;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Sensors.Layered;

/// <summary>Reads pairs of snapshots from a file of any format and layout that is read, and judges them.</summary>
internal static class LayeredReader
{
    public static LayeredObservations Read(string path, ObservationOptions options, PlaneGrid? grid)
    {
        using var data = DataFile.Open(path);
        return Read(data, options, grid);
    }

    /// <summary>Reads pairs from variables, wherever they come from.</summary>
    internal static LayeredObservations Read(DataSet data, ObservationOptions options, PlaneGrid? grid) => Assemble(Source(data, options, grid), options);

    private static LayeredSource Source(DataSet data, ObservationOptions options, PlaneGrid? grid)
    {
        if (IsTable(data)) return new TableReader(data, options, grid).Read();
        return SamplingReader.Applies(data) ? new SamplingReader(data, options, grid).Read() : new DenseReader(data, options, grid).Read();
    }

    private static bool IsTable(DataSet data) => data.Variables.Count > 1
        && data.Variables.All(variable => variable.Rank == 1) && data.Variables.Select(variable => variable.Dimensions[0].Name).Distinct().Count() == 1
        && !SamplingReader.Applies(data);

    /// <summary>Takes the pairs out, drops what is damaged, and gathers the rest.</summary>
    private static LayeredObservations Assemble(LayeredSource source, ObservationOptions options)
    {
        var pairs = source.Pairs.Select((pair, i) => ObservedPair.Of(source.Frames, i, pair, source.Times[i], source.Intervals[i]));
        var (kept, report, notes) = LayeredQuality.Apply([.. pairs], source, options.SpikeThreshold);
        var places = source.Frames.Places;
        return new LayeredObservations(places.Grid, PairGroups.Of(kept, places), source.Quantity, source.Metadata) { Quality = report, Notes = [.. source.Notes, .. notes] };
    }
}
