using Residuum.Discovery.Interpolation;
using Residuum.Numerics.Random;
using static TorchSharp.torch;

namespace Residuum.Discovery.Tests.Interpolation.Networks;

[Collection(nameof(Alone))]
public sealed class TangentFeatureTests
{
    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(1, 2, true)]
    [InlineData(3, 2, true)]
    [InlineData(2, 3, false)]
    public void The_kernel_is_the_mean_over_outputs_of_the_products_of_torchs_gradients(int hiddenLayers, int outputs, bool fourier)
    {
        using var network = TinyNetwork.Create(hiddenLayers, outputs, fourier);
        var places = TinyNetwork.Places(7);
        double[][][] jacobian = TinyNetwork.Jacobian(network, places);
        var kernel = new TangentFeatures(TrainedNetwork.Of(network), places).LowerKernel();
        for (int i = 0; i < places.Count; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double expected = jacobian.Average(output => output[i].Zip(output[j], (a, b) => a * b).Sum());
                Assert.Equal(expected, kernel[i, j], 1e-12 * Math.Abs(expected) + 1e-13);
            }
        }
    }

    [Fact]
    public void Combined_weights_give_the_kernel_between_other_places_and_the_sensors()
    {
        using var network = TinyNetwork.Create(hiddenLayers: 2, outputs: 2, fourier: true);
        var trained = TrainedNetwork.Of(network);
        ScaledPlaces sensors = TinyNetwork.Places(9), others = TinyNetwork.Places(6, seed: 8);
        double[][][] atSensors = TinyNetwork.Jacobian(network, sensors), atOthers = TinyNetwork.Jacobian(network, others);
        double[] alpha = new double[sensors.Count], found = new double[others.Count];
        new RandomStream(4, "alpha").Normal(alpha);
        new TangentFeatures(trained, others).Apply(new TangentFeatures(trained, sensors).Combine(alpha), found);
        for (int i = 0; i < others.Count; i++)
        {
            double expected = alpha.Select((a, j) => a * atOthers.Zip(atSensors, (o, s) => o[i].Zip(s[j], (x, y) => x * y).Sum()).Average()).Sum();
            Assert.Equal(expected, found[i], 1e-11);
        }
    }

    [Fact]
    public void Output_and_graph_are_those_of_the_network_itself()
    {
        using var scope = NewDisposeScope();
        var network = TinyNetwork.Create(hiddenLayers: 3, outputs: 2, fourier: true);
        var trained = TrainedNetwork.Of(network);
        var places = TinyNetwork.Places(8);
        double[] expected = [.. network.forward(TinyNetwork.Tensor(places)).contiguous().data<double>()];
        Same(expected, new TangentFeatures(trained, places).Output.Values);
        Same(expected, [.. new NetworkGraph(trained).Output(TinyNetwork.Tensor(places)).contiguous().data<double>()]);
    }

    [Fact]
    public void The_graph_of_a_change_of_weights_is_its_values()
    {
        using var scope = NewDisposeScope();
        var trained = TrainedNetwork.Of(TinyNetwork.Create(hiddenLayers: 3, outputs: 2, fourier: true));
        ScaledPlaces sensors = TinyNetwork.Places(9), others = TinyNetwork.Places(6, seed: 8);
        double[] alpha = new double[sensors.Count], expected = new double[others.Count];
        new RandomStream(4, "alpha").Normal(alpha);
        var change = new TangentFeatures(trained, sensors).Combine(alpha);
        new TangentFeatures(trained, others).Apply(change, expected);
        Same(expected, [.. new NetworkGraph(trained).Tangent(TinyNetwork.Tensor(others), [change]).contiguous().data<double>()]);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    [InlineData(2, 0)]
    [InlineData(1, 1)]
    [InlineData(0, 2)]
    public void Derivatives_of_the_graph_are_those_of_finite_differences(int orderX, int orderY)
    {
        const double Step = 1e-4;
        using var scope = NewDisposeScope();
        var trained = TrainedNetwork.Of(TinyNetwork.Create(hiddenLayers: 2, outputs: 2, fourier: true));
        ScaledPlaces sensors = TinyNetwork.Places(9), places = TinyNetwork.Places(5, seed: 8);
        double[] alpha = new double[sensors.Count];
        new RandomStream(4, "alpha").Normal(alpha);
        TangentWeights[] change = [new TangentFeatures(trained, sensors).Combine(alpha)];
        double[] found = NetworkGraph.Derivative(v => new NetworkGraph(trained).Tangent(v, change), places, orderX, orderY);
        double[] expected = Difference(places, orderX, orderY);
        for (int i = 0; i < found.Length; i++) Assert.Equal(expected[i], found[i], 1e-5 * expected.Max(Math.Abs));

        double[] Difference(ScaledPlaces at, int x, int y)
        {
            if (x + y == 0)
            {
                double[] values = new double[at.Count];
                new TangentFeatures(trained, at).Apply(change[0], values);
                return values;
            }
            double dx = x > 0 ? Step : 0, dy = x > 0 ? 0 : Step;
            double[] above = Difference(Moved(at, dx, dy), x > 0 ? x - 1 : x, x > 0 ? y : y - 1), below = Difference(Moved(at, -dx, -dy), x > 0 ? x - 1 : x, x > 0 ? y : y - 1);
            return [.. above.Zip(below, (a, b) => (a - b) / (2 * Step))];
        }
    }

    private static ScaledPlaces Moved(ScaledPlaces places, double dx, double dy) => new([.. places.X.Select(x => x + dx)], [.. places.Y.Select(y => y + dy)]);

    private static void Same(double[] expected, double[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < found.Length; i++) Assert.Equal(expected[i], found[i], 1e-12);
    }
}
