using static TorchSharp.torch;

namespace Residuum.Neural.Layers;

/// <summary>What stands between the layers of a network.</summary>
public enum Activation
{
    /// <summary>Nothing.</summary>
    Identity,

    /// <summary>tanh x.</summary>
    Tanh,

    /// <summary>max(x, 0).</summary>
    Relu,

    /// <summary>x Φ(x), with the normal distribution function Φ.</summary>
    Gelu,

    /// <summary>x / (1 + e^-x).</summary>
    Silu,

    /// <summary>sin x.</summary>
    Sine,
}

/// <summary>Activations of tensors.</summary>
public static class ActivationExtensions
{
    /// <summary>The activation of every element.</summary>
    /// <param name="activation">Which.</param>
    /// <param name="x">Any shape.</param>
    public static Tensor Of(this Activation activation, Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return activation switch
        {
            Activation.Tanh => x.tanh(),
            Activation.Relu => nn.functional.relu(x),
            Activation.Gelu => nn.functional.gelu(x),
            Activation.Silu => nn.functional.silu(x),
            Activation.Sine => x.sin(),
            _ => x,
        };
    }
}
