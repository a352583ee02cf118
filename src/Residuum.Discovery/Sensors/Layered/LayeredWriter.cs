using Residuum.Data.Arrays;
using Residuum.Data.NetCdf;

namespace Residuum.Discovery.Sensors.Layered;

/// <summary>Writes pairs as netCDF classic: <c>psi(sample, lag, layer, y, x)</c> with gaps, or <c>psi(sample, lag, layer, sensor)</c> where sensors stand between grid points.</summary>
/// <remarks>All groups stand in one array, in the order of their pairs, over all places of any group.</remarks>
internal static class LayeredWriter
{
    private const double Missing = 9.969209968386869e36; // NC_FILL_DOUBLE

    public static void Write(LayeredObservations observations, string path, string history)
    {
        var places = AllPlaces(observations);
        var pairs = InOrder(observations);
        var variables = Coordinates(observations, places);
        variables.Add(Variable.Of("time", ["sample", "lag"], [pairs.Count, 2], Times(pairs), AttributeTable.Described("time of each snapshot", observations.Metadata.TimeUnit, ("axis", "T"))));
        variables.Add(Variable.Of("dt", ["sample"], [pairs.Count], pairs.Select(pair => pair.Group.Interval).ToArray(), AttributeTable.Described("time between the two snapshots of a pair", observations.Metadata.TimeUnit)));
        variables.Add(Field(observations, places, pairs));
        NetCdfWriter.Write(path, new DataSet(variables, LayeredAttributes.Global("Pairs of snapshots of a layered flow, a time step apart, read by sensors", observations.Metadata.Source, history, observations.Metadata.Seed)));
    }

    private static SensorPlaces AllPlaces(LayeredObservations observations)
    {
        var grid = observations.Grid;
        double[] x = [.. observations.Groups.SelectMany(group => group.Sensors.X)], y = [.. observations.Groups.SelectMany(group => group.Sensors.Y)];
        if (PeriodicPlane.Indices(grid, x, y) is not { } indices) return SensorPlaces.Of(grid, x, y);
        return new SensorPlaces(SensorNetwork.OnGrid(grid, [.. Enumerable.Range(0, grid.Points)]), indices);
    }

    /// <summary>Every pair with its group, its number within, and where the group's sensors begin among the positions of all.</summary>
    private static List<(SensorGroup Group, int Pair, int FirstPosition)> InOrder(LayeredObservations observations)
    {
        var pairs = new List<(SensorGroup Group, int Pair, int FirstPosition)>();
        int position = 0;
        foreach (var group in observations.Groups)
        {
            for (int pair = 0; pair < group.Pairs; pair++) pairs.Add((group, pair, position));
            position += group.Sensors.Count;
        }
        return [.. pairs.OrderBy(entry => entry.Group.Numbers.Count > 0 ? entry.Group.Numbers[entry.Pair] : 0)];
    }

    private static List<Variable> Coordinates(LayeredObservations observations, SensorPlaces places)
    {
        var (grid, network, unit) = (observations.Grid, places.Network, observations.Metadata.LengthUnit);
        return network.GridIndices is not null
            ? [.. LayeredAttributes.Axes(grid, unit), LayeredAttributes.Layers(observations.Layers)]
            :
            [
                Variable.Of("x", ["sensor"], [network.Count], network.X, LayeredAttributes.Axis("X", unit, grid.LengthX, grid.Nx)),
                Variable.Of("y", ["sensor"], [network.Count], network.Y, LayeredAttributes.Axis("Y", unit, grid.LengthY, grid.Ny)),
                LayeredAttributes.Layers(observations.Layers),
            ];
    }

    private static Variable Field(LayeredObservations observations, SensorPlaces places, List<(SensorGroup Group, int Pair, int FirstPosition)> pairs)
    {
        int fields = 2 * observations.Layers, all = places.Network.Count;
        var values = new double[checked(pairs.Count * fields * all)];
        Array.Fill(values, Missing);
        for (int i = 0; i < pairs.Count; i++)
        {
            var (group, pair, first) = pairs[i];
            for (int field = 0; field < fields; field++)
            {
                var readings = group.Values.Field((2 * pair) + (field / observations.Layers), field % observations.Layers);
                var row = values.AsSpan(((i * fields) + field) * all, all);
                for (int sensor = 0; sensor < readings.Length; sensor++) row[places.Positions[first + sensor]] = readings[sensor];
            }
        }
        bool gridded = places.Network.GridIndices is not null;
        string[] dimensions = gridded ? ["sample", "lag", "layer", "y", "x"] : ["sample", "lag", "layer", "sensor"];
        long[] shape = gridded ? [pairs.Count, 2, observations.Layers, observations.Grid.Ny, observations.Grid.Nx] : [pairs.Count, 2, observations.Layers, all];
        return Variable.Of(LayeredNames.Of(observations.Quantity).Short, dimensions, shape, values, Describe(observations, gridded));
    }

    private static AttributeTable Describe(LayeredObservations observations, bool gridded)
    {
        var metadata = observations.Metadata;
        var attributes = AttributeTable.Described(LayeredNames.Of(observations.Quantity).Long, metadata.FieldUnits.Count > 0 ? metadata.FieldUnits[0] : "");
        attributes["_FillValue"] = Missing;
        attributes["coordinates"] = gridded ? "time" : "time x y";
        if (metadata.NoiseStandardDeviations.Count > 0) attributes["noise_standard_deviation"] = metadata.NoiseStandardDeviations.ToArray();
        return attributes;
    }

    private static double[] Times(List<(SensorGroup Group, int Pair, int FirstPosition)> pairs)
    {
        var times = new double[2 * pairs.Count];
        for (int i = 0; i < pairs.Count; i++)
        {
            var (group, pair, _) = pairs[i];
            double end = group.Times.Count > 0 ? group.Times[pair] : (i + 1) * group.Interval * 2;
            (times[2 * i], times[(2 * i) + 1]) = (end - group.Interval, end);
        }
        return times;
    }
}
