using System.Globalization;
using Residuum.Data.Arrays;
using Residuum.Data.NetCdf;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Sensors;
using Residuum.Discovery.Sensors.Layered;
using Residuum.Discovery.Sensors.Networks;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests.Sensors;

public sealed class LayeredLayoutTests : IDisposable
{
    private static readonly PlaneGrid Grid = LayeredSamples.Grid;
    private static readonly double[] Instants = [.9, 1, 1.9, 2];
    private static readonly SensorGroup Expected = LayeredSamples.Group(SensorNetworks.All(Grid), .1, 1, 2);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_series_in_pairs() => Check(Read(Series(["time", "layer", "y", "x"], 4, 2), Time(Instants), X(), Y()));

    [Fact]
    public void A_series_with_one_variable_a_layer() =>
        Check(Read([.. Enumerable.Range(0, 2).Select(layer => Field($"q_{layer + 1}", ["time", "y", "x"], [4, 24, 16], [.. Instants.SelectMany(t => Snapshot(layer, t))])), Time(Instants), X(), Y()]));

    [Fact]
    public void A_series_in_packed_numbers_and_other_units()
    {
        var attributes = new AttributeTable { ["units"] = "km2 s-1", ["scale_factor"] = 1e-9, ["_FillValue"] = -1 };
        var psi = Variable.Of("psi", ["time", "layer", "y", "x"], [4, 2, 24, 16],
            Instants.SelectMany(t => Enumerable.Range(0, 2).SelectMany(layer => Snapshot(layer, t).Select(value => (int)Math.Round(value * 1e3)))).ToArray(), attributes);
        var time = Variable.Of("time", ["time"], [4], Instants.Select(t => t / 3600).ToArray(), new AttributeTable { ["units"] = "hours since 2000-01-01" });
        var options = new ObservationOptions { Units = ["m2 s-1"], TimeUnit = "s", LengthUnit = "m" };
        var read = Open(options, null, psi, time, X("km", 1e-3), Y("km", 1e-3));
        Assert.Equal(.1, read.Groups[0].Interval, 1e-9);
        Assert.Equal((4, 6), (read.Grid.LengthX, Math.Round(read.Grid.LengthY, 9)));
        Assert.Equal(Expected.Values.Values, read.Groups[0].Values.Values, (a, b) => Math.Abs(a - b) <= .51e-3);
    }

    [Fact]
    public void A_table_on_the_grid()
    {
        var lines = new List<string> { "t,layer,x,y,value" };
        foreach (double t in Instants)
        {
            for (int layer = 0; layer < 2; layer++)
            {
                foreach (double y in Grid.Y) lines.AddRange(Grid.X.Select(x => string.Create(CultureInfo.InvariantCulture, $"{t:R},{layer + 1},{x:R},{y:R},{LayeredSamples.Psi(layer, x, y, t):R}")));
            }
        }
        Check(Table(null, [lines[0], .. lines.Skip(1).Reverse()]));
    }

