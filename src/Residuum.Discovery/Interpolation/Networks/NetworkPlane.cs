using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Transforms;
using static TorchSharp.torch;

namespace Residuum.Discovery.Interpolation;

/// <summary>Fields of functions of the scaled places: with derivatives of the functions themselves, or spectral ones of their values on the grid.</summary>
/// <param name="Grid">Grid.</param>
/// <param name="ExactDerivatives">Whether derivatives are those of the functions.</param>
internal sealed record NetworkPlane(PlaneGrid Grid, bool ExactDerivatives)
{
    private const int PlacesAtOnce = 1024;

    /// <summary>Fields.</summary>
    /// <param name="values">The functions, <c>[fields, places]</c>.</param>
    /// <param name="graph">The same in torch, which takes their derivatives: of places <c>[places, 2]</c>, <c>[places, fields]</c>.</param>
    public IInterpolatedFields Fields(Func<ScaledPlaces, Matrix> values, Func<Tensor, Tensor> graph) => ExactDerivatives
        ? new FeatureFields(Grid, (places, orderX, orderY) => orderX + orderY == 0 ? places.InParts(PlacesAtOnce, values).Values : NetworkGraph.Derivative(graph, places, orderX, orderY))
        : new ScatteredFields(Grid, places => places.InParts(PlacesAtOnce, values));
}
