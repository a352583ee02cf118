using Residuum.Data.Arrays;
using Residuum.Data.NetCdf;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Sensors;
using Residuum.Discovery.Sensors.Layered;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Tests.Sensors;

/// <summary>Every discrete sampling geometry of the same readings is the same observations.</summary>
public sealed class SamplingGeometryTests : IDisposable
{
    private static readonly SensorNetwork Stations = LayeredSamples.Scattered(20);
    private static readonly double[] Instants = [.9, 1, 1.9, 2, 2.9, 3];
    private static readonly SensorGroup Expected = LayeredSamples.Group(Stations, .1, 1, 2, 3);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Time_series_as_an_array() => Check("timeSeries",
        Data(["station", "time", "layer"], [20, 6, 2], (i, j, k) => LayeredSamples.Psi(k, Stations.X[i], Stations.Y[i], Instants[j])),
        Variable.Of("time", ["time"], [6], Instants), At("station")[0], At("station")[1]);

    [Fact]
    public void Time_series_with_layers_first() => Check("timeSeries",
        Data(["layer", "time", "station"], [2, 6, 20], (k, j, i) => LayeredSamples.Psi(k, Stations.X[i], Stations.Y[i], Instants[j])),
        Variable.Of("time", ["time"], [6], Instants), At("station")[0], At("station")[1]);

    [Fact]
    public void Time_series_with_one_variable_a_layer() => Check("timeSeries",
        [.. Enumerable.Range(0, 2).Select(layer => Variable.Of($"psi{layer + 1}", ["station", "time"], [20, 6],
            Values(20, 6, 1, (i, j, _) => LayeredSamples.Psi(layer, Stations.X[i], Stations.Y[i], Instants[j])))),
        Variable.Of("time", ["time"], [6], Instants), .. At("station")]);

    [Fact]
    public void Points() => Check("point", Flat(out double[] times, out int[] station), Of("time", times), Of("x", [.. station.Select(i => Stations.X[i])]), Of("y", [.. station.Select(i => Stations.Y[i])]));

    [Fact]
    public void Indexed_ragged_time_series()
    {
        var psi = Flat(out double[] times, out int[] station);
        Check("timeSeries", psi, Of("time", times), Variable.Of("station_index", ["obs"], [station.Length], station, new AttributeTable { ["instance_dimension"] = "station" }), At("station")[0], At("station")[1]);
    }

    [Fact]
    public void Contiguous_ragged_trajectories()
    {
        var counts = Variable.Of("row_size", ["trajectory"], [20], Enumerable.Repeat(6, 20).ToArray(), new AttributeTable { ["sample_dimension"] = "obs" });
        Check("trajectory", Flat(out double[] times, out int[] station), Of("time", times), Of("x", [.. station.Select(i => Stations.X[i])]), Of("y", [.. station.Select(i => Stations.Y[i])]), counts);
    }

    [Fact]
    public void Trajectories_as_an_array_with_places_of_their_own()
    {
        double[] Repeated(double[] values) => [.. values.SelectMany(value => Enumerable.Repeat(value, 6))];
        Check("trajectory",
            Data(["trajectory", "obs", "layer"], [20, 6, 2], (i, j, k) => LayeredSamples.Psi(k, Stations.X[i], Stations.Y[i], Instants[j])),
            Variable.Of("time", ["trajectory", "obs"], [20, 6], Enumerable.Repeat(Instants, 20).SelectMany(t => t).ToArray()),
            Variable.Of("x", ["trajectory", "obs"], [20, 6], Repeated(Stations.X)), Variable.Of("y", ["trajectory", "obs"], [20, 6], Repeated(Stations.Y)));
    }

    [Fact]
    public void Layers_as_a_coordinate_of_points()
    {
        var rows = Enumerable.Range(0, 20).SelectMany(i => Instants.SelectMany(t => Enumerable.Range(0, 2).Select(layer => (i, t, layer)))).ToArray();
        Check("point",
            Of("psi", [.. rows.Select(row => LayeredSamples.Psi(row.layer, Stations.X[row.i], Stations.Y[row.i], row.t))], new AttributeTable { ["coordinates"] = "time x y layer" }),
            Of("time", [.. rows.Select(row => row.t)]), Of("x", [.. rows.Select(row => Stations.X[row.i])]), Of("y", [.. rows.Select(row => Stations.Y[row.i])]),
            Variable.Of("layer", ["obs"], [rows.Length], rows.Select(row => row.layer + 1).ToArray()));
    }

