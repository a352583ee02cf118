using Residuum.Discovery.Models;
using Residuum.Discovery.Sensors;
using Residuum.Discovery.Sensors.Layered;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests.Sensors;

public sealed class LayeredTwinTests : IDisposable
{
    private static readonly TwoLayerModel Truth = new(PlaneGrid.Periodic(16, 24, 12, 18), new TwoLayerParameters { Hyperdiffusion = 1e-4 });

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Pairs_are_one_step_of_the_truth_apart()
    {
        var twin = LayeredTwin.Observe(Truth, Settings());
        Assert.Equal(6, twin.States.Count);
        for (int pair = 0; pair < 3; pair++)
        {
            double[] after = Truth.EulerStep(Truth.PotentialVorticity(twin.States[2 * pair]));
            Assert.Equal(after, Truth.PotentialVorticity(twin.States[(2 * pair) + 1]), (a, b) => Math.Abs(a - b) < 1e-12);
        }
        var group = Assert.Single(twin.Clean.Groups);
        Assert.Equal(.025, group.Interval);
        Assert.Equal([51 * .025, 61 * .025, 71 * .025], group.Times);
        Assert.Equal(twin.States[3].Skip(384).Where((_, i) => group.Sensors.GridIndices!.Contains(i)), group.Values.Field(3, 1).ToArray());
        Assert.Same(twin.Clean, twin.Noisy);
    }

    [Fact]
    public void Sensors_between_grid_points_read_the_trigonometric_polynomial()
    {
        var grid = Truth.Grid;
        double Wave(double x, double y) => Math.Sin((2 * Math.PI * 3 * x / 12) - (2 * Math.PI * 2 * y / 18)) + .3;
        double[] start = [.. Enumerable.Range(0, 2).SelectMany(_ => grid.Y.SelectMany(y => grid.X.Select(x => Wave(x, y))))];
        var twin = LayeredTwin.Observe(Truth, [start], Settings() with { Pairs = 1, Sensors = "moorings:50,scattered" });
        var group = twin.Clean.Groups[0];
        for (int i = 0; i < 50; i++) Assert.Equal(Wave(group.Sensors.X[i], group.Sensors.Y[i]), group.Values.Field(0, 0)[i], 1e-12);
    }

    [Fact]
    public void Noise_has_the_size_that_is_asked_for_and_is_white()
    {
        var twin = LayeredTwin.Observe(Truth, Settings() with { Noise = .1, Pairs = 30, Every = 1, Sensors = "all" });
        double[] deviations = SensorNoise.Deviations(twin.Clean.Groups[0].Values);
        for (int layer = 0; layer < 2; layer++)
        {
            Assert.Equal(.1 * deviations[layer], twin.Noisy.Metadata.NoiseStandardDeviations[layer], 1e-12);
            double[] noise = [.. Enumerable.Range(0, 60).SelectMany(snapshot => twin.Noisy.Groups[0].Values.Field(snapshot, layer).ToArray().Zip(twin.Clean.Groups[0].Values.Field(snapshot, layer).ToArray(), (a, b) => a - b))];
            double sd = Math.Sqrt(noise.Sum(value => value * value) / noise.Length), lagged = noise.Zip(noise.Skip(1), (a, b) => a * b).Sum() / noise.Length / (sd * sd);
            Assert.Equal(.1 * deviations[layer], sd, .03 * sd);
            Assert.Equal(0, lagged, .03);
        }
    }

    [Fact]
    public void The_same_seed_makes_the_same_observations_and_tracks_drift()
    {
        var settings = Settings() with { Noise = .01, Sensors = "tracks:3,drift=0.4" };
        var twin = LayeredTwin.Observe(Truth, settings);
        Assert.Equal(3, twin.Noisy.Groups.Count);
        LayeredSamples.Same(twin.Noisy, LayeredTwin.Observe(Truth, settings).Noisy);
        Assert.NotEqual(twin.Noisy.Groups[0].Values.Values, LayeredTwin.Observe(Truth, settings with { Seed = 1 }).Noisy.Groups[0].Values.Values);
    }

    [Theory]
    [InlineData("random:0.5")]
    [InlineData("tracks:2,drift=0.4")]
    [InlineData("moorings:40,scattered")]
    public void Files_of_a_twin_come_back_bit_for_bit(string sensors)
    {
        var twin = LayeredTwin.Observe(Truth, Settings() with { Noise = .01, Sensors = sensors });
        twin.Noisy.Write(_folder.File("twin.nc"));
        LayeredSamples.Same(twin.Noisy, LayeredObservations.Open(_folder.File("twin.nc"), grid: Truth.Grid));
    }

    [Fact]
    public void Whole_states_come_back_bit_for_bit_and_gaps_are_refused()
    {
        var twin = LayeredTwin.Observe(Truth, Settings());
        var written = new LayeredStates(Truth.Grid, [1, 2, 3, 4, 5, 6], twin.States, ObservedQuantity.StreamFunction, twin.Clean.Metadata);
        written.Write(_folder.File("states.nc"));
        var read = LayeredStates.Open(_folder.File("states.nc"));
        Assert.Equal(written.Times, read.Times);
        Assert.Equal(written.States, read.States);
        Assert.Equal((12, 18), (read.Grid.LengthX, read.Grid.LengthY));
        twin.Clean.Write(_folder.File("gaps.nc"));
        Assert.Contains("a state is not whole", Assert.Throws<UserError>(() => LayeredStates.Open(_folder.File("gaps.nc"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_check_their_sensors() =>
        Assert.Contains("not a ratio of sensors", Assert.Throws<UserError>(() => new LayeredTwinSettings { Sensors = "random:2" }).Message, StringComparison.Ordinal);

    private static LayeredTwinSettings Settings() => new() { SpinUp = 50, Every = 10, Sensors = "random:0.75" };
}
