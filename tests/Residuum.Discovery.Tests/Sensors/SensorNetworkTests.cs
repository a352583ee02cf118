using CsCheck;
using Residuum.Discovery.Sensors;
using Residuum.Discovery.Sensors.Networks;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests.Sensors;

public sealed class SensorNetworkTests
{
    private static readonly PlaneGrid Grid = PlaneGrid.Periodic(64, 96, 46, 68);

    [Theory]
    [InlineData(1, 6144)]
    [InlineData(.95, 5837)]
    [InlineData(.9, 5530)]
    [InlineData(.75, 4608)]
    [InlineData(.5, 3072)]
    [InlineData(.25, 1536)]
    public void Random_sensors_are_as_many_as_the_ratio_says(double ratio, int count)
    {
        var network = SensorNetworks.Random(Grid, ratio, seed: 0);
        Assert.Equal(count, network.Count);
        Assert.Equal(ratio, network.Ratio, 1e-4);
    }

    [Fact]
    public void Random_sensors_depend_on_the_seed_alone()
    {
        Assert.Equal(SensorNetworks.Random(Grid, .5, 7).GridIndices, SensorNetworks.Random(Grid, .5, 7).GridIndices);
        Assert.NotEqual(SensorNetworks.Random(Grid, .5, 7).GridIndices, SensorNetworks.Random(Grid, .5, 8).GridIndices);
    }

    [Fact]
    public void A_sparser_random_network_is_a_part_of_the_denser_one() =>
        Gen.Select(Gen.Double[.05, 1], Gen.Double[.05, 1], Gen.Int[0, 1000]).Sample((a, b, seed) =>
        {
            var sparse = SensorNetworks.Random(Grid, Math.Min(a, b), seed).GridIndices!;
            var dense = SensorNetworks.Random(Grid, Math.Max(a, b), seed).GridIndices!;
            return !sparse.Except(dense).Any();
        }, iter: 20);

    [Fact]
    public void The_ratio_counts_the_points_that_a_mask_allows()
    {
        var sea = West();
        var network = SensorNetworks.Random(Grid, .5, 0, sea);
        Assert.Equal(1536, network.Count);
        Assert.All(network.X, x => Assert.True(x < 0));
    }

    [Fact]
    public void A_stride_takes_each_nth_point_along_each_axis()
    {
        var network = SensorNetworks.Stride(Grid, 2, 3);
        Assert.Equal(32 * 32, network.Count);
        Assert.Equal([0, 2, 4], network.GridIndices![..3]);
        Assert.Equal(3 * 64, network.GridIndices![32]);
    }

    [Fact]
    public void Vertical_tracks_are_columns_of_the_grid()
    {
        var network = SensorNetworks.Tracks(Grid, new TrackOptions { Count = 8, Inclination = 90, Width = 46.0 / 64 * .9 });
        Assert.Equal(8 * 96, network.Count);
        Assert.All(network.GridIndices!, index => Assert.Equal(0, index % 64 % 8));
    }

    [Fact]
    public void Tracks_drift_by_their_share_of_the_distance_and_come_back()
    {
        var options = new TrackOptions { Count = 8, Drift = .25 };
        int[] first = SensorNetworks.Tracks(Grid, options).GridIndices!;
        Assert.NotEqual(first, SensorNetworks.Tracks(Grid, options, repeat: 1).GridIndices);
        Assert.Equal(first, SensorNetworks.Tracks(Grid, options, repeat: 4).GridIndices);
    }

    [Fact]
    public void Places_along_a_track_are_as_far_from_each_other_as_asked_for()
    {
        var network = SensorNetworks.Tracks(Grid, new TrackOptions { Count = 1, Spacing = .5, Inclination = 60, Ascending = true });
        Assert.Null(network.GridIndices);
        for (int i = 1; i < network.Count; i++)
        {
            double dx = PeriodicPlane.Wrap(network.X[i] - network.X[i - 1], 46), dy = network.Y[i] - network.Y[i - 1];
            Assert.Equal(.5, Math.Sqrt((dx * dx) + (dy * dy)), 1e-9);
        }
    }

    [Fact]
    public void Moorings_stand_apart_and_arrays_are_narrower_than_the_domain()
    {
        Assert.Equal(200, SensorNetworks.Moorings(Grid, new MooringOptions(), 0).GridIndices!.Distinct().Count());
        var array = SensorNetworks.Moorings(Grid, new MooringOptions { Count = 50, Clusters = 1, Radius = 1, Scattered = true }, 3);
        double cx = array.X[0], cy = array.Y[0];
        Assert.All(Enumerable.Range(0, 50), i => Assert.True(Math.Abs(PeriodicPlane.Wrap(array.X[i] - cx, 46)) < 9 && Math.Abs(PeriodicPlane.Wrap(array.Y[i] - cy, 68)) < 9));
    }

    [Fact]
    public void More_moorings_than_points_are_refused() =>
        Assert.Contains("no room", Assert.Throws<UserError>(() => SensorNetworks.Moorings(Grid, new MooringOptions { Count = 7000 }, 0)).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_network_stays_within_its_mask()
    {
        var sea = West();
        foreach (string text in new[] { "all", "random:0.3", "stride:3", "tracks:5", "tracks:5,spacing=1", "moorings:40", "moorings:40,scattered", "moorings:40,clusters=3", "moorings:40,clusters=3,scattered" })
        {
            var network = SensorPlan.Parse(text).PlaceWithin(Grid, 1, sea);
            Assert.NotEqual(0, network.Count);
            Assert.All(Enumerable.Range(0, network.Count), i => Assert.True(sea.Allows(network.X[i], network.Y[i]), text));
        }
    }

    [Fact]
    public void The_nearest_point_wraps_around_the_edges() =>
        Gen.Select(Gen.Double[-100, 100], Gen.Double[-100, 100]).Sample((x, y) =>
        {
            int index = PeriodicPlane.Nearest(Grid, x, y);
            double dx = Math.Abs(PeriodicPlane.Wrap(x - Grid.X[index % 64], 46)), dy = Math.Abs(PeriodicPlane.Wrap(y - Grid.Y[index / 64], 68));
            return dx <= (Grid.StepX / 2) + 1e-9 && dy <= (Grid.StepY / 2) + 1e-9;
        });

    private static SensorMask West() => new(Grid, [.. Enumerable.Range(0, Grid.Points).Select(index => index % Grid.Nx < 32)]);
}
