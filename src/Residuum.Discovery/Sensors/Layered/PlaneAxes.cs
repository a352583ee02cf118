using System.Globalization;
using Residuum.Data.Arrays;
using Residuum.Discovery.Observations;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Sensors.Layered;

/// <summary>Finds the doubly periodic grid that a file describes, and checks it against the model's.</summary>
/// <param name="data">The file.</param>
/// <param name="options">Lengths and units that the file does not say.</param>
/// <param name="units">The model's units.</param>
/// <param name="model">The model's grid, if there is one.</param>
internal sealed class PlaneAxes(DataSet data, ObservationOptions options, ObservedUnits units, PlaneGrid? model)
{
    private const double Tolerance = 1e-4; // of a length: what single precision loses over a long axis

    /// <summary>Unit of length, as the coordinates got it.</summary>
    public string Unit { get; private set; } = options.LengthUnit;

    /// <summary>Coordinate of the first grid point along x; 0 without a coordinate.</summary>
    public double Origin { get; private set; }

    /// <summary>The grid of a variable whose last dimensions are y and x.</summary>
    /// <param name="field">The variable.</param>
    /// <exception cref="UserError">Not equally spaced, odd, with both end points, or not the model's.</exception>
    public PlaneGrid OfField(Variable field)
    {
        var (ny, nx) = (Points(field, 2, "y"), Points(field, 1, "x"));
        double lengthY = Length(field, field.Dimensions[^2].Name, "y", ny, options.LengthY, model?.LengthY, out _);
        double lengthX = Length(field, field.Dimensions[^1].Name, "x", nx, options.Length, model?.LengthX, out double origin);
        Origin = origin;
        return Checked(nx, ny, lengthX, lengthY);
    }

    /// <summary>The grid that scattered sensors are to be brought to: the model's, or the one that the attributes of x and y state.</summary>
    /// <param name="x">Coordinate along x.</param>
    /// <param name="y">Coordinate along y.</param>
    /// <exception cref="UserError">No grid is known, or it is not the model's.</exception>
    public PlaneGrid OfSensors(Variable x, Variable y)
    {
        if (Stated(x, "points") is { } nx && Stated(y, "points") is { } ny && Stated(x, "length") is { } lengthX && Stated(y, "length") is { } lengthY)
            return Checked(Count(nx, x), Count(ny, y), lengthX, lengthY);
        return model ?? throw NoGrid();
    }

    /// <summary>The grid of single places: the model's, or the one that their distinct coordinates make, with its first point as origin.</summary>
    /// <param name="x">Coordinates along x.</param>
    /// <param name="y">Coordinates along y.</param>
    /// <exception cref="UserError">No model, and the places stand on no grid.</exception>
    public (PlaneGrid Grid, (double? X, double? Y)? Origin) OfPlaces(double[] x, double[] y)
    {
        if (model is not null) return (model, null);
        try
        {
            UniformAxis alongX = UniformAxis.Of([.. x.Distinct().Order()], "x"), alongY = UniformAxis.Of([.. y.Distinct().Order()], "y");
            if (alongX.Count % 2 == 0 && alongY.Count % 2 == 0)
                return (PlaneGrid.Periodic(alongX.Count, alongY.Count, options.Length > 0 ? options.Length : alongX.Length, options.LengthY > 0 ? options.LengthY : alongY.Length), (alongX.Origin, alongY.Origin));
        }
        catch (UserError)
        {
            // sensors between grid points: the model must say the grid
        }
        throw NoGrid();
    }

    /// <summary>The grid that scattered sensors are to be brought to, where x and y state one; else the model's is still to be found.</summary>
    /// <param name="x">Coordinate along x.</param>
    /// <param name="y">Coordinate along y.</param>
    public PlaneAxes With(Variable x, Variable y) => Stated(x, "points") is null || Stated(y, "points") is null ? this : new PlaneAxes(data, options, units, OfSensors(x, y)) { Unit = Unit };

    /// <summary>A coordinate of sensors, in the model's unit.</summary>
    /// <param name="coordinate">The variable.</param>
    public double[] Read(Variable coordinate)
    {
        RefuseDegrees(coordinate);
        var (values, unit) = units.Length(coordinate);
        Unit = unit;
        return values;
    }

