using Residuum.Numerics.Random;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Residuum.Neural.Layers;

/// <summary>y = W x + b.</summary>
public sealed class DenseLayer : nn.Module<Tensor, Tensor>
{
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
        Weight = Initial.Uniform(stream, bound, type, outputs, inputs);
        Bias = Initial.Uniform(stream, bound, type, outputs);
        register_parameter("weight", Weight);
        register_parameter("bias", Bias);
    }

    /// <summary>W, <c>[outputs, inputs]</c>.</summary>
    public Parameter Weight { get; }

    /// <summary>b, <c>[outputs]</c>.</summary>
    public Parameter Bias { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.linear(input, Weight, Bias);
}
