using System.Buffers;
using System.Numerics;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Interpolation;

/// <summary>A real symbol applied to fields on a grid over and over: a symmetric circulant matrix.</summary>
internal sealed class PlaneFilter
{
    private readonly PlaneTransform _transform;
    private readonly SpectralMultiplier _symbol;

    /// <param name="grid">Grid of the fields.</param>
    /// <param name="symbol">Symbol, <c>[Ny, Nx/2 + 1]</c>.</param>
    public PlaneFilter(PlaneGrid grid, double[] symbol) =>
        (_transform, _symbol) = (grid.Transform, new SpectralMultiplier(Array.ConvertAll(symbol, value => new Complex(value, 0))));

    /// <summary>Filters fields, <c>[fields, Ny * Nx]</c>, into <paramref name="result"/>, which may be the fields themselves.</summary>
    public void Apply(ReadOnlySpan<double> fields, Span<double> result)
    {
        double[] rented = ArrayPool<double>.Shared.Rent(_transform.SpectrumSize);
        var spectrum = rented.AsSpan(0, _transform.SpectrumSize);
        for (int from = 0; from < fields.Length; from += _transform.FieldSize)
        {
            _transform.Forward(fields.Slice(from, _transform.FieldSize), spectrum);
            _symbol.Multiply(spectrum, spectrum);
            _transform.Inverse(spectrum, result.Slice(from, _transform.FieldSize));
        }
        ArrayPool<double>.Shared.Return(rented);
    }
}
