using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Interpolation;

/// <summary>A quadratic energy Σ s(k, l) |ψ̂|² of fields on a grid, s above 0: half its gradient is the circulant Q ψ.</summary>
internal sealed class SpectralEnergy
{
    /// <param name="grid">Grid of the fields.</param>
    /// <param name="symbol">s, <c>[Ny, Nx/2 + 1]</c>; every number above 0.</param>
    public SpectralEnergy(PlaneGrid grid, double[] symbol)
    {
        double largest = symbol.Max();
        (Grid, Symbol) = (grid, [.. symbol.Select(s => s / largest)]); // the minimiser does not depend on the scale
        Gradient = new PlaneFilter(grid, Symbol);
    }

    public PlaneGrid Grid { get; }

    /// <summary>s, at most 1, <c>[Ny, Nx/2 + 1]</c>.</summary>
    public double[] Symbol { get; }

    /// <summary>Q.</summary>
    public PlaneFilter Gradient { get; }

    /// <summary>s = (k² + l² + ε)^p: the smoother a field, the less of it (medida-qg, Interpolators, a).</summary>
    public static SpectralEnergy Polyharmonic(PlaneGrid grid, double power, double shift) =>
        new(grid, grid.Symbol((k, l) => Math.Pow((k * k) + (l * l) + shift, power)));

    /// <summary>The first column of Q as a field: Q_ij depends on the distance of i and j alone.</summary>
    public double[] Kernel()
    {
        var kernel = new double[Grid.Points];
        kernel[0] = 1;
        Gradient.Apply(kernel, kernel);
        return kernel;
    }
}
