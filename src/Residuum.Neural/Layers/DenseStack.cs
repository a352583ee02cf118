using Residuum.Numerics.Random;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Residuum.Neural.Layers;

/// <summary>A multilayer perceptron: dense layers with an activation between them, none behind the last.</summary>
public sealed class DenseStack : nn.Module<Tensor, Tensor>
{
    private readonly DenseLayer[] _layers;

    /// <summary>Layers of given widths.</summary>
    /// <param name="widths">Numbers in, those of each hidden layer, numbers out.</param>
    /// <param name="activation">What stands between the layers.</param>
    /// <param name="seed">Seed of the first weights.</param>
    /// <param name="type">Element type.</param>
    public DenseStack(IReadOnlyList<int> widths, Activation activation, long seed, ScalarType type = ScalarType.Float32)
        : base(nameof(DenseStack))
    {
        ArgumentNullException.ThrowIfNull(widths);
        ArgumentOutOfRangeException.ThrowIfLessThan(widths.Count, 2, nameof(widths));
        Activation = activation;
        _layers = [.. Enumerable.Range(0, widths.Count - 1).Select(i => new DenseLayer(widths[i], widths[i + 1], new RandomStream(seed, "weights", i), type))];
        register_module("layers", new ModuleList<DenseLayer>(_layers));
    }

    /// <summary>What stands between the layers.</summary>
    public Activation Activation { get; }

    /// <summary>The layers, first to last.</summary>
    public IReadOnlyList<DenseLayer> Layers => _layers;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var x = input;
        for (int i = 0; i < _layers.Length; i++)
        {
            x = _layers[i].forward(x);
            if (i < _layers.Length - 1) x = Activation.Of(x);
        }
        return x;
    }
}
