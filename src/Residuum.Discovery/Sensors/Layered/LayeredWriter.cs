using System.Reflection;
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
        variables.Add(Variable.Of("time", ["sample", "lag"], [pairs.Count, 2], Times(pairs), Attributes("time of each snapshot", observations.Metadata.TimeUnit, ("axis", "T"))));
        variables.Add(Variable.Of("dt", ["sample"], [pairs.Count], pairs.Select(pair => pair.Group.Interval).ToArray(), Attributes("time between the two snapshots of a pair", observations.Metadata.TimeUnit)));
        variables.Add(Field(observations, places, pairs));
        NetCdfWriter.Write(path, new DataSet(variables, Global(observations, history)));
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
        var grid = observations.Grid;
        string unit = observations.Metadata.LengthUnit;
        AttributeTable x = Axis("X", unit, grid.LengthX, grid.Nx), y = Axis("Y", unit, grid.LengthY, grid.Ny);
        List<Variable> variables = places.Network.GridIndices is not null
            ? [Variable.Of("x", ["x"], [grid.Nx], grid.X.ToArray(), x), Variable.Of("y", ["y"], [grid.Ny], grid.Y.ToArray(), y)]
            : [Variable.Of("x", ["sensor"], [places.Network.Count], places.Network.X, x), Variable.Of("y", ["sensor"], [places.Network.Count], places.Network.Y, y)];
        int[] layers = [.. Enumerable.Range(1, observations.Layers)];
        variables.Add(Variable.Of("layer", ["layer"], [layers.Length], layers, Attributes("layer, from the top", "1", ("axis", "Z"), ("positive", "down"))));
        return variables;
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
        var attributes = Attributes(LayeredNames.Of(observations.Quantity).Long, metadata.FieldUnits.Count > 0 ? metadata.FieldUnits[0] : "");
        attributes["_FillValue"] = Missing;
        attributes["coordinates"] = gridded ? "time" : "time x y";
        if (metadata.NoiseStandardDeviations.Count > 0) attributes["noise_standard_deviation"] = metadata.NoiseStandardDeviations.ToArray();
        return attributes;
    }

    private static AttributeTable Global(LayeredObservations observations, string history)
    {
        var attributes = new AttributeTable
        {
            ["Conventions"] = "CF-1.8",
            ["title"] = "Pairs of snapshots of a layered flow, a time step apart, read by sensors",
            ["source"] = observations.Metadata.Source,
            ["history"] = history,
            ["residuum_version"] = Assembly.GetExecutingAssembly().GetName().Version?.ToString(3) ?? "",
        };
        if (observations.Metadata.Seed is { } seed) attributes["seed"] = (double)seed; // classic files have no 64-bit integers
        return attributes;
    }

    private static AttributeTable Axis(string axis, string unit, double length, int points)
    {
        var attributes = Attributes("position", unit, ("axis", axis));
        attributes["length"] = length;
        attributes["points"] = points;
        attributes["origin"] = -length / 2;
        return attributes;
    }

    private static AttributeTable Attributes(string longName, string unit, params (string Name, string Text)[] more)
    {
        var attributes = new AttributeTable { ["long_name"] = longName };
        if (unit.Length > 0) attributes["units"] = unit;
        foreach (var (name, text) in more) attributes[name] = text;
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
