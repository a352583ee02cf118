using System.Numerics.Tensors;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Interpolation;

/// <summary>Fields with exact derivatives everywhere.</summary>
/// <param name="grid">Grid.</param>
/// <param name="at">Fields or their derivatives along the scaled axes, <c>[fields, places]</c>.</param>
internal sealed class FeatureFields(PlaneGrid grid, Func<ScaledPlaces, int, int, double[]> at) : IInterpolatedFields
{
    /// <inheritdoc/>
    public double[] Values { get; } = at(ScaledPlaces.Grid(grid), 0, 0);

    /// <inheritdoc/>
    public double[] At(ReadOnlySpan<double> x, ReadOnlySpan<double> y) => at(ScaledPlaces.Of(grid, x, y), 0, 0);

    /// <inheritdoc/>
    public double[] Derivative(int orderX, int orderY)
    {
        double[] derivative = at(ScaledPlaces.Grid(grid), orderX, orderY);
        double scale = Math.Pow(2 * Math.PI / grid.LengthX, orderX) * Math.Pow(2 * Math.PI / grid.LengthY, orderY); // the chain rule
        TensorPrimitives.Multiply(derivative, scale, derivative);
        return derivative;
    }
}
