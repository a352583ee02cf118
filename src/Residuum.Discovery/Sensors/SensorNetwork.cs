using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Sensors;

/// <summary>Where a flow is observed: points on a doubly periodic plane.</summary>
/// <remarks>Sensors that all stand on grid points know their indices: gaps in a grid can then be filled exactly, and observed values kept.</remarks>
public sealed class SensorNetwork
{
    private SensorNetwork(PlaneGrid grid, double[] x, double[] y, int[]? gridIndices) => (Grid, X, Y, GridIndices) = (grid, x, y, gridIndices);

    /// <summary>Grid that the states are wanted on.</summary>
    public PlaneGrid Grid { get; }

    /// <summary>Coordinates along x, <c>[sensors]</c>.</summary>
    public double[] X { get; }

    /// <summary>Coordinates along y, <c>[sensors]</c>.</summary>
    public double[] Y { get; }

    /// <summary>Index of each sensor in a field <c>[Ny, Nx]</c>, ascending; null where a sensor stands between grid points.</summary>
    public int[]? GridIndices { get; }

    /// <summary>Number of sensors.</summary>
    public int Count => X.Length;

    /// <summary>Sensors per grid point.</summary>
    public double Ratio => (double)Count / Grid.Points;

    /// <summary>Sensors on grid points.</summary>
    /// <param name="grid">Grid.</param>
    /// <param name="indices">Indices of fields <c>[Ny, Nx]</c>; sorted here, each once.</param>
    /// <exception cref="ArgumentException">None, one outside the grid, or one twice.</exception>
    public static SensorNetwork OnGrid(PlaneGrid grid, IReadOnlyList<int> indices)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(indices);
        int[] sorted = [.. indices.Order()];
        if (sorted.Length == 0 || sorted[0] < 0 || sorted[^1] >= grid.Points) throw new ArgumentException("a sensor outside the grid, or none", nameof(indices));
        for (int i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] == sorted[i - 1]) throw new ArgumentException($"two sensors at grid point {sorted[i]}", nameof(indices));
        }
        return new SensorNetwork(grid, [.. sorted.Select(index => grid.X[index % grid.Nx])], [.. sorted.Select(index => grid.Y[index / grid.Nx])], sorted);
    }

    /// <summary>Sensors anywhere on the plane; where all stand on grid points they are taken as <see cref="OnGrid"/> does only if in its order.</summary>
    /// <param name="grid">Grid that the states are wanted on.</param>
    /// <param name="x">Coordinates along x.</param>
    /// <param name="y">Coordinates along y.</param>
    public static SensorNetwork Scattered(PlaneGrid grid, double[] x, double[] y)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Length != y.Length || x.Length == 0) throw new ArgumentException($"{x.Length} coordinates along x, {y.Length} along y", nameof(y));
        return new SensorNetwork(grid, x, y, gridIndices: null);
    }

    /// <summary>Some of the sensors, in the order given.</summary>
    /// <param name="sensors">Positions in this network, ascending where it stands on a grid.</param>
    public SensorNetwork Subset(IReadOnlyList<int> sensors)
    {
        ArgumentNullException.ThrowIfNull(sensors);
        int[]? indices = GridIndices is { } all ? [.. sensors.Select(i => all[i])] : null;
        return new SensorNetwork(Grid, [.. sensors.Select(i => X[i])], [.. sensors.Select(i => Y[i])], indices);
    }
}
