using System.Globalization;
using System.Text;
using Residuum.Data.Arrays;
using Residuum.Data.Columns;
using Residuum.Data.NetCdf;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Sensors.Layered;
using Residuum.Discovery.Sensors.Networks;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests.Sensors;

/// <summary>No damaged file ends in anything but observations or a clean error.</summary>
public sealed class LayeredFuzzTests : IDisposable
{
    private static readonly int Inputs = Effort.Rounds(usual: 2_000, soak: 50_000);
    private static readonly PlaneGrid Grid = PlaneGrid.Periodic(4, 6, 4, 6);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Damaged_arrays_are_read_or_refused()
    {
        List<byte[]> seeds = [];
        foreach (var sensors in new[] { SensorNetworks.Random(Grid, .8, 0), SensorNetworks.Moorings(Grid, new MooringOptions { Count = 18, Scattered = true }, 0) })
        {
            string path = _folder.File("seed.nc");
            new LayeredObservations(Grid, [LayeredSamples.Group(sensors, .1, 1, 2)], ObservedQuantity.StreamFunction, new ObservationMetadata { LengthUnit = "m", TimeUnit = "s" }).Write(path);
            seeds.Add(File.ReadAllBytes(path));
        }
        Fuzzing.Run(seeds, Inputs, Read);
    }

    [Fact]
    public void Damaged_sampling_geometries_are_read_or_refused()
    {
        double[] times = [.. Enumerable.Repeat(new[] { .9, 1.0 }, 20).SelectMany(t => t)];
        var sensors = SensorNetworks.Moorings(Grid, new MooringOptions { Count = 20, Scattered = true }, 0);
        int[] station = [.. Enumerable.Range(0, 40).Select(i => i / 2)];
        var psi = Variable.Of("psi", ["obs", "layer"], [40, 2], Enumerable.Range(0, 80).Select(i => LayeredSamples.Psi(i % 2, sensors.X[i / 4], sensors.Y[i / 4], times[i / 2])).ToArray(), new AttributeTable { ["coordinates"] = "time x y" });
        Variable[] common = [psi, Variable.Of("time", ["obs"], [40], times), Variable.Of("x", ["station"], [20], sensors.X), Variable.Of("y", ["station"], [20], sensors.Y)];
        List<byte[]> seeds = [];
        foreach (var ragged in new[]
        {
            Variable.Of("station_index", ["obs"], [40], station, new AttributeTable { ["instance_dimension"] = "station" }),
            Variable.Of("row_size", ["station"], [20], Enumerable.Repeat(2, 20).ToArray(), new AttributeTable { ["sample_dimension"] = "obs" }),
        })
        {
            string path = _folder.File("seed.nc");
            NetCdfWriter.Write(path, new DataSet([.. common, ragged], new AttributeTable { ["featureType"] = "timeSeries" }));
            seeds.Add(File.ReadAllBytes(path));
        }
        Fuzzing.Run(seeds, Inputs, Read);
    }

    [Fact]
    public void Damaged_tables_are_read_or_refused()
    {
        var rows = Enumerable.Range(0, 2 * 24).Select(i => string.Create(CultureInfo.InvariantCulture, $"{(i / 24 == 0 ? .9 : 1)},{Grid.X[i % 4]},{Grid.Y[i / 4 % 6]},{LayeredSamples.Psi(0, Grid.X[i % 4], Grid.Y[i / 4 % 6], i / 24):G6},1e{i % 5}"));
        string table = string.Join('\n', rows.Prepend("t,x,y,psi1,psi2"));
        Fuzzing.Run([Encoding.UTF8.GetBytes(table)], Inputs, bytes =>
        {
            using var data = CsvReader.Parse(Fuzzing.Text(bytes), "fuzz.csv");
            Check(LayeredReader.Read(data, new ObservationOptions(), bytes.Length % 2 == 0 ? Grid : null));
        });
    }

    private static void Read(byte[] bytes)
    {
        using var data = NetCdfReader.Parse(bytes, "fuzz.nc");
        Check(LayeredReader.Read(data, new ObservationOptions(), bytes.Length % 2 == 0 ? Grid : null));
    }

    /// <summary>Whatever came through quality control is finite, on the plane, and in its order.</summary>
    private static void Check(LayeredObservations read)
    {
        foreach (var group in read.Groups)
        {
            Assert.All(group.Values.Values, value => Assert.True(double.IsFinite(value)));
            Assert.All(group.Sensors.X, x => Assert.InRange(x, -read.Grid.LengthX / 2, read.Grid.LengthX / 2));
            Assert.True(group.Interval > 0 && group.Sensors.Count >= 16);
        }
    }
}
