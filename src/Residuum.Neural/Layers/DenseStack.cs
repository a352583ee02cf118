using Residuum.Numerics.Random;
using static TorchSharp.torch;

namespace Residuum.Neural.Layers;

/// <summary>A multilayer perceptron: dense layers with an activation between them, none behind the last.</summary>
public sealed class DenseStack : LayerStack<DenseLayer>
{
    /// <summary>Layers of given widths.</summary>
    /// <param name="widths">Numbers in, those of each hidden layer, numbers out.</param>
    /// <param name="activation">What stands between the layers.</param>
    /// <param name="seed">Seed of the first weights.</param>
    /// <param name="type">Element type.</param>
    public DenseStack(IReadOnlyList<int> widths, Activation activation, long seed, ScalarType type = ScalarType.Float32)
        : base(nameof(DenseStack), activation, Made(widths, seed, type))
    {
    }

    private static IEnumerable<DenseLayer> Made(IReadOnlyList<int> widths, long seed, ScalarType type)
    {
        ArgumentNullException.ThrowIfNull(widths);
        ArgumentOutOfRangeException.ThrowIfLessThan(widths.Count, 2, nameof(widths));
        return Enumerable.Range(0, widths.Count - 1).Select(i => new DenseLayer(widths[i], widths[i + 1], new RandomStream(seed, "weights", i), type));
    }
}
