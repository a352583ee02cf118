using System.Numerics;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Models;

/// <summary>The zonal jet that the model is relaxed to, and the sponge at the edges in y (medida-qg, The two-layer model).</summary>
internal static class EquilibriumJet
{
    /// <summary>Sponge s(y) = sech²(y_2/σ), y_2 the distance from the edge, <c>[Ny]</c>.</summary>
    public static double[] Sponge(PlaneGrid grid, double width) =>
        [.. Enumerable.Range(0, grid.Ny).Select(j => SquaredSecant(Math.Min(j, grid.Ny - j - 1) * grid.StepY / width))];

    /// <summary>Velocity u_eq(y) = sech²(y_1/σ) - sech²(y_2/σ), y_1 the distance from the centre, <c>[Ny]</c>.</summary>
    public static double[] Velocity(PlaneGrid grid, double width) =>
        [.. Sponge(grid, width).Select((edge, j) => SquaredSecant((j - (grid.Ny / 2)) * grid.StepY / width) - edge)];

    /// <summary>ψ_R with ψ̂_R(l) = -û_eq/(il) and mean 0, <c>[Ny, Nx]</c>.</summary>
    public static double[] StreamFunction(PlaneGrid grid, double width)
    {
        double[] velocity = [.. Velocity(grid, width).SelectMany(u => Enumerable.Repeat(u, grid.Nx))];
        var symbol = new Complex[grid.Ny * grid.WaveNumbersX.Length];
        for (int l = 1; l < grid.Ny; l++)
        {
            if (l != grid.Ny / 2) symbol[l * grid.WaveNumbersX.Length] = -1 / (Complex.ImaginaryOne * grid.WaveNumbersY[l]);
        }
        return grid.Apply(velocity, symbol);
    }

    private static double SquaredSecant(double x) => 1 / (Math.Cosh(x) * Math.Cosh(x));
}
