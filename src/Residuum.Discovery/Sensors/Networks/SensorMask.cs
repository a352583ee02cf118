using Residuum.Numerics.Errors;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Sensors.Networks;

/// <summary>Where sensors may stand: true in the sea, false on land.</summary>
public sealed class SensorMask
{
    private readonly PlaneGrid _grid;
    private readonly bool[] _allowed;

    /// <summary>A mask in memory.</summary>
    /// <param name="grid">Grid.</param>
    /// <param name="allowed">Whether a sensor may stand at each point, <c>[Ny, Nx]</c>; copied.</param>
    /// <exception cref="ArgumentException">Of another size than the grid.</exception>
    public SensorMask(PlaneGrid grid, IReadOnlyList<bool> allowed)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(allowed);
        if (allowed.Count != grid.Points) throw new ArgumentException($"{allowed.Count} points for a grid of {grid.Points}", nameof(allowed));
        (_grid, _allowed) = (grid, [.. allowed]);
    }

    /// <summary>Whether a sensor may stand at a grid point.</summary>
    /// <param name="index">Index in a field <c>[Ny, Nx]</c>.</param>
    public bool this[int index] => _allowed[index];

    /// <summary>Reads a mask: numbers other than 0, or true, allow sensors.</summary>
    /// <param name="path">A .npy, .npz, netCDF or HDF5 file with an array <c>[Ny, Nx]</c>.</param>
    /// <param name="grid">Grid.</param>
    /// <exception cref="UserError">Names the file, what was found and what is needed.</exception>
    public static SensorMask Read(string path, PlaneGrid grid) => new(grid, SensorFile.ReadMask(path, grid));

    /// <summary>Whether a sensor may stand at a place: the nearest grid point decides.</summary>
    /// <param name="x">Coordinate along x.</param>
    /// <param name="y">Coordinate along y.</param>
    public bool Allows(double x, double y) => _allowed[PeriodicPlane.Nearest(_grid, x, y)];
}
