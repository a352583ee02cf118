using Residuum.Numerics.Random;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Residuum.Neural.Layers;

/// <summary>First weights, drawn from the product's own random streams: the same for a seed on every machine, whatever torch has drawn before.</summary>
public static class Initial
{
    /// <summary>Uniform weights in [-bound, bound).</summary>
    /// <param name="stream">Where the numbers come from.</param>
    /// <param name="bound">Largest size.</param>
    /// <param name="type">Element type.</param>
    /// <param name="shape">Length of each dimension.</param>
    public static Parameter Uniform(RandomStream stream, double bound, ScalarType type, params ReadOnlySpan<long> shape)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var values = new double[Count(shape)];
        foreach (ref double value in values.AsSpan()) value = bound * ((2 * stream.Uniform()) - 1);
        using var drawn = Of(values, type, shape);
        return new Parameter(drawn, requires_grad: true);
    }

    /// <summary>A tensor of values, rounded to an element type.</summary>
    /// <param name="values">Row-major values.</param>
    /// <param name="type">Element type.</param>
    /// <param name="shape">Length of each dimension.</param>
    public static Tensor Of(double[] values, ScalarType type, params ReadOnlySpan<long> shape)
    {
        using var scope = NewDisposeScope();
        return tensor(values, shape.ToArray(), dtype: type).MoveToOuterDisposeScope();
    }

    private static int Count(ReadOnlySpan<long> shape)
    {
        long count = 1;
        foreach (long length in shape) count = checked(count * length);
        return checked((int)count);
    }
}
