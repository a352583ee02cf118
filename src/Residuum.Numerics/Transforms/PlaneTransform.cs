using Residuum.Numerics.Native;

namespace Residuum.Numerics.Transforms;

/// <summary>Real discrete Fourier transform of fields <c>[Ny, Nx]</c>, applied to many fields.</summary>
/// <remarks>Forward: û(l, k) = Σ u(j, i) exp(-2πi (ik/Nx + jl/Ny)), k = 0..Nx/2, l = 0..Ny - 1, unscaled. Inverse: divided by Nx Ny, so that
/// inverse(forward(u)) = u. Spectra are interleaved (re, im) doubles, <c>[fields, Ny, Nx/2 + 1]</c>. Instances may be shared by threads.</remarks>
public abstract class PlaneTransform
{
    private protected PlaneTransform(int nx, int ny) => (Nx, Ny) = (nx, ny);

    /// <summary>Points along x; even.</summary>
    public int Nx { get; }

    /// <summary>Points along y.</summary>
    public int Ny { get; }

    /// <summary>Modes of the half axis: Nx/2 + 1.</summary>
    public int ModesX => (Nx / 2) + 1;

    /// <summary>Doubles of a field: Nx Ny.</summary>
    public int FieldSize => Nx * Ny;

    /// <summary>Doubles of a spectrum: 2 Ny (Nx/2 + 1).</summary>
    public int SpectrumSize => 2 * Ny * ModesX;

    /// <summary>A transform of fields <c>[Ny, Nx]</c>, by MKL where it can be called, else by libtorch.</summary>
    /// <param name="nx">Points along x: even, at least 2.</param>
    /// <param name="ny">Points along y: at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Nx is odd, or a number too small.</exception>
    public static PlaneTransform Create(int nx, int ny)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nx, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(ny, 1);
        if (nx % 2 != 0) throw new ArgumentOutOfRangeException(nameof(nx), nx, "the number of points along x must be even");
        return Mkl.IsAvailable ? new MklPlaneTransform(nx, ny) : new TorchPlaneTransform(nx, ny);
    }

    /// <summary>Transforms fields to spectra.</summary>
    /// <param name="values">Fields, <c>[fields, Ny, Nx]</c>.</param>
    /// <param name="spectra">Spectra, <c>[fields, Ny, Nx/2 + 1]</c> complex.</param>
    public void Forward(ReadOnlySpan<double> values, Span<double> spectra) => ForwardFields(values, spectra, Fields(values.Length, spectra.Length));

    /// <summary>Transforms spectra to fields; what no real field has (imaginary parts of self-conjugate modes) is ignored.</summary>
    /// <param name="spectra">Spectra, <c>[fields, Ny, Nx/2 + 1]</c> complex; left as they are.</param>
    /// <param name="values">Fields, <c>[fields, Ny, Nx]</c>.</param>
    public void Inverse(ReadOnlySpan<double> spectra, Span<double> values) => InverseFields(spectra, values, Fields(values.Length, spectra.Length));

    private protected abstract void ForwardFields(ReadOnlySpan<double> values, Span<double> spectra, int fields);

    private protected abstract void InverseFields(ReadOnlySpan<double> spectra, Span<double> values, int fields);

    private int Fields(int values, int spectra)
    {
        int fields = values / FieldSize;
        if (fields * FieldSize != values || fields * SpectrumSize != spectra)
            throw new ArgumentException($"{values} values and {spectra} spectral numbers are not whole fields of {FieldSize} and {SpectrumSize}");
        return fields;
    }
}