    private UserError NoGrid() => new("the grid is not known", data.Source, "sensors that make no equally spaced grid",
        remedy: "give the model, or write netCDF whose x and y have the attributes 'points' and 'length' of the grid");

    private PlaneGrid Checked(int nx, int ny, double lengthX, double lengthY)
    {
        if (model is null) return PlaneGrid.Periodic(nx, ny, lengthX, lengthY);
        if (nx == model.Nx && ny == model.Ny && Same(lengthX, model.LengthX) && Same(lengthY, model.LengthY)) return model;
        throw new UserError("the observations' grid is not the model's", data.Source, Text($"{nx} x {ny} points on {lengthX:G8} x {lengthY:G8}"),
            Text($"{model.Nx} x {model.Ny} points on {model.LengthX:G8} x {model.LengthY:G8}"), "give the model this grid, or observe on the model's");
    }

    private int Points(Variable field, int fromEnd, string axis)
    {
        long points = field.Shape[^fromEnd];
        if (points >= 4 && points % 2 == 0 && points <= int.MaxValue) return (int)points;
        throw new UserError($"the number of grid points along {axis} is not even", $"{data.Source}: {field.Name}", $"{points}", "an even number of at least 4",
            points % 2 == 1 ? "where the first point stands again at the end of a periodic axis, drop the last" : null);
    }

    private int Count(double points, Variable axis) => points >= 4 && points <= 1 << 20 && points % 2 == 0
        ? (int)points
        : throw new UserError("attribute 'points' is no grid", $"{data.Source}: {axis.Name}", Text($"{points}"), "an even number of at least 4");

    private double Length(Variable field, string dimension, string axis, int points, double given, double? models, out double origin)
    {
        origin = 0;
        if (Coordinate(dimension, axis, points) is not { } coordinate)
        {
            double? known = given > 0 ? given : Stated(field, $"length_{axis}") ?? data.Attributes.Number($"length_{axis}") ?? models;
            return known is > 0 and < double.PositiveInfinity ? known.Value : throw new UserError($"the length of the domain along {axis} is not known", $"{data.Source}: {field.Name}",
                $"{points} points without a coordinate", remedy: $"write the coordinate '{axis}' into the file, or set '{(axis == "x" ? "length" : "length-y")}' under observations");
        }
        double[] values = Read(coordinate);
        var uniform = UniformAxis.Of(values, $"{data.Source}: {coordinate.Name}");
        origin = uniform.Origin;
        double length = given > 0 ? given : Stated(coordinate, "length") ?? uniform.Length;
        Demand(length, uniform, coordinate);
        return length;
    }

    /// <summary>The length must be spacing times points: an axis with both end points would count the first point twice.</summary>
    private void Demand(double length, UniformAxis axis, Variable coordinate)
    {
        if (Same(length, axis.Length)) return;
        bool both = Same(length, axis.Spacing * (axis.Count - 1));
        throw new UserError(both ? "both ends of the periodic axis are in the file" : "the length of the domain is not spacing times points", $"{data.Source}: {coordinate.Name}",
            Text($"length {length:G8} with {axis.Count} points {axis.Spacing:G8} apart"), Text($"{axis.Length:G8}"), both ? "drop the last point, which is the first again" : "correct the attribute 'length' or the option");
    }

    private Variable? Coordinate(string dimension, string axis, int points)
    {
        foreach (string name in new[] { dimension, axis })
        {
            if (data.TryGet(name, out var variable) && variable.Rank == 1 && variable.Count == points) return variable;
        }
        return null;
    }

    /// <summary>A number that the file states, where no unit has to be converted.</summary>
    private double? Stated(Variable variable, string attribute) =>
        attribute != "points" && options.LengthUnit.Length > 0 && variable.Units is { Length: > 0 } own && own != options.LengthUnit ? null : variable.Attributes.Number(attribute);

    private void RefuseDegrees(Variable coordinate)
    {
        if (coordinate.Units?.StartsWith("degree", StringComparison.OrdinalIgnoreCase) != true) return;
        throw new UserError("longitudes and latitudes are not read", $"{data.Source}: {coordinate.Name}", Data.FormatError.Quote(coordinate.Units), "a length", "project the sensors to a plane first, as pyproj does");
    }

    private static bool Same(double a, double b) => Math.Abs(a - b) <= Tolerance * Math.Abs(b);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
