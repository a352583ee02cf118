namespace Residuum.Numerics.Transforms;

/// <summary>The points of a grid that are left when some at every side are cut away.</summary>
/// <param name="Grid">The grid.</param>
/// <param name="Width">Points cut away at every side.</param>
public readonly record struct PlaneCut(PlaneGrid Grid, int Width)
{
    /// <summary>Whether no point is left.</summary>
    public bool IsEmpty => 2 * Width >= Math.Min(Grid.Nx, Grid.Ny);

    /// <summary>Number of points that are left.</summary>
    public int Points => IsEmpty ? 0 : (Grid.Nx - (2 * Width)) * (Grid.Ny - (2 * Width));

    /// <summary>Whether a point is left.</summary>
    /// <param name="point">Index of a field <c>[Ny, Nx]</c>.</param>
    public bool Contains(int point)
    {
        int column = point % Grid.Nx, row = point / Grid.Nx;
        return column >= Width && column < Grid.Nx - Width && row >= Width && row < Grid.Ny - Width;
    }

    /// <summary>The points that are left, as indices of a field <c>[Ny, Nx]</c>, ascending.</summary>
    public int[] Indices() => [.. Enumerable.Range(0, Grid.Points).Where(Contains)];
}
