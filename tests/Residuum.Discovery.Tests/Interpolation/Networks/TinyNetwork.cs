using Residuum.Discovery.Interpolation;
using Residuum.Neural.Layers;
using Residuum.Numerics.Random;
using TorchSharp;
using static TorchSharp.torch;

namespace Residuum.Discovery.Tests.Interpolation.Networks;

/// <summary>A network small enough for every gradient to be written out, in double precision.</summary>
internal static class TinyNetwork
{
    public static FieldNetwork Create(int hiddenLayers, int outputs, bool fourier)
    {
        var options = new NetworkOptions { Width = 5, HiddenLayers = hiddenLayers };
        var features = fourier ? new RandomFourierFeatures(4, [0.3, 0.2], seed: 1) : null;
        return (FieldNetwork)FieldNetwork.Create(options, features, outputs, seed: 2).to(ScalarType.Float64);
    }

    public static ScaledPlaces Places(int count, long seed = 3)
    {
        var random = new RandomStream(seed, "places");
        double[] x = new double[count], y = new double[count];
        for (int i = 0; i < count; i++) (x[i], y[i]) = (random.Normal(), random.Normal());
        return new ScaledPlaces(x, y);
    }

    public static Tensor Tensor(ScaledPlaces places) => stack([tensor(places.X), tensor(places.Y)], dim: 1);

    /// <summary>Gradients of each output at each place by all weights, by torch: <c>[outputs][places][weights]</c>.</summary>
    public static double[][][] Jacobian(FieldNetwork network, ScaledPlaces places)
    {
        using var scope = NewDisposeScope();
        Tensor[] parameters = [.. network.parameters()];
        var output = network.forward(Tensor(places));
        return [.. Enumerable.Range(0, (int)output.shape[1]).Select(o => Enumerable.Range(0, places.Count)
            .Select(place => autograd.grad([output[place, o]], parameters, retain_graph: true).SelectMany(gradient => gradient.contiguous().data<double>().ToArray()).ToArray()).ToArray())];
    }
}
