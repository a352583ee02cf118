using Residuum.Numerics.Errors;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Models;

/// <summary>Bottom topography R(x, y): Gaussian hills (medida-qg, Model-error cases: topography).</summary>
/// <remarks>The published script means 2σ² and divides y² by 4σ: with σ = 5 its hills are narrower along y, which is kept. Unlike there, the hills are
/// periodic, so that R makes no jump at the edges.</remarks>
public static class Topography
{
    private const double WidthX = 5;
    private static readonly double WidthY = Math.Sqrt(10);

    /// <summary>Centres of the hills.</summary>
    public static IReadOnlyList<(double X, double Y)> Places { get; } = [(0, 0), (-10, -5), (0, 20), (0, -20)];

    /// <summary>One hill of height 1, <c>[Ny, Nx]</c>.</summary>
    /// <param name="grid">Grid.</param>
    /// <param name="hill">Index of the hill.</param>
    public static double[] Hill(PlaneGrid grid, int hill)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var (x, y) = Places[hill];
        double[] alongX = [.. grid.X.Select(at => Periodic(at - x, grid.LengthX, WidthX))], alongY = [.. grid.Y.Select(at => Periodic(at - y, grid.LengthY, WidthY))];
        return [.. alongY.SelectMany(b => alongX.Select(a => a * b))];
    }

    /// <summary>R, <c>[Ny, Nx]</c>; zero where there are no hills.</summary>
    /// <param name="grid">Grid.</param>
    /// <param name="heights">Heights of the hills.</param>
    public static double[] Of(PlaneGrid grid, IReadOnlyList<double> heights)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(heights);
        var topography = new double[grid.Points];
        for (int hill = 0; hill < heights.Count; hill++)
            System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(Hill(grid, hill), heights[hill], topography, topography);
        return topography;
    }

    internal static IReadOnlyList<double> Check(IReadOnlyList<double> heights)
    {
        ArgumentNullException.ThrowIfNull(heights);
        return heights.Count <= Places.Count && heights.All(double.IsFinite)
            ? heights
            : throw new UserError("no heights of hills", "hills", string.Join(", ", heights), $"at most {Places.Count} finite numbers");
    }

    private static double Periodic(double distance, double length, double width) => Enumerable.Range(-2, 5)
        .Sum(image => Math.Exp(-Math.Pow(distance + (image * length), 2) / (2 * width * width)));
}
