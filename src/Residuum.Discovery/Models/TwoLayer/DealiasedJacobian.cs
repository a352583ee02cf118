using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Models;

/// <summary>J(a, b) = a_x b_y - a_y b_x of spectra, by Orszag's 3/2 rule. One thread at a time.</summary>
internal sealed class DealiasedJacobian
{
    private readonly PaddedPlane _plane;
    private readonly SpectralMultiplier _dx, _dy;
    private readonly double[] _spectrum, _product;
    private readonly double[][] _fields;

    public DealiasedJacobian(PlaneGrid grid)
    {
        _plane = new PaddedPlane(grid);
        (_dx, _dy) = (new SpectralMultiplier(grid.DerivativeSymbol(1, 0)), new SpectralMultiplier(grid.DerivativeSymbol(0, 1)));
        _spectrum = new double[grid.Transform.SpectrumSize];
        _product = new double[_plane.FieldSize];
        _fields = [.. Enumerable.Range(0, 4).Select(_ => new double[_plane.FieldSize])];
    }

    /// <summary>Writes Ĵ(a, b), which may replace either.</summary>
    public void Of(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> result)
    {
        Inverse(_dx, a, _fields[0]);
        Inverse(_dy, a, _fields[1]);
        Inverse(_dx, b, _fields[2]);
        Inverse(_dy, b, _fields[3]);
        for (int i = 0; i < _product.Length; i++) _product[i] = (_fields[0][i] * _fields[3][i]) - (_fields[1][i] * _fields[2][i]);
        _plane.Forward(_product, result);
    }

    private void Inverse(SpectralMultiplier derivative, ReadOnlySpan<double> spectrum, double[] field)
    {
        derivative.Multiply(spectrum, _spectrum);
        _plane.Inverse(_spectrum, field);
    }
}
