using CsCheck;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Sensors;
using Residuum.Discovery.Sensors.Layered;
using Residuum.Discovery.Sensors.Networks;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Tests.Sensors;

public sealed class LayeredQualityTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("all")]
    [InlineData("random:0.5")]
    [InlineData("random:0.25")]
    [InlineData("moorings:60,scattered")]
    [InlineData("moorings:30,clusters=3")]
    [InlineData("tracks:3")]
    public void A_smooth_flow_has_no_spikes_and_a_fault_is_found(string plan)
    {
        var sensors = SensorPlan.Parse(plan).Place(LayeredSamples.Grid, seed: 3);
        var clean = LayeredSamples.Group(sensors, .1, 1, 2);
        Assert.Empty(Read(clean).Notes);

        int bad = sensors.Count / 3;
        clean.Values.Field(2, 1)[bad] += 40; // before, in layer 2 of pair 1
        var read = Read(clean);
        Assert.Contains("pair 1: a spike in layer 2", Assert.Single(read.Notes), StringComparison.Ordinal);
        Assert.Equal([sensors.Count, sensors.Count - 1], read.Groups.Select(group => group.Sensors.Count));
        Assert.DoesNotContain(sensors.X[bad], read.Groups[1].Sensors.X.Where((_, i) => read.Groups[1].Sensors.Y[i] == sensors.Y[bad]));
        Assert.Empty(Read(clean, new ObservationOptions { SpikeThreshold = 0 }).Notes);
    }

    [Fact]
    public void Noise_is_no_spike()
    {
        var group = LayeredSamples.Group(SensorNetworks.Random(LayeredSamples.Grid, .75, 0), .1, 1, 2, 3, 4);
        var noisy = group with { Values = SensorNoise.Add(group.Values, [.05, .1], seed: 1) };
        Assert.Empty(Read(noisy).Notes);
    }

    [Fact]
    public void Sensors_that_never_change_are_left_out()
    {
        var group = LayeredSamples.Group(SensorNetworks.All(LayeredSamples.Grid), .1, 1, 2);
        for (int snapshot = 0; snapshot < 4; snapshot++) group.Values.Field(snapshot, 0)[17] = 0;
        var read = Read(group);
        Assert.Equal("1 sensor(s) that never change were left out", Assert.Single(read.Notes));
        Assert.DoesNotContain(17, read.Groups[0].Sensors.GridIndices!);
    }

    [Fact]
    public void Pairs_that_say_nothing_are_dropped_and_named()
    {
        var group = LayeredSamples.Group(SensorNetworks.All(LayeredSamples.Grid), .1, 1, 2, 3, 4);
        group.Values.Field(2, 0).Fill(7); // pair 1
        group.Values.Field(4, 1).CopyTo(group.Values.Field(5, 1)); // pair 2
        var read = Read(group);
        Assert.Equal(2, read.Pairs);
        Assert.Equal([0, 3], read.Groups[0].Numbers);
        Assert.Equal(["pair 1: layer 1 reads the same number at every sensor", "pair 2: layer 2 is the same at both times"], read.Quality.Dropped.Select(pair => $"{pair.Name}: {pair.Reason}"));
    }

    [Fact]
    public void Too_few_sensors_are_refused_in_one_line()
    {
        var group = LayeredSamples.Group(LayeredSamples.Scattered(15), .1, 1, 2);
        var error = Assert.Throws<UserError>(() => Read(group));
        Assert.Contains("quality control dropped every pair: found pair 0: 15 sensor(s) read all layers at both times; at least 16 are needed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_nearest_sensors_are_those_that_a_plain_search_finds() =>
        Gen.Select(Gen.Int[1, 300], Gen.Long[0, 1000], Gen.Int[1, 12]).Sample((count, seed, wanted) =>
        {
            var sensors = LayeredSamples.Scattered(count, seed);
            var nearest = new NearestSensors(sensors);
            int from = (int)(seed % count);
            double Distance(int sensor) => Math.Sqrt(Math.Pow(nearest.Offset(sensor, sensors.X[from], sensors.Y[from]).X, 2) + Math.Pow(nearest.Offset(sensor, sensors.X[from], sensors.Y[from]).Y, 2));
            int[] plain = [.. Enumerable.Range(0, count).Where(i => i != from).OrderBy(Distance).ThenBy(i => i).Take(wanted)];
            return nearest.To(sensors.X[from], sensors.Y[from], wanted, except: from).SequenceEqual(plain);
        }, iter: 100);

    private LayeredObservations Read(SensorGroup group, ObservationOptions? options = null)
    {
        string path = _folder.File("pairs.nc");
        LayeredSamples.Observations(group).Write(path);
        return LayeredObservations.Open(path, options);
    }
}