    [Fact]
    public void Drifters_that_move_within_pairs_are_refused_with_the_reason()
    {
        double[] x = [.. Enumerable.Range(0, 20).SelectMany(i => Instants.Select(t => Stations.X[i] * (1 - (.01 * t))))], y = [.. Enumerable.Range(0, 20).SelectMany(i => Instants.Select(_ => Stations.Y[i]))];
        string path = Write("trajectory", Flat(out double[] times, out _), Of("time", times), Of("x", x), Of("y", y));
        var error = Assert.Throws<UserError>(() => LayeredObservations.Open(path, grid: LayeredSamples.Grid));
        Assert.Contains("0 sensor(s) read all layers at both times", error.Message, StringComparison.Ordinal);
        Assert.Contains("whether the same places are read at both times of a pair", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Profiles_and_angles_are_refused_by_name()
    {
        string path = Write("timeSeriesProfile", Flat(out double[] times, out _), Of("time", times));
        Assert.Contains("'timeSeriesProfile', expected point, timeSeries or trajectory", Assert.Throws<UserError>(() => LayeredObservations.Open(path, grid: LayeredSamples.Grid)).Message, StringComparison.Ordinal);
        path = Write("point", Flat(out times, out int[] station), Of("time", times), Of("lon", [.. station.Select(i => (double)i)], new AttributeTable { ["units"] = "degrees_east" }));
        Assert.Contains("a coordinate is missing", Assert.Throws<UserError>(() => LayeredObservations.Open(path, grid: LayeredSamples.Grid)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_grid_is_demanded_where_neither_file_nor_model_gives_one()
    {
        string path = Write("timeSeries", Data(["station", "time", "layer"], [20, 6, 2], (_, j, k) => j + k), Variable.Of("time", ["time"], [6], Instants), At("station")[0], At("station")[1]);
        Assert.Contains("the grid is not known", Assert.Throws<UserError>(() => LayeredObservations.Open(path)).Message, StringComparison.Ordinal);
    }

    private void Check(string feature, params Variable[] variables)
    {
        var read = LayeredObservations.Open(Write(feature, variables), new ObservationOptions { TimeStep = 0 }, LayeredSamples.Grid);
        var group = Assert.Single(read.Groups);
        Assert.Equal(3, group.Pairs);
        Assert.Equal(.1, group.Interval, 1e-9);
        int[] order = [.. Enumerable.Range(0, 20).Select(i => Array.FindIndex(group.Sensors.X, x => x == Stations.X[i]))];
        Assert.Equal(Stations.Y, order.Select(i => group.Sensors.Y[i]));
        Assert.Equal(Expected.Values.Values, group.Values.Subset(order).Values, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    private string Write(string feature, params Variable[] variables)
    {
        string path = _folder.File("sampling.nc");
        NetCdfWriter.Write(path, new DataSet(variables, new AttributeTable { ["featureType"] = feature, ["Conventions"] = "CF-1.8" }));
        return path;
    }

    private static Variable Flat(out double[] times, out int[] station)
    {
        (int Station, double Time)[] rows = [.. Enumerable.Range(0, 20).SelectMany(i => Instants.Select(t => (i, t)))];
        times = [.. rows.Select(row => row.Time)];
        station = [.. rows.Select(row => row.Station)];
        return Data(["obs", "layer"], [rows.Length, 2], (i, k, _) => LayeredSamples.Psi(k, Stations.X[rows[i].Station], Stations.Y[rows[i].Station], rows[i].Time));
    }

    private static Variable[] At(string dimension) => [Variable.Of("x", [dimension], [20], Stations.X), Variable.Of("y", [dimension], [20], Stations.Y)];

    private static Variable Of(string name, double[] values, AttributeTable? attributes = null) => Variable.Of(name, ["obs"], [values.Length], values, attributes);

    private static Variable Data(string[] dimensions, long[] shape, Func<int, int, int, double> value) =>
        Variable.Of("psi", dimensions, shape, Values((int)shape[0], (int)shape[1], shape.Length > 2 ? (int)shape[2] : 1, value), new AttributeTable { ["coordinates"] = "time x y" });

    private static double[] Values(int a, int b, int c, Func<int, int, int, double> value) =>
        [.. Enumerable.Range(0, a).SelectMany(i => Enumerable.Range(0, b).SelectMany(j => Enumerable.Range(0, c).Select(k => value(i, j, k))))];
}
