using Residuum.Numerics.Errors;
using Residuum.Numerics.Options;
using Residuum.Numerics.Random;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Sensors.Networks;

/// <summary>The sensor networks of the card: random, stride, tracks, moorings, from a file; each within a mask if there is one.</summary>
/// <remarks>Card medida-qg, variants. The same seed makes the same network on every machine; of two random networks of one seed and mask the sparser
/// one is a part of the denser one, so that studies of the ratio compare like with like.</remarks>
public static class SensorNetworks
{
    /// <summary>Every grid point.</summary>
    /// <param name="grid">Grid.</param>
    /// <param name="mask">Where sensors may stand; everywhere where left out.</param>
    public static SensorNetwork All(PlaneGrid grid, SensorMask? mask = null) => SensorNetwork.OnGrid(grid, Allowed(grid, mask));

    /// <summary>Grid points drawn without replacement.</summary>
    /// <param name="grid">Grid.</param>
    /// <param name="ratio">Share of the allowed grid points, (0, 1].</param>
    /// <param name="seed">Seed of the draw.</param>
    /// <param name="mask">Where sensors may stand; everywhere where left out.</param>
    /// <exception cref="OptionError">The ratio is outside (0, 1].</exception>
    public static SensorNetwork Random(PlaneGrid grid, double ratio, long seed, SensorMask? mask = null)
    {
        if (!(ratio > 0 && ratio <= 1)) throw new OptionError("ratio", ratio.ToString(System.Globalization.CultureInfo.InvariantCulture), "(0, 1]");
        int[] points = Allowed(grid, mask);
        int count = Math.Max(1, (int)Math.Round(ratio * points.Length));
        new RandomStream(seed, "random sensors").Shuffle<int>(points);
        return SensorNetwork.OnGrid(grid, points[..count]);
    }

    /// <summary>Every so many grid points, from the first one on.</summary>
    /// <param name="grid">Grid.</param>
    /// <param name="strideX">Grid steps along x from one sensor to the next; at least 1.</param>
    /// <param name="strideY">Grid steps along y from one sensor to the next; at least 1.</param>
    /// <param name="mask">Where sensors may stand; everywhere where left out.</param>
    /// <exception cref="UserError">The mask leaves none.</exception>
    public static SensorNetwork Stride(PlaneGrid grid, int strideX, int strideY, SensorMask? mask = null)
    {
        Require.Positive(strideX);
        Require.Positive(strideY);
        int[] chosen = [.. Allowed(grid, mask).Where(index => index % grid.Nx % strideX == 0 && index / grid.Nx % strideY == 0)];
        return OnGrid(grid, chosen, "stride");
    }

    /// <summary>Ground tracks of a satellite: the grid points under its swaths, or places along them.</summary>
    /// <param name="grid">Grid.</param>
    /// <param name="options">Number, inclination, width, drift.</param>
    /// <param name="repeat">Number of the pair of snapshots; the tracks drift from one to the next.</param>
    /// <param name="mask">Where sensors may stand; everywhere where left out.</param>
    /// <exception cref="UserError">No place lies under the tracks.</exception>
    public static SensorNetwork Tracks(PlaneGrid grid, TrackOptions options, int repeat = 0, SensorMask? mask = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var tracks = new GroundTracks(grid, options, repeat);
        if (options.Spacing == 0) return OnGrid(grid, [.. Allowed(grid, mask).Where(index => tracks.Cover(grid.X[index % grid.Nx], grid.Y[index / grid.Nx]))], "tracks");
        (double X, double Y)[] places = [.. tracks.Places().Where(place => mask?.Allows(place.X, place.Y) ?? true)];
        if (places.Length == 0) throw Empty("tracks");
        return SensorNetwork.Scattered(grid, [.. places.Select(place => place.X)], [.. places.Select(place => place.Y)]);
    }

    /// <summary>A few columns that stay where they are, alone or in arrays.</summary>
    /// <param name="grid">Grid.</param>
    /// <param name="options">Number, arrays, whether they stand on grid points.</param>
    /// <param name="seed">Seed of the draw.</param>
    /// <param name="mask">Where sensors may stand; everywhere where left out.</param>
    /// <exception cref="UserError">There is no room for so many.</exception>
    public static SensorNetwork Moorings(PlaneGrid grid, MooringOptions options, long seed, SensorMask? mask = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new MooringPlacement(grid, options, Allowed(grid, mask), new RandomStream(seed, "moorings")).Place();
    }

    /// <summary>Sensors from a file: a mask <c>[Ny, Nx]</c> or places.</summary>
    /// <param name="grid">Grid.</param>
    /// <param name="path">A .npy, .npz, netCDF, HDF5 or CSV file: see the page on sparse observations.</param>
    /// <param name="mask">Where sensors may stand; everywhere where left out.</param>
    /// <exception cref="UserError">Names the file, what was found and what is needed.</exception>
    public static SensorNetwork FromFile(PlaneGrid grid, string path, SensorMask? mask = null)
    {
        var network = SensorFile.Read(path, grid);
        if (mask is null) return network;
        int[] kept = [.. Enumerable.Range(0, network.Count).Where(i => mask.Allows(network.X[i], network.Y[i]))];
        return kept.Length > 0 ? network.Subset(kept) : throw Empty(path);
    }

    private static int[] Allowed(PlaneGrid grid, SensorMask? mask)
    {
        ArgumentNullException.ThrowIfNull(grid);
        int[] points = [.. Enumerable.Range(0, grid.Points).Where(index => mask?[index] ?? true)];
        return points.Length > 0 ? points : throw Empty("mask");
    }

    private static SensorNetwork OnGrid(PlaneGrid grid, int[] indices, string what) => indices.Length > 0 ? SensorNetwork.OnGrid(grid, indices) : throw Empty(what);

    private static UserError Empty(string what) => new("no sensor is left", what, "0 sensors", "at least 1", "use a wider network or another mask");
}
