using Residuum.Neural.Layers;
using static TorchSharp.torch;

namespace Residuum.Discovery.Interpolation;

/// <summary>A network from scaled places to one number a layer of the flow: Fourier features, where there are any, then dense layers with tanh.</summary>
internal sealed class FieldNetwork : nn.Module<Tensor, Tensor>
{
    public FieldNetwork(RandomFourierFeatures? features, DenseStack stack)
        : base(nameof(FieldNetwork))
    {
        (Features, Stack) = (features, stack);
        if (features is not null) register_module("features", features);
        register_module("stack", stack);
    }

    public RandomFourierFeatures? Features { get; }

    public DenseStack Stack { get; }

    /// <summary>A network of an interpolator's options.</summary>
    /// <param name="options">Options.</param>
    /// <param name="features">Its Fourier features; null for none.</param>
    /// <param name="outputs">Layers of the flow.</param>
    /// <param name="seed">Seed of the weights.</param>
    public static FieldNetwork Create(NetworkOptions options, RandomFourierFeatures? features, int outputs, long seed)
    {
        int inputs = features is null ? 2 : checked((int)(2 * features.Frequencies.shape[0]));
        int[] widths = [inputs, .. Enumerable.Repeat(options.Width, options.HiddenLayers), outputs];
        return new FieldNetwork(features, new DenseStack(widths, Activation.Tanh, seed));
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return Stack.forward(Features is null ? input : Features.forward(input)).MoveToOuterDisposeScope();
    }
}
