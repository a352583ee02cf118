namespace Residuum.Discovery.Interpolation;

/// <summary>Fields that an interpolator made.</summary>
public interface IInterpolatedFields
{
    /// <summary>The fields on the grid, <c>[snapshots * layers, Ny * Nx]</c>.</summary>
    double[] Values { get; }

    /// <summary>The fields at any places, <c>[snapshots * layers, places]</c>: for sensors that were held out.</summary>
    /// <param name="x">Coordinates along x.</param>
    /// <param name="y">Coordinates along y.</param>
    double[] At(ReadOnlySpan<double> x, ReadOnlySpan<double> y);

    /// <summary>A derivative on the grid, <c>[snapshots * layers, Ny * Nx]</c>: exact where the interpolant has one, spectral elsewhere.</summary>
    /// <param name="orderX">Order along x.</param>
    /// <param name="orderY">Order along y.</param>
    double[] Derivative(int orderX, int orderY);
}
