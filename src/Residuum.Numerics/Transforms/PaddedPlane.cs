using System.Numerics.Tensors;

namespace Residuum.Numerics.Transforms;

/// <summary>Products of fields without aliasing: fields are taken to a grid of 3/2 times the points, multiplied there, and the product is cut back
/// (Orszag's rule). Nyquist modes are dropped. Holds scratch memory: one thread at a time.</summary>
public sealed class PaddedPlane
{
    private readonly PlaneGrid _grid;
    private readonly PlaneTransform _fine;
    private readonly double[] _padded;

    /// <summary>The padded grid of a grid.</summary>
    /// <param name="grid">Grid of the spectra.</param>
    public PaddedPlane(PlaneGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        _grid = grid;
        _fine = PlaneTransform.Create(Padded(grid.Nx), Padded(grid.Ny));
        _padded = new double[_fine.SpectrumSize];
    }

    /// <summary>Doubles of a field on the padded grid.</summary>
    public int FieldSize => _fine.FieldSize;

    /// <summary>A field at the points of the padded grid.</summary>
    /// <param name="spectrum">Spectrum, <c>[Ny, Nx/2 + 1]</c> complex.</param>
    /// <param name="field">Its values on the padded grid.</param>
    public void Inverse(ReadOnlySpan<double> spectrum, Span<double> field)
    {
        Array.Clear(_padded);
        for (int l = 0; l < _grid.Ny; l++)
        {
            if (l != _grid.Ny / 2) Row(spectrum, l).CopyTo(_padded.AsSpan(FineRow(l), RowSize));
        }
        _fine.Inverse(_padded, field);
        TensorPrimitives.Multiply(field, (double)FieldSize / _grid.Points, field);
    }

    /// <summary>The spectrum of a field on the padded grid, cut to the modes of the grid.</summary>
    /// <param name="field">Values on the padded grid.</param>
    /// <param name="spectrum">Spectrum, <c>[Ny, Nx/2 + 1]</c> complex.</param>
    public void Forward(ReadOnlySpan<double> field, Span<double> spectrum)
    {
        _fine.Forward(field, _padded);
        spectrum.Clear();
        for (int l = 0; l < _grid.Ny; l++)
        {
            if (l != _grid.Ny / 2) TensorPrimitives.Multiply(_padded.AsSpan(FineRow(l), RowSize), (double)_grid.Points / FieldSize, spectrum.Slice(l * 2 * _grid.WaveNumbersX.Length, RowSize));
        }
    }

    // Half axis without its Nyquist mode.
    private int RowSize => _grid.Nx;

    private ReadOnlySpan<double> Row(ReadOnlySpan<double> spectrum, int l) => spectrum.Slice(l * 2 * _grid.WaveNumbersX.Length, RowSize);

    private int FineRow(int l) => 2 * _fine.ModesX * (l < _grid.Ny / 2 ? l : l + _fine.Ny - _grid.Ny);

    private static int Padded(int points)
    {
        int padded = (3 * points) / 2;
        return padded + (padded % 2);
    }
}
