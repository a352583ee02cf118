using System.Numerics.Tensors;
using Residuum.Numerics.Native;

namespace Residuum.Numerics.Transforms;

/// <summary>Product of a field's departure from its zonal mean with a profile p(y), on spectra: as p does not depend on x, they stay transformed along x.</summary>
/// <remarks>The product at the points of the grid itself: aliased along y, as any product there. May be shared by threads.</remarks>
public sealed unsafe class ProfileProduct
{
    private readonly PlaneGrid _grid;
    private readonly double[] _profile; // over Ny, as inverse transforms are unscaled
    private readonly Dfti? _outOfPlace, _inPlace;

    /// <summary>A product.</summary>
    /// <param name="grid">Grid.</param>
    /// <param name="profile">p, <c>[Ny]</c>.</param>
    public ProfileProduct(PlaneGrid grid, IReadOnlyList<double> profile)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(profile);
        if (profile.Count != grid.Ny) throw new ArgumentException($"{profile.Count} values for {grid.Ny} rows", nameof(profile));
        _grid = grid;
        _profile = [.. profile.Select(p => p / grid.Ny)];
        if (Mkl.IsAvailable) (_outOfPlace, _inPlace) = (Columns(inPlace: false), Columns(inPlace: true));
    }

    /// <summary>Writes the spectrum of the product.</summary>
    /// <param name="spectrum">Spectrum of a field, <c>[Ny, Nx/2 + 1]</c> complex.</param>
    /// <param name="result">Spectrum of p (field - zonal mean); not <paramref name="spectrum"/>.</param>
    public void Of(ReadOnlySpan<double> spectrum, Span<double> result)
    {
        if (_outOfPlace is null)
        {
            OnPoints(spectrum, result);
            return;
        }
        fixed (double* from = spectrum, to = result)
        {
            _outOfPlace.Backward(from + 2, to + 2); // the modes k = 0, the zonal mean, are left out
            for (int j = 0; j < _grid.Ny; j++)
            {
                var row = Row(result, j);
                TensorPrimitives.Multiply(row, _profile[j], row);
                row[..2].Clear();
            }
            _inPlace!.Forward(to + 2, to + 2);
        }
    }

    private void OnPoints(ReadOnlySpan<double> spectrum, Span<double> result)
    {
        spectrum.CopyTo(result);
        for (int l = 0; l < _grid.Ny; l++) Row(result, l)[..2].Clear();
        var values = new double[_grid.Points];
        _grid.Transform.Inverse(result, values);
        for (int j = 0; j < _grid.Ny; j++)
        {
            var row = values.AsSpan(j * _grid.Nx, _grid.Nx);
            TensorPrimitives.Multiply(row, _profile[j] * _grid.Ny, row);
        }
        _grid.Transform.Forward(values, result);
    }

    private Span<double> Row(Span<double> spectrum, int row) => spectrum.Slice(row * (_grid.Nx + 2), _grid.Nx + 2);

    private Dfti Columns(bool inPlace) => Dfti.Columns(_grid.Ny, (_grid.Nx / 2) + 1, _grid.Nx / 2, inPlace);
}
