using System.Globalization;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Observations;

/// <summary>A coordinate with equal spacing.</summary>
/// <param name="Origin">First value.</param>
/// <param name="Spacing">Distance of neighbours; above 0.</param>
/// <param name="Count">Number of values.</param>
internal readonly record struct UniformAxis(double Origin, double Spacing, int Count)
{
    private const double Tolerance = 1e-4; // of the spacing: float32 coordinates of long axes are that coarse

    /// <summary>Length of the periodic domain.</summary>
    public double Length => Spacing * Count;

    /// <summary>Reads a coordinate.</summary>
    /// <param name="values">Its values.</param>
    /// <param name="where">File and variable, for the message.</param>
    /// <exception cref="UserError">Too short, falling, or not equally spaced.</exception>
    public static UniformAxis Of(ReadOnlySpan<double> values, string where)
    {
        if (values.Length < 4) throw new UserError("too few grid points", where, $"{values.Length}", "at least 4");
        double spacing = (values[^1] - values[0]) / (values.Length - 1);
        if (!(spacing > 0) || !double.IsFinite(spacing))
            throw new UserError("the coordinate does not rise", where, Text($"{values[0]:G6} to {values[^1]:G6}"), remedy: "sort the file along it");
        for (int i = 0; i < values.Length; i++)
        {
            double expected = values[0] + (i * spacing);
            if (Math.Abs(values[i] - expected) <= Tolerance * spacing) continue;
            throw new UserError("the grid is not equally spaced", where, Text($"{values[i]:G8} at point {i}"), Text($"{expected:G8}"), "interpolate to an equally spaced periodic grid first");
        }
        return new UniformAxis(values[0], spacing, values.Length);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
