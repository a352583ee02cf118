using Residuum.Data;
using Residuum.Data.Arrays;
using Residuum.Data.Conventions;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Sensors.Networks;

/// <summary>Reads where sensors stand: a mask <c>[Ny, Nx]</c>, or places as columns x and y, or as an array <c>[sensors, 2]</c>.</summary>
internal static class SensorFile
{
    private static readonly string[] MaskNames = ["sensors", "mask", "sea", "observed"];

    /// <summary>Sensors of a mask or of places; places that stand twice count once.</summary>
    public static SensorNetwork Read(string path, PlaneGrid grid)
    {
        using var data = DataFile.Open(path);
        if (MaskOf(data, grid) is { } mask)
        {
            bool[] truths = Truths(mask);
            int[] points = [.. Enumerable.Range(0, grid.Points).Where(index => truths[index])];
            return points.Length > 0 ? SensorNetwork.OnGrid(grid, points) : throw new UserError("no sensor in the mask", $"{path}: {mask.Name}", "0 everywhere", "1, or true, where a sensor stands");
        }
        var (x, y, origin) = Places(data, grid);
        if (x.Length == 0) throw new UserError("no sensors", path, "0 rows", "at least 1");
        var (gridX, gridY) = PlaneFrame.Of(grid, x, y, origin, path).ToGrid(x, y);
        return SensorPlaces.Of(grid, gridX, gridY).Network;
    }

    /// <summary>A mask, <c>[Ny, Nx]</c>.</summary>
    public static bool[] ReadMask(string path, PlaneGrid grid)
    {
        using var data = DataFile.Open(path);
        return Truths(MaskOf(data, grid) ?? throw Unknown(data, grid, $"an array [{grid.Ny}, {grid.Nx}]"));
    }

    private static Variable? MaskOf(DataSet data, PlaneGrid grid)
    {
        Variable[] fitting = [.. data.Variables.Where(variable => IsNumber(variable) && variable.Rank == 2 && variable.Shape[0] == grid.Ny && variable.Shape[1] == grid.Nx)];
        return fitting.Length == 1 ? fitting[0] : fitting.FirstOrDefault(variable => MaskNames.Contains(variable.Name, StringComparer.OrdinalIgnoreCase));
    }

    private static (double[] X, double[] Y, (double? X, double? Y) Origin) Places(DataSet data, PlaneGrid grid)
    {
        if (data.TryGet("x", out var x) && data.TryGet("y", out var y) && IsNumber(x) && IsNumber(y) && x.Rank == 1 && y.Rank == 1 && x.Dimensions[0].Name == y.Dimensions[0].Name)
            return (Cf.Read(x), Cf.Read(y), (x.Attributes.Number("origin"), y.Attributes.Number("origin")));
        if (data.Variables is [{ Rank: 2 } pairs] && IsNumber(pairs) && pairs.Shape[1] == 2)
        {
            double[] values = Cf.Read(pairs);
            return ([.. values.Where((_, i) => i % 2 == 0)], [.. values.Where((_, i) => i % 2 == 1)], default);
        }
        throw Unknown(data, grid, $"a mask [{grid.Ny}, {grid.Nx}], or columns x and y");
    }

    private static bool[] Truths(Variable mask) => [.. Cf.Read(mask).Select(value => value != 0 && !double.IsNaN(value))];

    private static bool IsNumber(Variable variable) => variable.Type is not (ElementType.Text or ElementType.Char or ElementType.Other);

    private static UserError Unknown(DataSet data, PlaneGrid grid, string expected)
    {
        bool transposed = data.Variables.Any(variable => variable.Rank == 2 && variable.Shape[0] == grid.Nx && variable.Shape[1] == grid.Ny);
        string found = string.Join(", ", data.Variables.Take(20).Select(variable => $"{FormatError.Quote(variable.Name)} {variable.ShapeText}"));
        return new UserError("no sensors found in the file", data.Source, found.Length > 0 ? found : "no variables", expected, transposed ? "transpose the mask: y is the first dimension" : null);
    }
}
