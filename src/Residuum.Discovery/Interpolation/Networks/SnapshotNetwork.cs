using Residuum.Numerics.LinearAlgebra;
using static TorchSharp.torch;

namespace Residuum.Discovery.Interpolation;

/// <summary>A network that was trained on one snapshot, in the units of the readings.</summary>
/// <param name="Network">The network, of standardised fields.</param>
/// <param name="Means">Mean of each layer's readings.</param>
/// <param name="Deviations">Standard deviation of each layer's readings.</param>
internal sealed record SnapshotNetwork(TrainedNetwork Network, double[] Means, double[] Deviations)
{
    /// <summary>ψ of each layer, <c>[layers, places]</c>.</summary>
    public Matrix Values(ScaledPlaces places)
    {
        Matrix output = Network.Output(Network.Hidden(places));
        var values = new Matrix(output.Columns, output.Rows);
        for (int place = 0; place < output.Rows; place++)
        {
            for (int layer = 0; layer < output.Columns; layer++) values[layer, place] = Means[layer] + (Deviations[layer] * output[place, layer]);
        }
        return values;
    }

    /// <summary>ψ of each layer as torch's graph, <c>[places, layers]</c>.</summary>
    public Tensor Graph(Tensor places) => (new NetworkGraph(Network).Output(places) * tensor(Deviations)) + tensor(Means);
}
