using Residuum.Data.Arrays;
using Residuum.Data.NetCdf;
using Residuum.Data.Npy;
using Residuum.Discovery.Sensors.Networks;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests.Sensors;

public sealed class SensorFileTests : IDisposable
{
    private static readonly PlaneGrid Grid = PlaneGrid.Periodic(4, 6, 4, 6);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_mask_of_truths_or_numbers_names_its_points()
    {
        bool[] truths = [.. Enumerable.Range(0, 24).Select(i => i % 5 == 0)];
        NpyWriter.Write(_folder.File("truths.npy"), truths, 6, 4);
        NpyWriter.Write(_folder.File("numbers.npy"), truths.Select(truth => truth ? 2.0 : double.NaN).ToArray(), 6, 4);
        NetCdfWriter.Write(_folder.File("mask.nc"), new DataSet([Variable.Of("mask", ["y", "x"], [6, 4], truths.Select(truth => truth ? 1 : 0).ToArray()), Variable.Of("x", ["x"], [4], new double[4]), Variable.Of("y", ["y"], [6], new double[6])]));
        foreach (string name in new[] { "truths.npy", "numbers.npy", "mask.nc" }) Assert.Equal([0, 5, 10, 15, 20], SensorPlan.Parse($"file:{name}").Place(Grid, 0, folder: _folder.Path).GridIndices!);
    }

    [Fact]
    public void A_mask_of_the_sea_keeps_sensors_off_the_land()
    {
        NpyWriter.Write(_folder.File("sea.npy"), Enumerable.Range(0, 24).Select(i => i % 4 < 2).ToArray(), 6, 4);
        var network = SensorPlan.Parse("random:0.5,mask=sea.npy").Place(Grid, 0, folder: _folder.Path);
        Assert.Equal(6, network.Count);
        Assert.All(network.GridIndices!, index => Assert.True(index % 4 < 2));
    }

    [Fact]
    public void Places_of_a_table_keep_their_order_and_stand_once()
    {
        var network = Table("x,y", "0.25,-1.5", "-1.9,2.9", "0.25,-1.5", "1,1");
        Assert.Equal([.25, -1.9, 1], network.X);
        Assert.Equal([-1.5, 2.9, 1], network.Y);
        Assert.Null(network.GridIndices);
    }

    [Fact]
    public void Places_on_the_grid_know_their_points()
    {
        Assert.Equal([0, 13], Table("x,y", "-1,0", "-2,-3").GridIndices!);
        Assert.Equal([0, 13], Table("x,y", "1,3", "0,0", "4,6").GridIndices!); // from 0; the far corner is the first point again
    }

    [Theory]
    [InlineData("x,z|1,2", "no sensors found in the file: found 'x' [1], 'z' [1], expected a mask [6, 4], or columns x and y")]
    [InlineData("x,y|9,2", "sensors outside the domain: found x 9 to 9, y 2 to 2")]
    [InlineData("x,y|NA,2", "a sensor without a place")]
    public void A_wrong_table_is_refused_in_one_line(string lines, string reason) =>
        Assert.Contains(reason, Assert.Throws<UserError>(() => Table(lines.Split('|'))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_transposed_mask_is_told()
    {
        NpyWriter.Write(_folder.File("mask.npy"), new bool[24], 4, 6);
        Assert.Contains("transpose the mask", Assert.Throws<UserError>(() => SensorNetworks.FromFile(Grid, _folder.File("mask.npy"))).Message, StringComparison.Ordinal);
        NpyWriter.Write(_folder.File("mask.npy"), new bool[24], 6, 4);
        Assert.Contains("no sensor in the mask", Assert.Throws<UserError>(() => SensorNetworks.FromFile(Grid, _folder.File("mask.npy"))).Message, StringComparison.Ordinal);
    }

    private Residuum.Discovery.Sensors.SensorNetwork Table(params string[] lines)
    {
        File.WriteAllLines(_folder.File("sensors.csv"), lines);
        return SensorNetworks.FromFile(Grid, _folder.File("sensors.csv"));
    }
}
