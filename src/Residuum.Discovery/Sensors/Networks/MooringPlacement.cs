using System.Globalization;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Random;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Sensors.Networks;

/// <summary>Draws moorings: uniform over the allowed grid cells, or normal about the centres of their arrays.</summary>
/// <param name="grid">Grid.</param>
/// <param name="options">Number, arrays, whether they stand on grid points.</param>
/// <param name="allowed">Indices of the grid points where they may stand.</param>
/// <param name="random">The draw.</param>
internal sealed class MooringPlacement(PlaneGrid grid, MooringOptions options, int[] allowed, RandomStream random)
{
    private const int MostTries = 1000; // a mooring that finds no free place in so many draws has no room

    private readonly double _radiusX = options.Radius > 0 ? options.Radius : 3 * grid.StepX;
    private readonly double _radiusY = options.Radius > 0 ? options.Radius : 3 * grid.StepY;
    private readonly HashSet<int> _free = [.. allowed];

    public SensorNetwork Place()
    {
        if (!options.Scattered && options.Count > allowed.Length) throw NoRoom();
        if (options.Clusters == 0) return options.Scattered ? Scattered([.. Enumerable.Range(0, options.Count).Select(_ => Anywhere())]) : Spread();
        (double X, double Y)[] centres = [.. Enumerable.Range(0, options.Clusters).Select(_ => Anywhere())];
        (double X, double Y)[] places = [.. Enumerable.Range(0, options.Count).Select(i => Near(centres[i % centres.Length]))];
        return options.Scattered ? Scattered(places) : SensorNetwork.OnGrid(grid, [.. places.Select(place => PeriodicPlane.Nearest(grid, place.X, place.Y))]);
    }

    private SensorNetwork Spread()
    {
        random.Shuffle<int>(allowed);
        return SensorNetwork.OnGrid(grid, allowed[..options.Count]);
    }

    private SensorNetwork Scattered((double X, double Y)[] places) =>
        SensorNetwork.Scattered(grid, [.. places.Select(place => place.X)], [.. places.Select(place => place.Y)]);

    private (double X, double Y) Anywhere()
    {
        int cell = allowed[random.Integer(allowed.Length)];
        double x = grid.X[cell % grid.Nx] + ((random.Uniform() - 0.5) * grid.StepX), y = grid.Y[cell / grid.Nx] + ((random.Uniform() - 0.5) * grid.StepY);
        return (PeriodicPlane.Wrap(x, grid.LengthX), PeriodicPlane.Wrap(y, grid.LengthY));
    }

    private (double X, double Y) Near((double X, double Y) centre)
    {
        for (int tries = 0; tries < MostTries; tries++)
        {
            double x = PeriodicPlane.Wrap(centre.X + (_radiusX * random.Normal()), grid.LengthX), y = PeriodicPlane.Wrap(centre.Y + (_radiusY * random.Normal()), grid.LengthY);
            int cell = PeriodicPlane.Nearest(grid, x, y);
            if (options.Scattered ? _free.Contains(cell) : _free.Remove(cell)) return (x, y);
        }
        throw NoRoom();
    }

    private UserError NoRoom() => new(
        "no room for so many moorings", "moorings", options.Count.ToString(CultureInfo.InvariantCulture), $"at most {allowed.Length} on this grid and mask",
        "use fewer, a larger 'radius', more 'clusters', or 'scattered' places");
}
