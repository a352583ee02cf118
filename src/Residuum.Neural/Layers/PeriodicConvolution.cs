using Residuum.Numerics.Random;
using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Residuum.Neural.Layers;

/// <summary>A convolution of periodic planes, <c>[batch, channels, Ny, Nx]</c>: the planes are continued beyond their edges by themselves.</summary>
public sealed class PeriodicConvolution : nn.Module<Tensor, Tensor>
{
    private readonly int _reach;

    [ComponentName(Name = "weight")]
    private readonly Parameter _weight;

    [ComponentName(Name = "bias")]
    private readonly Parameter _bias;

    /// <summary>A convolution with weights and bias uniform in ±1/√inputs of a point, as torch draws them.</summary>
    /// <param name="inputs">Channels in.</param>
    /// <param name="outputs">Channels out.</param>
    /// <param name="size">Points along each side of the kernel; odd, 1 acts on each point by itself.</param>
    /// <param name="stream">Where the first weights come from.</param>
    /// <param name="type">Element type.</param>
    public PeriodicConvolution(int inputs, int outputs, int size, RandomStream stream, ScalarType type = ScalarType.Float32)
        : base(nameof(PeriodicConvolution))
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(outputs);
        if (size < 1 || size % 2 == 0) throw new ArgumentOutOfRangeException(nameof(size), size, "a kernel has an odd number of points along each side");
        _reach = size / 2;
        double bound = 1 / Math.Sqrt((double)inputs * size * size);
        _weight = Initial.Uniform(stream, bound, type, outputs, inputs, size, size);
        _bias = Initial.Uniform(stream, bound, type, outputs);
        register_parameter("weight", _weight);
        register_parameter("bias", _bias);
    }

    /// <summary>Weights, <c>[outputs, inputs, size, size]</c>.</summary>
    public Parameter Weight => _weight;

    /// <summary>Bias, <c>[outputs]</c>.</summary>
    public Parameter Bias => _bias;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var continued = _reach == 0 ? input : nn.functional.pad(input, [_reach, _reach, _reach, _reach], PaddingModes.Circular);
        return nn.functional.conv2d(continued, _weight, _bias).MoveToOuterDisposeScope();
    }
}
