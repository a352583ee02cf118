using System.Numerics;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Libraries;

/// <summary>How the derivatives in the library's columns are taken.</summary>
public abstract record DerivativeScheme
{
    /// <summary>Spectral derivatives: exact for every resolved wave; the default.</summary>
    public static DerivativeScheme Spectral { get; } = new SpectralDerivatives();

    /// <summary>Centred periodic finite differences.</summary>
    /// <param name="accuracy">Order of accuracy: even, at least 2.</param>
    public static DerivativeScheme FiniteDifferences(int accuracy) => new FiniteDifferenceDerivatives(accuracy);

    /// <summary>Writes the d-th derivative of one row.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="values">Values, <c>[points]</c>.</param>
    /// <param name="spectrum">Their transform, <c>[points + 2]</c>.</param>
    /// <param name="order">Order d, at least 1.</param>
    /// <param name="result">Derivative, <c>[points]</c>.</param>
    internal abstract void Differentiate(FourierGrid grid, ReadOnlySpan<double> values, ReadOnlySpan<double> spectrum, int order, Span<double> result);
}

/// <summary>A scheme that is a diagonal operator on spectra.</summary>
public abstract record DiagonalDerivatives : DerivativeScheme
{
    private readonly Dictionary<(FourierGrid, int), SpectralMultiplier> _multipliers = [];

    private protected abstract Complex[] Symbol(FourierGrid grid, int order);

    internal override void Differentiate(FourierGrid grid, ReadOnlySpan<double> values, ReadOnlySpan<double> spectrum, int order, Span<double> result)
    {
        SpectralMultiplier? multiplier;
        lock (_multipliers)
        {
            if (!_multipliers.TryGetValue((grid, order), out multiplier))
                _multipliers[(grid, order)] = multiplier = new SpectralMultiplier(Symbol(grid, order));
        }
        Span<double> scratch = spectrum.Length <= 4096 ? stackalloc double[spectrum.Length] : new double[spectrum.Length];
        multiplier.Multiply(spectrum, scratch);
        grid.Transform.Inverse(scratch, result);
    }
}

/// <summary>(iκ)^d.</summary>
public sealed record SpectralDerivatives : DiagonalDerivatives
{
    private protected override Complex[] Symbol(FourierGrid grid, int order) => grid.DerivativeSymbol(order);
}

/// <summary>Centred finite differences; on a periodic grid they are a diagonal operator too, Σ_s w_s exp(iκ s Δx).</summary>
/// <param name="Accuracy">Order of accuracy: even, at least 2.</param>
public sealed record FiniteDifferenceDerivatives(int Accuracy) : DiagonalDerivatives
{
    private protected override Complex[] Symbol(FourierGrid grid, int order)
    {
        double spacing = grid.Length / grid.Points;
        double[] weights = FiniteDifferenceWeights.Centred(order, Accuracy);
        int half = weights.Length / 2;
        var symbol = new Complex[grid.Modes];
        for (int k = 0; k < symbol.Length; k++)
        {
            for (int s = -half; s <= half; s++)
                symbol[k] += weights[s + half] * Complex.FromPolarCoordinates(1, grid.WaveNumbers[k] * s * spacing);
            symbol[k] /= Math.Pow(spacing, order);
        }
        return symbol;
    }
}
