using Residuum.Numerics.Random;
using static TorchSharp.torch;

namespace Residuum.Neural.Layers;

/// <summary>Convolutions of periodic planes with an activation between them, none behind the last.</summary>
public sealed class ConvolutionStack : LayerStack<PeriodicConvolution>
{
    /// <summary>Convolutions of given channels and sizes.</summary>
    /// <param name="channels">Channels in, those between the layers, channels out.</param>
    /// <param name="sizes">Points along each side of the kernel of each layer.</param>
    /// <param name="activation">What stands between the layers.</param>
    /// <param name="seed">Seed of the first weights.</param>
    /// <param name="type">Element type.</param>
    public ConvolutionStack(IReadOnlyList<int> channels, IReadOnlyList<int> sizes, Activation activation, long seed, ScalarType type = ScalarType.Float32)
        : base(nameof(ConvolutionStack), activation, Made(channels, sizes, seed, type))
    {
    }

    private static IEnumerable<PeriodicConvolution> Made(IReadOnlyList<int> channels, IReadOnlyList<int> sizes, long seed, ScalarType type)
    {
        ArgumentNullException.ThrowIfNull(channels);
        ArgumentNullException.ThrowIfNull(sizes);
        if (sizes.Count == 0 || channels.Count != sizes.Count + 1) throw new ArgumentException($"{channels.Count} numbers of channels for {sizes.Count} layers", nameof(channels));
        return sizes.Select((size, i) => new PeriodicConvolution(channels[i], channels[i + 1], size, new RandomStream(seed, "weights", i), type));
    }
}
