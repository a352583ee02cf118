using Residuum.Discovery.Sensors;
using Residuum.Discovery.Sensors.Layered;
using Residuum.Discovery.Sensors.Networks;

namespace Residuum.Discovery.Tests.Sensors;

public sealed class LayeredRoundTripTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Gridded_pairs_come_back_bit_for_bit()
    {
        var written = LayeredSamples.Observations(LayeredSamples.Group(SensorNetworks.Random(LayeredSamples.Grid, .75, 0), .025, 250.025, 251.025, 252.3));
        var read = WriteAndRead(written);
        LayeredSamples.Same(written, read);
        Assert.Equal(written.Metadata.NoiseStandardDeviations, read.Metadata.NoiseStandardDeviations);
        Assert.Equal(written.Metadata.FieldUnits, read.Metadata.FieldUnits);
        Assert.Equal(("s", "m", 5L), (read.Metadata.TimeUnit, read.Metadata.LengthUnit, read.Metadata.Seed));
        Assert.Empty(read.Notes);
        Assert.Empty(read.Quality.Dropped);
    }

    [Fact]
    public void Scattered_pairs_come_back_bit_for_bit()
    {
        var written = LayeredSamples.Observations(LayeredSamples.Group(LayeredSamples.Scattered(60), .1, 1, 2, 3));
        LayeredSamples.Same(written, WriteAndRead(written));
    }

    [Fact]
    public void Gaps_that_move_make_groups_and_come_back()
    {
        var written = LayeredSamples.Observations(
            LayeredSamples.Group(SensorNetworks.Tracks(LayeredSamples.Grid, new TrackOptions { Count = 3, Drift = .5 }), .1, 1),
            LayeredSamples.Group(SensorNetworks.Tracks(LayeredSamples.Grid, new TrackOptions { Count = 3, Drift = .5 }, repeat: 1), .1, 2));
        var read = WriteAndRead(written);
        Assert.Equal(2, read.Groups.Count);
        LayeredSamples.Same(written, read);
    }

    [Fact]
    public void Pairs_of_other_intervals_make_groups_of_their_own()
    {
        var all = SensorNetworks.All(LayeredSamples.Grid);
        var read = WriteAndRead(LayeredSamples.Observations(LayeredSamples.Group(all, .1, 1, 3), LayeredSamples.Group(all, .2, 5)));
        Assert.Equal([.1, .2], read.Groups.Select(group => group.Interval));
        Assert.Equal(3, read.Pairs);
    }

    [Fact]
    public void Potential_vorticity_stays_what_it_is()
    {
        var psi = LayeredSamples.Observations(LayeredSamples.Group(SensorNetworks.All(LayeredSamples.Grid), .1, 1));
        var q = new LayeredObservations(psi.Grid, psi.Groups, ObservedQuantity.PotentialVorticity, psi.Metadata);
        Assert.Equal(ObservedQuantity.PotentialVorticity, WriteAndRead(q).Quantity);
    }

    [Fact]
    public void Sensors_between_grid_points_that_happen_to_stand_on_them_become_gridded()
    {
        var grid = LayeredSamples.Grid;
        var all = SensorNetworks.Random(grid, .5, 0);
        var scattered = SensorNetwork.Scattered(grid, [.. all.X.Reverse()], [.. all.Y.Reverse()]);
        var read = WriteAndRead(LayeredSamples.Observations(LayeredSamples.Group(scattered, .1, 1)));
        Assert.Equal(all.GridIndices, read.Groups[0].Sensors.GridIndices);
        Assert.Equal(LayeredSamples.Group(all, .1, 1).Values.Values, read.Groups[0].Values.Values);
    }

    private LayeredObservations WriteAndRead(LayeredObservations observations)
    {
        string path = _folder.File("pairs.nc");
        observations.Write(path, "a test");
        return LayeredObservations.Open(path);
    }
}
