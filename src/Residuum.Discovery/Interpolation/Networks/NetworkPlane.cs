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
        ? new FeatureFields(Grid, (places, orderX, orderY) => orderX + orderY == 0 ? InParts(values, places).Values : NetworkGraph.Derivative(graph, places, orderX, orderY))
        : new ScatteredFields(Grid, places => InParts(values, places));

    /// <summary>So many places at once as keeps what the network computes of them small.</summary>
    private static Matrix InParts(Func<ScaledPlaces, Matrix> values, ScaledPlaces places)
    {
        if (places.Count <= PlacesAtOnce) return values(places);
        Matrix? all = null;
        for (int from = 0; from < places.Count; from += PlacesAtOnce)
        {
            Matrix part = values(places.Slice(from, Math.Min(PlacesAtOnce, places.Count - from)));
            all ??= new Matrix(part.Rows, places.Count);
            for (int field = 0; field < part.Rows; field++) part.Row(field).CopyTo(all.Row(field)[from..]);
        }
        return all!;
    }
}
