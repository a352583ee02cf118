using System.Globalization;
using Residuum.Discovery.Observations;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Sensors.Layered;

/// <summary>Pairs of snapshots (t - Δt, t) of a layered flow, read by sensors; pairs that the same sensors read a same time apart stand in one group.</summary>
/// <remarks>A sensor counts for a pair where it read all layers at both times: so gaps that move from pair to pair make more groups, and the usual
/// case, one network for all, makes one.</remarks>
public sealed class LayeredObservations
{
    /// <summary>Wraps groups that were read or made.</summary>
    /// <param name="grid">Grid that the states are wanted on.</param>
    /// <param name="groups">At least one, of equal layers, on that grid.</param>
    /// <param name="quantity">What was read.</param>
    /// <param name="metadata">Units, noise of each layer, and where the observations come from; its fields are the layers, from the top.</param>
    /// <exception cref="ArgumentException">No group, or groups that differ in their layers.</exception>
    public LayeredObservations(PlaneGrid grid, IReadOnlyList<SensorGroup> groups, ObservedQuantity quantity, ObservationMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(groups);
        if (groups.Count == 0 || groups.Any(group => group.Pairs == 0 || group.Values.Layers != groups[0].Values.Layers || group.Values.Sensors != group.Sensors.Count))
            throw new ArgumentException("every group needs pairs, the same layers and a reading for each sensor", nameof(groups));
        (Grid, Groups, Quantity, Metadata) = (grid, groups, quantity, metadata);
    }

    /// <summary>Grid that the states are wanted on.</summary>
    public PlaneGrid Grid { get; }

    /// <summary>Pairs by their sensors and Δt, in the order of their first pair.</summary>
    public IReadOnlyList<SensorGroup> Groups { get; }

    /// <summary>What was read.</summary>
    public ObservedQuantity Quantity { get; }

    /// <summary>Units, noise of each layer, and where the observations come from.</summary>
    public ObservationMetadata Metadata { get; }

    /// <summary>Number of layers.</summary>
    public int Layers => Groups[0].Values.Layers;

    /// <summary>Number of pairs in all groups.</summary>
    public int Pairs => Groups.Sum(group => group.Pairs);

    /// <summary>Pairs that quality control dropped; none for observations made otherwise.</summary>
    public QualityReport Quality { get; init; } = new(0, []);

    /// <summary>What was assumed or mended when these were read, in whole sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Reads observations in the model's units: gridded with gaps, or scattered.</summary>
    /// <param name="path">A netCDF, HDF5, MATLAB 7.3, Zarr, .npz, CSV or Parquet file: see the page on sparse observations.</param>
    /// <param name="options">How to read it.</param>
    /// <param name="grid">The model's grid; needed where the file does not give one, and checked where it does.</param>
    /// <exception cref="UserError">Names the file, the variable, what was found and what is needed.</exception>
    public static LayeredObservations Open(string path, ObservationOptions? options = null, PlaneGrid? grid = null) =>
        LayeredReader.Read(path, options ?? new ObservationOptions(), grid);

    /// <summary>Writes CF netCDF that <see cref="Open"/> reads back bit for bit.</summary>
    /// <param name="path">The file; replaced when the new one is complete.</param>
    /// <param name="history">The command that made it.</param>
    public void Write(string path, string history = "") => LayeredWriter.Write(this, path, history);

    /// <summary>What the sensors of a network would have read of these: to thin out observations of a whole grid.</summary>
    /// <param name="network">Sensors on grid points.</param>
    /// <exception cref="UserError">Sensors stand between grid points, or too few stand in both.</exception>
    public LayeredObservations Within(SensorNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        if (network.GridIndices is null || Groups.Any(group => group.Sensors.GridIndices is null))
            throw new UserError("only observations on grid points can be thinned out", Metadata.Source, "sensors between grid points", remedy: "leave out 'sensors'");
        var wanted = network.GridIndices.ToHashSet();
        return new LayeredObservations(Grid, [.. Groups.Select(group => Within(group, wanted))], Quantity, Metadata) { Quality = Quality, Notes = Notes };
    }

    private SensorGroup Within(SensorGroup group, HashSet<int> wanted)
    {
        int[] kept = [.. Enumerable.Range(0, group.Sensors.Count).Where(i => wanted.Contains(group.Sensors.GridIndices![i]))];
        return kept.Length >= LayeredQuality.FewestSensors
            ? group.Subset(kept)
            : throw new UserError("too few of the network's sensors were observed", Metadata.Source, kept.Length.ToString(CultureInfo.InvariantCulture), $"at least {LayeredQuality.FewestSensors}", "use a wider network");
    }

    /// <summary>Refuses a model whose states have another number of layers.</summary>
    /// <param name="layers">Layers of the model.</param>
    /// <exception cref="UserError">Names both numbers.</exception>
    public void DemandLayers(int layers)
    {
        if (Layers == layers) return;
        throw new UserError("the observations have another number of layers than the model", Metadata.Source,
            Layers.ToString(CultureInfo.InvariantCulture), layers.ToString(CultureInfo.InvariantCulture), "name the variables or select the layers in the file");
    }
}
