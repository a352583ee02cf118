using System.Buffers;
using System.Numerics;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Interpolation;

/// <summary>A diagonal operator in wave number space, applied to fields on a grid: a circulant matrix.</summary>
internal sealed class PlaneFilter
{
    private readonly PlaneTransform _transform;
    private readonly SpectralMultiplier _symbol;

    /// <param name="grid">Grid of the fields.</param>
    /// <param name="symbol">Symbol, <c>[Ny, Nx/2 + 1]</c>.</param>
    public PlaneFilter(PlaneGrid grid, ReadOnlySpan<Complex> symbol) =>
        (_transform, _symbol) = (PlaneTransform.Create(grid.Nx, grid.Ny), new SpectralMultiplier(symbol));

    /// <summary>A filter with a real symbol, <c>[Ny, Nx/2 + 1]</c>.</summary>
    public static PlaneFilter Of(PlaneGrid grid, double[] symbol) => new(grid, Array.ConvertAll(symbol, value => new Complex(value, 0)));

    /// <summary>∂_x^a ∂_y^b; odd orders have no Nyquist mode, whose sign is not known.</summary>
    public static PlaneFilter Derivative(PlaneGrid grid, int orderX, int orderY)
    {
        var symbol = new Complex[grid.Ny * ((grid.Nx / 2) + 1)];
        for (int j = 0, at = 0; j < grid.Ny; j++)
        {
            for (int i = 0; i <= grid.Nx / 2; i++, at++)
            {
                bool lost = (orderX % 2 != 0 && i == grid.Nx / 2) || (orderY % 2 != 0 && j == grid.Ny / 2);
                symbol[at] = lost ? 0 : Power(grid.WaveNumbersX[i], orderX) * Power(grid.WaveNumbersY[j], orderY);
            }
        }
        return new PlaneFilter(grid, symbol);
    }

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

    /// <summary>(iκ)^order.</summary>
    private static Complex Power(double waveNumber, int order) => (order % 4) switch
    {
        0 => Complex.One,
        1 => Complex.ImaginaryOne,
        2 => -Complex.One,
        _ => -Complex.ImaginaryOne,
    } * Math.Pow(waveNumber, order);
}
