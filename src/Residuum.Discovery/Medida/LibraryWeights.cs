using System.Numerics;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery;

/// <summary>Weights of a column's values at the start and at the end of the step, mode by mode (medida-ks, Improvements 3).</summary>
internal sealed class LibraryWeights
{
    private const double Clip = 3; // |Re(Δt L)| beyond which the propagator says nothing more.

    private LibraryWeights(SpectralMultiplier? start, SpectralMultiplier? end) => (Start, End) = (start, end);

    /// <summary>Weights at the start; none where the start is not used.</summary>
    public SpectralMultiplier? Start { get; }

    /// <summary>Weights at the end; none where the end is not used.</summary>
    public SpectralMultiplier? End { get; }

    /// <summary>The same weights for all modes.</summary>
    public static LibraryWeights Constant(int modes, double start, double end) => new(Of(modes, start), Of(modes, end));

    /// <summary>(φ(t - Δt) + E* φ(t)) / (1 + |E|), E = exp(Δt L).</summary>
    /// <param name="propagator">E of the current model, <c>[modes]</c>.</param>
    public static LibraryWeights Balanced(IReadOnlyList<Complex> propagator) => new(
        new SpectralMultiplier([.. propagator.Select(e => (Complex)(1 / (1 + e.Magnitude)))]),
        new SpectralMultiplier([.. propagator.Select(e => Complex.Conjugate(e) / (1 + e.Magnitude))]));

    /// <summary>exp(Δt L), with the real part of Δt L held within ±3.</summary>
    /// <param name="symbol">L of one field, <c>[modes]</c>.</param>
    /// <param name="step">Δt.</param>
    public static Complex[] Propagator(IEnumerable<Complex> symbol, double step) =>
        [.. symbol.Select(l => Complex.Exp(new Complex(Math.Clamp(step * l.Real, -Clip, Clip), step * l.Imaginary)))];

    private static SpectralMultiplier? Of(int modes, double weight) =>
        weight == 0 ? null : new SpectralMultiplier([.. Enumerable.Repeat((Complex)weight, modes)]);
}
