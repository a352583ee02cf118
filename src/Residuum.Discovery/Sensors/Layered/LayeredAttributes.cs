using System.Reflection;
using Residuum.Data.Arrays;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Sensors.Layered;

/// <summary>Coordinates and attributes of the CF netCDF files that layered flows are written to.</summary>
internal static class LayeredAttributes
{
    /// <summary>A periodic axis: with its length, the number of points of the grid and the coordinate of its edge, so that the grid comes back to the bit.</summary>
    public static AttributeTable Axis(string axis, string unit, double length, int points)
    {
        var attributes = AttributeTable.Described("position", unit, ("axis", axis));
        attributes["length"] = length;
        attributes["points"] = points;
        attributes["origin"] = -length / 2;
        return attributes;
    }

    /// <summary>Coordinates x(x) and y(y) of a grid.</summary>
    public static IEnumerable<Variable> Axes(PlaneGrid grid, string unit) =>
    [
        Variable.Of("x", ["x"], [grid.Nx], grid.X.ToArray(), Axis("X", unit, grid.LengthX, grid.Nx)),
        Variable.Of("y", ["y"], [grid.Ny], grid.Y.ToArray(), Axis("Y", unit, grid.LengthY, grid.Ny)),
    ];

    /// <summary>Coordinate layer(layer), from 1 at the top.</summary>
    public static Variable Layers(int layers) =>
        Variable.Of("layer", ["layer"], [layers], Enumerable.Range(1, layers).ToArray(), AttributeTable.Described("layer, from the top", "1", ("axis", "Z"), ("positive", "down")));

    /// <summary>Attributes of the whole file.</summary>
    public static AttributeTable Global(string title, string source, string history, long? seed)
    {
        var attributes = new AttributeTable
        {
            ["Conventions"] = "CF-1.8",
            ["title"] = title,
            ["source"] = source,
            ["history"] = history,
            ["residuum_version"] = Assembly.GetExecutingAssembly().GetName().Version?.ToString(3) ?? "",
        };
        if (seed is { } number) attributes["seed"] = (double)number; // classic files have no 64-bit integers
        return attributes;
    }
}
