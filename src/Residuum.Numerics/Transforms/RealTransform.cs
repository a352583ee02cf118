using Residuum.Numerics.Native;

namespace Residuum.Numerics.Transforms;

/// <summary>Real discrete Fourier transform of a fixed length n, applied to many rows.</summary>
/// <remarks>Forward: û_k = Σ_j u_j exp(-2πi jk/n), k = 0..n/2, unscaled. Inverse: divided by n, so that inverse(forward(u)) = u.
/// Spectra are interleaved (re, im) doubles, <c>[rows, n + 2]</c> for even n. Instances may be shared by threads.</remarks>
public abstract class RealTransform
{
    private protected RealTransform(int points) => Points = points;

    /// <summary>Length n of a row; even.</summary>
    public int Points { get; }

    /// <summary>Complex numbers of a spectrum: n/2 + 1.</summary>
    public int Modes => (Points / 2) + 1;

    /// <summary>Doubles of a spectrum: n + 2.</summary>
    public int SpectrumSize => 2 * Modes;

    /// <summary>A transform of length n, by MKL where it can be called, else by libtorch.</summary>
    /// <param name="points">Length n: even, at least 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">n is odd or too small.</exception>
    public static RealTransform Create(int points)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 2);
        if (points % 2 != 0) throw new ArgumentOutOfRangeException(nameof(points), points, "the number of points must be even");
        return Mkl.IsAvailable ? new MklRealTransform(points) : new TorchRealTransform(points);
    }

    /// <summary>Transforms rows to spectra.</summary>
    /// <param name="values">Real rows, <c>[rows, n]</c>.</param>
    /// <param name="spectra">Spectra, <c>[rows, n + 2]</c>.</param>
    public void Forward(ReadOnlySpan<double> values, Span<double> spectra) =>
        ForwardRows(values, spectra, Rows(values.Length, spectra.Length));

    /// <summary>Transforms spectra to rows; imaginary parts at k = 0 and n/2 are taken as zero.</summary>
    /// <param name="spectra">Spectra, <c>[rows, n + 2]</c>.</param>
    /// <param name="values">Real rows, <c>[rows, n]</c>.</param>
    public void Inverse(ReadOnlySpan<double> spectra, Span<double> values) =>
        InverseRows(spectra, values, Rows(values.Length, spectra.Length));

    private protected abstract void ForwardRows(ReadOnlySpan<double> values, Span<double> spectra, int rows);

    private protected abstract void InverseRows(ReadOnlySpan<double> spectra, Span<double> values, int rows);

    private int Rows(int values, int spectra)
    {
        int rows = values / Points;
        if (rows * Points != values || rows * SpectrumSize != spectra)
            throw new ArgumentException($"{values} values and {spectra} spectral numbers are not whole rows of {Points} and {SpectrumSize}");
        return rows;
    }
}
