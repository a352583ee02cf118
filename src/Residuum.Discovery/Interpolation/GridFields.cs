using System.Collections.Concurrent;
using Residuum.Discovery.Sensors;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Interpolation;

/// <summary>Fields that are known on the grid: between its points, and for derivatives, they are their trigonometric polynomials.</summary>
/// <param name="grid">The grid.</param>
/// <param name="values">The fields, <c>[fields, Ny * Nx]</c>.</param>
internal sealed class GridFields(PlaneGrid grid, double[] values) : IInterpolatedFields
{
    private const int PlacesAtOnce = 256;

    private readonly ConcurrentDictionary<(int, int), double[]> _derivatives = new();
    private readonly Lazy<(RealModes Modes, Matrix Coefficients)> _polynomials = new(() =>
    {
        var modes = RealModes.Of(grid);
        return (modes, modes.FromGrid(values));
    });

    /// <inheritdoc/>
    public double[] Values { get; } = values;

    /// <inheritdoc/>
    public double[] Derivative(int orderX, int orderY) => _derivatives.GetOrAdd((orderX, orderY), orders => grid.Derivative(Values, orders.Item1, orders.Item2));

    /// <inheritdoc/>
    public double[] At(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        int fields = Values.Length / grid.Points;
        var at = new double[fields * x.Length];
        if (PeriodicPlane.Indices(grid, x, y) is { } onGrid)
        {
            for (int field = 0; field < fields; field++)
            {
                for (int place = 0; place < onGrid.Length; place++) at[(field * onGrid.Length) + place] = Values[(field * grid.Points) + onGrid[place]];
            }
            return at;
        }
        var (modes, coefficients) = _polynomials.Value;
        for (int from = 0; from < x.Length; from += PlacesAtOnce)
        {
            int count = Math.Min(PlacesAtOnce, x.Length - from);
            Matrix part = Dense.Multiply(coefficients, modes.At(x.Slice(from, count).ToArray(), y.Slice(from, count).ToArray()), transposeB: true);
            for (int field = 0; field < fields; field++) part.Row(field).CopyTo(at.AsSpan((field * x.Length) + from));
        }
        return at;
    }
}
