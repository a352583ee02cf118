using Residuum.Numerics.Random;
using TorchSharp.Utils;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Residuum.Neural.Layers;

/// <summary>y = W x + b.</summary>
public sealed class DenseLayer : nn.Module<Tensor, Tensor>
{
    // Under these names torch finds the fields when it moves a network to another type or device.
    [ComponentName(Name = "weight")]
    private readonly Parameter _weight;

    [ComponentName(Name = "bias")]
    private readonly Parameter _bias;

    /// <summary>A layer with weights and bias uniform in ±1/√inputs, as torch draws them.</summary>
    /// <param name="inputs">Numbers in.</param>
    /// <param name="outputs">Numbers out.</param>
    /// <param name="stream">Where the first weights come from.</param>
    /// <param name="type">Element type: float32, or float64 where gradients are checked.</param>
    public DenseLayer(int inputs, int outputs, RandomStream stream, ScalarType type = ScalarType.Float32)
        : base(nameof(DenseLayer))
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(outputs);
        double bound = 1 / Math.Sqrt(inputs);
        _weight = Initial.Uniform(stream, bound, type, outputs, inputs);
        _bias = Initial.Uniform(stream, bound, type, outputs);
        register_parameter("weight", _weight);
        register_parameter("bias", _bias);
    }

    /// <summary>W, <c>[outputs, inputs]</c>.</summary>
    public Parameter Weight => _weight;

    /// <summary>b, <c>[outputs]</c>.</summary>
    public Parameter Bias => _bias;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.linear(input, _weight, _bias);
}
