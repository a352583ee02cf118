using Residuum.Numerics.Random;
using TorchSharp.Utils;
using static TorchSharp.torch;
using Scalar = TorchSharp.Scalar;

namespace Residuum.Neural.Layers;

/// <summary>γ(v) = [cos 2πBv, sin 2πBv] with fixed normal B: lets a network learn small scales, which plain coordinates hide from it (spectral bias).</summary>
/// <remarks>E_B[γ(x)·γ(y)]/m = exp(-2π² Σ_axis σ²(x - y)²) for m frequencies. Source: Tancik, Srinivasan, Mildenhall et al., "Fourier features let
/// networks learn high frequency functions in low dimensional domains", NeurIPS 33 (2020); medida-qg, Interpolators.</remarks>
public sealed class RandomFourierFeatures : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = "frequencies")]
    private readonly Tensor _frequencies;

    /// <summary>Draws the frequencies.</summary>
    /// <param name="count">m, the number of frequencies; there are 2m features.</param>
    /// <param name="sigma">σ of each axis: standard deviation of the frequencies.</param>
    /// <param name="seed">Seed of the frequencies.</param>
    /// <param name="type">Element type.</param>
    public RandomFourierFeatures(int count, IReadOnlyList<double> sigma, long seed, ScalarType type = ScalarType.Float32)
        : base(nameof(RandomFourierFeatures))
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentNullException.ThrowIfNull(sigma);
        var values = new double[count * sigma.Count];
        new RandomStream(seed, "fourier features").Normal(values);
        for (int i = 0; i < values.Length; i++) values[i] *= sigma[i % sigma.Count];
        _frequencies = Initial.Of(values, type, count, sigma.Count);
        register_buffer("frequencies", _frequencies);
    }

    /// <summary>B, <c>[m, axes]</c>.</summary>
    public Tensor Frequencies => _frequencies;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var scope = NewDisposeScope();
        using Scalar turn = 2 * Math.PI;
        var angle = input.matmul(_frequencies.T) * turn;
        return cat([angle.cos(), angle.sin()], dim: -1).MoveToOuterDisposeScope();
    }
}
