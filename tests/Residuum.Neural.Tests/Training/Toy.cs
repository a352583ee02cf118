using Residuum.Neural.Layers;
using Residuum.Neural.Training;
using Residuum.Numerics.Random;
using static TorchSharp.torch;

namespace Residuum.Neural.Tests.Training;

/// <summary>A small regression: 64 points of a smooth function, a network of 80 weights.</summary>
internal sealed class Toy : IDisposable
{
    public const int Samples = 64;
    private readonly Tensor _x, _y;

    public Toy(ScalarType type = ScalarType.Float32)
    {
        var stream = new RandomStream(5, "toy");
        double[] x = [.. Enumerable.Range(0, 2 * Samples).Select(_ => stream.Normal())];
        double[] y = [.. Enumerable.Range(0, Samples).Select(i => Math.Sin(x[2 * i]) - (0.5 * x[(2 * i) + 1]))];
        _x = Initial.Of(x, type, Samples, 2);
        _y = Initial.Of(y, type, Samples, 1);
        Network = new DenseStack([2, 16, 1], Activation.Tanh, seed: 4, type);
    }

    public DenseStack Network { get; }

    public Tensor Loss(Batch batch) => (Network.forward(batch.Of(_x)) - batch.Of(_y)).square().mean();

    public TrainingLoop Loop(TrainingOptions options, CheckpointPlan? checkpoints = null, Validation? validation = null, Action<Gradients>? hook = null, long seed = 7) =>
        new(Network, Samples, Loss, options, seed) { Checkpoints = checkpoints, Validation = validation, AfterBackward = hook };

    /// <summary>Every weight, by its bits.</summary>
    public string Bits() => string.Concat(Network.parameters().Select(parameter => Convert.ToHexString(parameter.detach().contiguous().bytes)));

    public void Dispose()
    {
        Network.Dispose();
        _x.Dispose();
        _y.Dispose();
    }
}
