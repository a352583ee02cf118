using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Sensors;

/// <summary>Places and distances on a doubly periodic plane.</summary>
internal static class PeriodicPlane
{
    /// <summary>A distance or coordinate brought to [-length/2, length/2).</summary>
    public static double Wrap(double value, double length)
    {
        double wrapped = value - (length * Math.Floor((value / length) + 0.5));
        return wrapped < length / 2 ? wrapped : -length / 2; // rounding may end on the edge itself
    }

    /// <summary>Index of the grid point that is nearest to a place, in a field <c>[Ny, Nx]</c>.</summary>
    public static int Nearest(PlaneGrid grid, double x, double y) => (Nearest(y, grid.StepY, grid.Ny) * grid.Nx) + Nearest(x, grid.StepX, grid.Nx);

    /// <summary>Indices of the grid points that the places stand on, in the order of the places; null where one stands between grid points.</summary>
    public static int[]? Indices(PlaneGrid grid, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        const double Tolerance = 1e-6; // of a grid step: what coordinates in other units or in single precision lose
        var indices = new int[x.Length];
        for (int i = 0; i < indices.Length; i++)
        {
            int index = Nearest(grid, x[i], y[i]);
            bool stands = Math.Abs(Wrap(x[i] - grid.X[index % grid.Nx], grid.LengthX)) <= Tolerance * grid.StepX
                && Math.Abs(Wrap(y[i] - grid.Y[index / grid.Nx], grid.LengthY)) <= Tolerance * grid.StepY;
            if (!stands) return null;
            indices[i] = index;
        }
        return indices;
    }

    private static int Nearest(double coordinate, double step, int points)
    {
        int index = (int)Math.Round(Wrap(coordinate, step * points) / step) + (points / 2);
        return index == points ? 0 : index;
    }
}
