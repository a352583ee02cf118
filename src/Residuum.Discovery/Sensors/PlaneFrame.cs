using System.Globalization;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Sensors;

/// <summary>Where the coordinates of a file begin: its lower left corner of the domain becomes that of the grid, which is centred.</summary>
/// <param name="Grid">The grid.</param>
/// <param name="OriginX">Coordinate of the left edge in the file.</param>
/// <param name="OriginY">Coordinate of the lower edge in the file.</param>
/// <param name="Note">What was assumed, if anything.</param>
internal sealed record PlaneFrame(PlaneGrid Grid, double OriginX, double OriginY, string? Note = null)
{
    private const double Rounding = 1e-9; // of a length

    /// <summary>The origin that the file states, or the one of two usual ones that holds all places: the centred domain, or the one from 0.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="x">Coordinates along x in the file.</param>
    /// <param name="y">Coordinates along y in the file.</param>
    /// <param name="stated">Origins that the file states.</param>
    /// <param name="where">File, for the message.</param>
    /// <exception cref="UserError">Places lie outside both domains, or are no numbers.</exception>
    public static PlaneFrame Of(PlaneGrid grid, ReadOnlySpan<double> x, ReadOnlySpan<double> y, (double? X, double? Y) stated, string where)
    {
        var (lowX, highX) = Range(x, "x", where);
        var (lowY, highY) = Range(y, "y", where);
        if (stated is ({ } originX, { } originY)) return new PlaneFrame(grid, originX, originY);
        if (Within(lowX, highX, -grid.LengthX / 2, grid.LengthX) && Within(lowY, highY, -grid.LengthY / 2, grid.LengthY))
            return new PlaneFrame(grid, -grid.LengthX / 2, -grid.LengthY / 2);
        if (Within(lowX, highX, 0, grid.LengthX) && Within(lowY, highY, 0, grid.LengthY))
            return new PlaneFrame(grid, 0, 0, Text($"coordinates from 0 to {grid.LengthX:G6} and {grid.LengthY:G6} were shifted to the domain's centre"));
        throw new UserError("sensors outside the domain", where, Text($"x {lowX:G6} to {highX:G6}, y {lowY:G6} to {highY:G6}"),
            Text($"x {-grid.LengthX / 2:G6} to {grid.LengthX / 2:G6} and y {-grid.LengthY / 2:G6} to {grid.LengthY / 2:G6}, or both from 0 to {grid.LengthX:G6} and {grid.LengthY:G6}"),
            "give the variables x and y the attribute 'origin', the coordinate of the domain's edge; then places are wrapped periodically");
    }

    /// <summary>Coordinates on the grid's plane, wrapped periodically.</summary>
    /// <param name="x">Coordinates along x in the file.</param>
    /// <param name="y">Coordinates along y in the file.</param>
    public (double[] X, double[] Y) ToGrid(ReadOnlySpan<double> x, ReadOnlySpan<double> y) =>
        (Shifted(x, OriginX + (Grid.LengthX / 2), Grid.LengthX), Shifted(y, OriginY + (Grid.LengthY / 2), Grid.LengthY));

    /// <summary>Number of places that lie outside the domain, so that <see cref="ToGrid"/> wraps them.</summary>
    /// <param name="x">Coordinates along x in the file.</param>
    /// <param name="y">Coordinates along y in the file.</param>
    public int Outside(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        int outside = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (!Within(x[i], x[i], OriginX, Grid.LengthX) || !Within(y[i], y[i], OriginY, Grid.LengthY)) outside++;
        }
        return outside;
    }

    private static double[] Shifted(ReadOnlySpan<double> values, double shift, double length)
    {
        var shifted = new double[values.Length];
        for (int i = 0; i < shifted.Length; i++) shifted[i] = PeriodicPlane.Wrap(values[i] - shift, length);
        return shifted;
    }

    private static (double Low, double High) Range(ReadOnlySpan<double> values, string axis, string where)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (double value in values)
        {
            if (!double.IsFinite(value)) throw new UserError("a sensor without a place", $"{where}: {axis}", "a coordinate that is no number", "a finite number");
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }
        return (low, high);
    }

    private static bool Within(double low, double high, double edge, double length) => low >= edge - (Rounding * length) && high <= edge + ((1 + Rounding) * length);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
