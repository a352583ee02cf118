using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Interpolation;

/// <summary>Places in the coordinates of the published code: both axes scaled to [-π, π), end point left out.</summary>
/// <param name="X">Scaled x.</param>
/// <param name="Y">Scaled y.</param>
internal sealed record ScaledPlaces(double[] X, double[] Y)
{
    public int Count => X.Length;

    public static ScaledPlaces Of(PlaneGrid grid, ReadOnlySpan<double> x, ReadOnlySpan<double> y) => new(Scaled(x, grid.LengthX), Scaled(y, grid.LengthY));

    /// <summary>All points of a grid, x fastest.</summary>
    public static ScaledPlaces Grid(PlaneGrid grid)
    {
        double[] x = new double[grid.Points], y = new double[grid.Points];
        for (int i = 0; i < x.Length; i++) (x[i], y[i]) = (grid.X[i % grid.Nx], grid.Y[i / grid.Nx]);
        return Of(grid, x, y);
    }

    /// <summary>Some of the places, from one on.</summary>
    public ScaledPlaces Slice(int from, int count) => new(X[from..(from + count)], Y[from..(from + count)]);

    /// <summary>What is made of the places, so many at once as keeps the work in between small.</summary>
    /// <param name="most">Most places at once.</param>
    /// <param name="values">Fields, <c>[fields, places]</c>, of some of the places.</param>
    public Matrix InParts(int most, Func<ScaledPlaces, Matrix> values)
    {
        if (Count <= most) return values(this);
        Matrix? all = null;
        for (int from = 0; from < Count; from += most)
        {
            Matrix part = values(Slice(from, Math.Min(most, Count - from)));
            all ??= new Matrix(part.Rows, Count);
            for (int field = 0; field < part.Rows; field++) part.Row(field).CopyTo(all.Row(field)[from..]);
        }
        return all!;
    }

    private static double[] Scaled(ReadOnlySpan<double> values, double length)
    {
        var scaled = new double[values.Length];
        for (int i = 0; i < scaled.Length; i++) scaled[i] = 2 * Math.PI * (values[i] / length);
        return scaled;
    }
}
