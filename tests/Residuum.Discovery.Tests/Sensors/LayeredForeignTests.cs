using System.Globalization;
using System.Text.Json;
using Residuum.Discovery.Models;
using Residuum.Discovery.Sensors;
using Residuum.Discovery.Sensors.Layered;
using Residuum.Discovery.Sensors.Networks;

namespace Residuum.Discovery.Tests.Sensors;

/// <summary>Files that xarray, netCDF4, h5py, numpy and zarr wrote, and files of ours as those libraries read them.</summary>
[Trait("Needs", "python")]
public sealed class LayeredForeignTests : IDisposable
{
    private static readonly string Script = Repository.File("tests", "reference", "layered.py");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_layout_of_the_field_is_read()
    {
        Needs.PythonModule("xarray");
        Needs.PythonModule("h5py");
        ChildProcess.Output(Needs.PythonModule("zarr"), Script, "write", _folder.Path);
        foreach (string name in new[] { "series.nc", "classic.nc", "samples.nc", "arrays.npz", "series.zarr", "matlab.mat" })
        {
            var read = LayeredObservations.Open(_folder.File(name));
            var group = Assert.Single(read.Groups);
            Assert.Equal((name, 2, 2), (name, group.Pairs, read.Layers));
            Assert.InRange(group.Sensors.Count, 260, 320);
            Assert.Equal((4, 6), (read.Grid.LengthX, read.Grid.LengthY));
            Assert.Equal(.1, group.Interval, 1e-12);
            Assert.NotNull(group.Sensors.GridIndices);
            Judge(name, group);
        }
        foreach (string name in new[] { "stations.nc", "table.csv" })
        {
            var group = Assert.Single(LayeredObservations.Open(_folder.File(name), grid: LayeredSamples.Grid).Groups);
            Assert.Equal((name, 2, 40), (name, group.Pairs, group.Sensors.Count));
            Judge(name, group);
        }
    }

    [Fact]
    public void The_snippet_of_the_documentation_writes_what_is_read()
    {
        string python = Needs.PythonModule("xarray"), script = _folder.File("snippet.py"), path = _folder.File("snippet.nc");
        string page = File.ReadAllText(Repository.File("docs", "how-to", "sparse-observations.md"));
        File.WriteAllText(script, page.Split("```python\n")[1].Split("```")[0]);
        ChildProcess.Output(python, script, path);
        var read = LayeredObservations.Open(path, grid: TwoLayerModel.PublishedGrid(64, 96));
        var group = Assert.Single(read.Groups);
        Assert.Equal((3, .025), (group.Pairs, group.Interval));
        Assert.Equal(.95, group.Sensors.Ratio, .01);
        Assert.Empty(read.Notes);
    }

    [Theory]
    [InlineData("random:0.75")]
    [InlineData("moorings:50,scattered")]
    public void Our_files_are_what_xarray_and_netcdf4_read(string plan)
    {
        string python = Needs.PythonModule("xarray"), path = _folder.File("ours.nc");
        Needs.PythonModule("netCDF4");
        var group = LayeredSamples.Group(SensorPlan.Parse(plan).Place(LayeredSamples.Grid, 0), .1, 1, 2);
        LayeredSamples.Observations(group).Write(path);
        using var judged = JsonDocument.Parse(ChildProcess.Output(python, Script, "judge", path));
        var answer = judged.RootElement;
        bool gridded = group.Sensors.GridIndices is not null;
        Assert.Equal(gridded ? "sample lag layer y x" : "sample lag layer sensor", string.Join(' ', answer.GetProperty("dims").EnumerateArray()));
        Assert.Equal("X Y Z", string.Join(' ', answer.GetProperty("axis").EnumerateArray()));
        Assert.Equal(("m2 s-1", "CF-1.8"), (answer.GetProperty("units").GetString(), answer.GetProperty("conventions").GetString()));
        Assert.Equal([1, 2], answer.GetProperty("layer").EnumerateArray().Select(layer => layer.GetInt32()));
        Assert.Equal(gridded ? LayeredSamples.Grid.X : group.Sensors.X, answer.GetProperty("x").EnumerateArray().Select(x => x.GetDouble()));
        int missing = gridded ? 8 * (LayeredSamples.Grid.Points - group.Sensors.Count) : 0;
        Assert.Equal((missing, missing), (answer.GetProperty("missing").GetInt32(), answer.GetProperty("masked").GetInt32()));
        Assert.Equal(group.Values.Values, answer.GetProperty("values").EnumerateArray().Select(value => double.Parse(value.GetString()!, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Ncdump_shows_the_missing_cells()
    {
        string ncdump = Needs.Program("ncdump", "netcdf-bin"), path = _folder.File("ours.nc");
        LayeredSamples.Observations(LayeredSamples.Group(SensorNetworks.Random(LayeredSamples.Grid, .75, 0), .1, 1, 2)).Write(path);
        string text = ChildProcess.Output(ncdump, path);
        Assert.Contains("double psi(sample, lag, layer, y, x)", text, StringComparison.Ordinal);
        Assert.Contains("x:length = 4.", text, StringComparison.Ordinal);
        Assert.Equal(8 * 96, text.Split("psi =")[1].Count(c => c == '_'));
    }

    private static void Judge(string name, SensorGroup group)
    {
        var expected = LayeredSamples.Group(group.Sensors, .1, 1, 2);
        for (int i = 0; i < expected.Values.Values.Length; i++) Assert.True(Math.Abs(expected.Values.Values[i] - group.Values.Values[i]) < 1e-12, name);
    }
}
