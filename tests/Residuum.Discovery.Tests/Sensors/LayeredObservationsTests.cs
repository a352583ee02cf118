using Residuum.Discovery.Sensors.Layered;
using Residuum.Discovery.Sensors.Networks;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Tests.Sensors;

public sealed class LayeredObservationsTests
{
    private static readonly LayeredObservations Whole = LayeredSamples.Observations(LayeredSamples.Group(SensorNetworks.All(LayeredSamples.Grid), .1, 1, 2));

    [Fact]
    public void A_network_thins_out_what_was_observed_everywhere()
    {
        var network = SensorNetworks.Random(LayeredSamples.Grid, .25, 3);
        LayeredSamples.Same(LayeredSamples.Observations(LayeredSamples.Group(network, .1, 1, 2)), Whole.Within(network));
        Assert.Equal(Whole.Metadata, Whole.Within(network).Metadata);
    }

    [Fact]
    public void What_was_not_observed_stays_so()
    {
        var sparse = Whole.Within(SensorNetworks.Random(LayeredSamples.Grid, .5, 3)).Within(SensorNetworks.Stride(LayeredSamples.Grid, 2, 1));
        Assert.InRange(sparse.Groups[0].Sensors.Count, 70, 122);
        Assert.Contains("too few of the network's sensors", Assert.Throws<UserError>(() => sparse.Within(SensorNetworks.Stride(LayeredSamples.Grid, 8, 8))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sensors_between_grid_points_are_not_thinned_out() =>
        Assert.Contains("only observations on grid points", Assert.Throws<UserError>(() => Whole.Within(LayeredSamples.Scattered(40))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_model_of_other_layers_is_refused()
    {
        Whole.DemandLayers(2);
        Assert.Contains("found 2, expected 3", Assert.Throws<UserError>(() => Whole.DemandLayers(3)).Message, StringComparison.Ordinal);
    }
}
