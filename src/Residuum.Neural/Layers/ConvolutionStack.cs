using Residuum.Numerics.Random;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Residuum.Neural.Layers;

/// <summary>Convolutions of periodic planes with an activation between them, none behind the last.</summary>
public sealed class ConvolutionStack : nn.Module<Tensor, Tensor>
{
    private readonly PeriodicConvolution[] _layers;

    /// <summary>Convolutions of given channels and sizes.</summary>
    /// <param name="channels">Channels in, those between the layers, channels out.</param>
    /// <param name="sizes">Points along each side of the kernel of each layer.</param>
    /// <param name="activation">What stands between the layers.</param>
    /// <param name="seed">Seed of the first weights.</param>
    /// <param name="type">Element type.</param>
    public ConvolutionStack(IReadOnlyList<int> channels, IReadOnlyList<int> sizes, Activation activation, long seed, ScalarType type = ScalarType.Float32)
        : base(nameof(ConvolutionStack))
    {
        ArgumentNullException.ThrowIfNull(channels);
        ArgumentNullException.ThrowIfNull(sizes);
        if (sizes.Count == 0 || channels.Count != sizes.Count + 1) throw new ArgumentException($"{channels.Count} numbers of channels for {sizes.Count} layers", nameof(channels));
        Activation = activation;
        _layers = [.. sizes.Select((size, i) => new PeriodicConvolution(channels[i], channels[i + 1], size, new RandomStream(seed, "weights", i), type))];
        register_module("layers", new ModuleList<PeriodicConvolution>(_layers));
    }

    /// <summary>What stands between the layers.</summary>
    public Activation Activation { get; }

    /// <summary>The layers, first to last.</summary>
    public IReadOnlyList<PeriodicConvolution> Layers => _layers;

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
