using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Sensors;

/// <summary>The network of places in the order of a file, each place once.</summary>
/// <param name="Network">The network; on the grid where all places are.</param>
/// <param name="Positions">Position in the network of each place of the file.</param>
internal sealed record SensorPlaces(SensorNetwork Network, int[] Positions)
{
    private const double SamePlace = 1e-6; // of a grid step

    /// <summary>Places that stand more than once in the file.</summary>
    public int Repeated => Positions.Length - Network.Count;

    /// <summary>Makes the network.</summary>
    /// <param name="grid">Grid.</param>
    /// <param name="x">Coordinates along x, on the grid's plane; at least one.</param>
    /// <param name="y">Coordinates along y.</param>
    public static SensorPlaces Of(PlaneGrid grid, double[] x, double[] y) =>
        PeriodicPlane.Indices(grid, x, y) is { } indices ? OnGrid(grid, indices) : Scattered(grid, x, y);

    private static SensorPlaces OnGrid(PlaneGrid grid, int[] indices)
    {
        var network = SensorNetwork.OnGrid(grid, [.. indices.Distinct()]);
        return new SensorPlaces(network, [.. indices.Select(index => Array.BinarySearch(network.GridIndices!, index))]);
    }

    private static SensorPlaces Scattered(PlaneGrid grid, double[] x, double[] y)
    {
        var known = new Dictionary<(double X, double Y), int>();
        var kept = new List<int>();
        var positions = new int[x.Length];
        for (int i = 0; i < positions.Length; i++)
        {
            var key = (Math.Round(x[i] / (SamePlace * grid.StepX)), Math.Round(y[i] / (SamePlace * grid.StepY)));
            if (known.TryAdd(key, kept.Count)) kept.Add(i);
            positions[i] = known[key];
        }
        return new SensorPlaces(SensorNetwork.Scattered(grid, [.. kept.Select(i => x[i])], [.. kept.Select(i => y[i])]), positions);
    }
}