    [Fact]
    public void A_table_of_scattered_sensors_with_a_column_a_layer_and_samples()
    {
        var sensors = LayeredSamples.Scattered(30);
        var lines = new List<string> { "sample,time,x,y,psi1,psi2" };
        for (int row = 0; row < 4; row++)
        {
            double t = Instants[row];
            for (int i = 0; i < 30; i++)
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"{row / 2},{t:R},{sensors.X[i]:R},{sensors.Y[i]:R},{LayeredSamples.Psi(0, sensors.X[i], sensors.Y[i], t):R},{(row == 3 && i == 4 ? "" : LayeredSamples.Psi(1, sensors.X[i], sensors.Y[i], t).ToString("R", CultureInfo.InvariantCulture))}"));
        }
        var read = Table(Grid, lines);
        Assert.Equal([30, 29], read.Groups.Select(group => group.Sensors.Count));
        Assert.Contains(LayeredSamples.Psi(1, sensors.X[7], sensors.Y[7], 1), read.Groups[0].Values.Field(1, 1).ToArray());
    }

    [Fact]
    public void Places_that_stand_twice_are_averaged_and_places_from_zero_are_shifted()
    {
        var sensors = LayeredSamples.Scattered(30);
        var lines = new List<string> { "time,x,y,psi1,psi2" };
        foreach (double t in Instants)
        {
            for (int i = 0; i <= 30; i++)
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"{t:R},{sensors.X[i % 30] + 2:R},{sensors.Y[i % 30] + 3:R},{LayeredSamples.Psi(0, sensors.X[i % 30], sensors.Y[i % 30], t) + (i == 30 ? .2 : 0):R},{LayeredSamples.Psi(1, sensors.X[i % 30], sensors.Y[i % 30], t):R}"));
        }
        var read = Table(Grid, lines);
        Assert.Equal(["coordinates from 0 to 4 and 6 were shifted to the domain's centre", "8 reading(s) of a place, time and layer that was read already: their mean was taken"], read.Notes);
        int at = Array.FindIndex(read.Groups[0].Sensors.X, x => Math.Abs(x - sensors.X[0]) < 1e-12);
        Assert.Equal(LayeredSamples.Psi(0, sensors.X[0], sensors.Y[0], 1) + .1, read.Groups[0].Values.Field(1, 0)[at], 1e-12);
    }

    [Fact]
    public void Places_outside_are_wrapped_where_the_file_states_its_origin()
    {
        var sensors = LayeredSamples.Scattered(30);
        var psi = Variable.Of("psi", ["time", "layer", "sensor"], [4, 2, 30], Instants.SelectMany(t => Enumerable.Range(0, 2).SelectMany(layer => sensors.X.Zip(sensors.Y, (x, y) => LayeredSamples.Psi(layer, x, y, t)))).ToArray());
        Variable At(string name, double[] values, double shift, double? origin) =>
            Variable.Of(name, ["sensor"], [30], values.Select(value => value + shift).ToArray(), origin is { } stated ? new AttributeTable { ["origin"] = stated } : null);
        var read = Open(null, Grid, psi, Time(Instants), At("x", sensors.X, 8, -2), At("y", sensors.Y, 0, -3));
        Assert.Equal("30 of 30 sensor(s) lay outside the domain and were wrapped periodically", Assert.Single(read.Notes));
        Assert.Equal(sensors.X, read.Groups[0].Sensors.X, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Contains("sensors outside the domain", Assert.Throws<UserError>(() => Open(null, Grid, psi, Time(Instants), At("x", sensors.X, 8, null), At("y", sensors.Y, 0, null))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("odd", "the number of grid points along x is not even")]
    [InlineData("uneven", "the grid is not equally spaced")]
    [InlineData("closed", "both ends of the periodic axis are in the file: found length 3.75 with 16 points 0.25 apart, expected 4; drop the last point")]
    [InlineData("other", "the observations' grid is not the model's: found 16 x 24 points on 4 x 6, expected 32 x 24 points on 4 x 6")]
    [InlineData("transposed", "the dimensions are in another order than expected")]
    [InlineData("shifted", "the times do not come in groups: found 0.1 between the groups")]
    [InlineData("degrees", "longitudes and latitudes are not read")]
    [InlineData("no length", "the length of the domain along y is not known")]
    public void What_can_not_be_read_is_refused_with_the_reason(string fault, string reason)
    {
        var psi = fault switch
        {
            "odd" => Field("psi", ["time", "layer", "y", "x"], [4, 2, 24, 15], new double[4 * 2 * 24 * 15]),
            "transposed" => Series(["time", "y", "x", "layer"], 4, 2, [4, 24, 16, 2]),
            "shifted" => Field("psi", ["time", "layer", "y", "x"], [5, 2, 24, 16], new double[5 * 2 * 24 * 16]),
            _ => Series(["time", "layer", "y", "x"], 4, 2),
        };
        var x = fault switch
        {
            "odd" => Variable.Of("x", ["x"], [15], Grid.X.Take(15).ToArray()),
            "uneven" => Variable.Of("x", ["x"], [16], Grid.X.Select(x => x * x * x).ToArray()),
            "closed" => Variable.Of("x", ["x"], [16], Grid.X.ToArray(), new AttributeTable { ["length"] = 3.75 }),
            "degrees" => X("degrees_east", 1),
            _ => X(),
        };
        List<Variable> variables = [psi, x, Time(fault == "shifted" ? [0, .9, 1, 1.9, 2] : Instants)];
        if (fault != "no length") variables.Add(Y());
        var model = fault == "other" ? PlaneGrid.Periodic(32, 24, 4, 6) : null;
        Assert.Contains(reason, Assert.Throws<UserError>(() => Open(null, model, [.. variables])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_vorticity_is_told_by_its_name_and_an_unknown_name_is_noted()
    {
        Assert.Equal(ObservedQuantity.PotentialVorticity, Read(Renamed("q"), Time(Instants), X(), Y()).Quantity);
        var read = Read(Renamed("foo"), Time(Instants), X(), Y());
        Assert.Equal("'foo' was taken to be the stream function; set 'quantity' where it is not", Assert.Single(read.Notes));
        Assert.Equal(ObservedQuantity.PotentialVorticity, Open(new ObservationOptions { Quantity = ObservedQuantity.PotentialVorticity }, null, Renamed("foo"), Time(Instants), X(), Y()).Quantity);
        Assert.Contains("no variable holds", Assert.Throws<UserError>(() => Read(Renamed("foo"), Renamed("bar"), Time(Instants), X(), Y())).Message, StringComparison.Ordinal);
    }

    private static void Check(LayeredObservations read)
    {
        var group = Assert.Single(read.Groups);
        Assert.Equal(.1, group.Interval, 1e-12);
        Assert.Equal(Expected.Sensors.GridIndices, group.Sensors.GridIndices);
        Assert.Equal(Expected.Values.Values, group.Values.Values, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    private LayeredObservations Read(params Variable[] variables) => Open(null, null, variables);

    private LayeredObservations Open(ObservationOptions? options, PlaneGrid? model, params Variable[] variables)
    {
        string path = _folder.File("layout.nc");
        NetCdfWriter.Write(path, new DataSet(variables));
        return LayeredObservations.Open(path, options, model);
    }

    private LayeredObservations Table(PlaneGrid? grid, IEnumerable<string> lines)
    {
        string path = _folder.File("table.csv");
        File.WriteAllLines(path, lines);
        return LayeredObservations.Open(path, new ObservationOptions { Quantity = ObservedQuantity.StreamFunction }, grid);
    }

    private static double[] Snapshot(int layer, double t) => [.. Grid.Y.SelectMany(y => Grid.X.Select(x => LayeredSamples.Psi(layer, x, y, t)))];

    private static Variable Series(string[] dimensions, int times, int layers, long[]? shape = null) =>
        Field("psi", dimensions, shape ?? [times, layers, 24, 16], [.. Instants.SelectMany(t => Enumerable.Range(0, layers).SelectMany(layer => Snapshot(layer, t)))]);

    private static Variable Renamed(string name) => Field(name, ["time", "layer", "y", "x"], [4, 2, 24, 16], Series(["time", "layer", "y", "x"], 4, 2).Read());

    private static Variable Field(string name, string[] dimensions, long[] shape, double[] values) => Variable.Of(name, dimensions, shape, values);

    private static Variable Time(double[] times) => Variable.Of("time", ["time"], [times.Length], times);

    private static Variable X(string unit = "", double scale = 1) => Axis("x", Grid.X, unit, scale);

    private static Variable Y(string unit = "", double scale = 1) => Axis("y", Grid.Y, unit, scale);

    private static Variable Axis(string name, IReadOnlyList<double> values, string unit, double scale) =>
        Variable.Of(name, [name], [values.Count], values.Select(value => value * scale).ToArray(), unit.Length > 0 ? new AttributeTable { ["units"] = unit } : null);
}
