using Residuum.Neural.Layers;
using Residuum.Numerics.Random;
using TorchSharp;
using static TorchSharp.torch;

namespace Residuum.Neural.Tests.Layers;

[Collection(nameof(Alone))]
public sealed class RandomFourierFeaturesTests
{
    [Theory]
    [InlineData(0.5, 0.7)]
    [InlineData(0.3, 0.3)]
    public void The_mean_product_of_features_is_the_gaussian_kernel(double sigmaX, double sigmaY)
    {
        const int Count = 40_000;
        using var scope = NewDisposeScope();
        var features = new RandomFourierFeatures(Count, [sigmaX, sigmaY], seed: 1, ScalarType.Float64);
        var stream = new RandomStream(2, "points");
        for (int pair = 0; pair < 10; pair++)
        {
            double[] points = [.. Enumerable.Range(0, 4).Select(_ => 0.4 * stream.Normal())];
            var gamma = features.forward(Initial.Of(points, ScalarType.Float64, 2, 2));
            double mean = gamma[0].dot(gamma[1]).ToDouble() / Count;
            double dx = sigmaX * (points[0] - points[2]), dy = sigmaY * (points[1] - points[3]);
            Assert.InRange(mean - Math.Exp(-2 * Math.PI * Math.PI * ((dx * dx) + (dy * dy))), -0.02, 0.02); // 4 standard errors: 4/√(2m)
        }
    }

    [Fact]
    public void The_product_of_a_point_with_itself_is_the_number_of_frequencies()
    {
        using var scope = NewDisposeScope();
        var gamma = new RandomFourierFeatures(64, [1, 2], seed: 0, ScalarType.Float64).forward(Initial.Of([0.3, -1.7], ScalarType.Float64, 1, 2))[0];
        Assert.Equal(64, gamma.dot(gamma).ToDouble(), 1e-12);
    }

    [Fact]
    public void The_frequencies_are_saved_with_the_network_and_not_trained()
    {
        using var features = new RandomFourierFeatures(5, [1, 1], seed: 0);
        Assert.Equal(["frequencies"], features.state_dict().Keys);
        Assert.Empty(features.parameters());
    }
}
