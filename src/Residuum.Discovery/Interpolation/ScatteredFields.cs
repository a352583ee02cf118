using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Interpolation;

/// <summary>Fields that are known everywhere as sums over what a basis gives at a place; derivatives are spectral, from the grid.</summary>
/// <param name="grid">Grid.</param>
/// <param name="atPlaces">Fields, <c>[fields, places]</c>, at scaled places.</param>
internal sealed class ScatteredFields(PlaneGrid grid, Func<ScaledPlaces, Matrix> atPlaces) : IInterpolatedFields
{
    private readonly GridFields _onGrid = new(grid, atPlaces(ScaledPlaces.Grid(grid)).Values);

    /// <inheritdoc/>
    public double[] Values => _onGrid.Values;

    /// <inheritdoc/>
    public double[] At(ReadOnlySpan<double> x, ReadOnlySpan<double> y) => atPlaces(ScaledPlaces.Of(grid, x, y)).Values;

    /// <inheritdoc/>
    public double[] Derivative(int orderX, int orderY) => _onGrid.Derivative(orderX, orderY);
}
