using Residuum.Neural.Layers;
using Residuum.Numerics.LinearAlgebra;
using static TorchSharp.torch;

namespace Residuum.Discovery.Interpolation;

/// <summary>A trained network as torch's graph in double precision, from which it takes derivatives along the places.</summary>
internal sealed class NetworkGraph
{
    private const int PlacesAtOnce = 1024;

    private readonly Tensor? _frequencies;
    private readonly Tensor[] _weights, _biases;

    public NetworkGraph(TrainedNetwork network)
    {
        _frequencies = network.Frequencies is null ? null : Of(network.Frequencies);
        _weights = [.. network.Weights.Select(Of)];
        _biases = [.. network.Biases.Select(bias => Initial.Of(bias, ScalarType.Float64, bias.Length))];
    }

    /// <summary>A derivative of functions of the places along the scaled axes, <c>[fields, places]</c>, by as many passes as its order.</summary>
    public static double[] Derivative(Func<Tensor, Tensor> graph, ScaledPlaces places, int orderX, int orderY)
    {
        double[]? result = null;
        for (int from = 0; from < places.Count; from += PlacesAtOnce)
        {
            using var scope = NewDisposeScope();
            var part = places.Slice(from, Math.Min(PlacesAtOnce, places.Count - from));
            var v = stack([tensor(part.X), tensor(part.Y)], dim: 1).requires_grad_();
            var fields = graph(v);
            int count = (int)fields.shape[1];
            result ??= new double[count * places.Count];
            for (int field = 0; field < count; field++)
                Derivative(fields.select(1, field), v, orderX, orderY).data<double>().CopyTo(result.AsSpan((field * places.Count) + from, part.Count));
        }
        return result ?? [];
    }

    /// <summary>What the network gives, <c>[places, outputs]</c>.</summary>
    public Tensor Output(Tensor places) => nn.functional.linear(Hidden(places)[^1], _weights[^1], _biases[^1]);

    /// <summary>Other last layers, <c>[fields, width + 1]</c> with the constant last, on the same hidden ones.</summary>
    public Tensor LastLayer(Tensor places, Matrix weights) => WithOne(Hidden(places)[^1]).matmul(Of(weights).T);

    /// <summary>What changes of the weights do to first order, <c>[places, fields]</c>: <see cref="TangentFeatures.Apply"/> as a graph.</summary>
    public Tensor Tangent(Tensor places, TangentWeights[] changes)
    {
        Tensor[] hidden = Hidden(places), deltas = Deltas(hidden);
        double scale = 1 / Math.Sqrt(_weights[^1].shape[0]);
        return stack([.. changes.Select(change =>
        {
            var sum = WithOne(hidden[^1]).matmul(Of(change.Layers[^1]).T).squeeze(1);
            for (int layer = 0; layer < deltas.Length; layer++)
                sum += scale * (WithOne(hidden[layer]).matmul(Of(change.Layers[layer]).T) * deltas[layer]).sum(dim: 1);
            return sum;
        })], dim: 1);
    }

    private Tensor[] Hidden(Tensor places)
    {
        var hidden = new Tensor[_weights.Length];
        var angles = _frequencies is null ? null : 2 * Math.PI * places.matmul(_frequencies.T);
        hidden[0] = angles is null ? places : cat([angles.cos(), angles.sin()], dim: 1);
        for (int layer = 0; layer < _weights.Length - 1; layer++) hidden[layer + 1] = nn.functional.linear(hidden[layer], _weights[layer], _biases[layer]).tanh();
        return hidden;
    }

    private Tensor[] Deltas(Tensor[] hidden)
    {
        var deltas = new Tensor[hidden.Length - 1];
        int outputs = (int)_weights[^1].shape[0];
        for (int layer = deltas.Length - 1; layer >= 0; layer--)
        {
            var slope = 1 - hidden[layer + 1].square();
            Tensor?[] behind = layer == deltas.Length - 1 ? new Tensor?[outputs] : [.. deltas[layer + 1].chunk(outputs, dim: 1).Select(delta => delta.matmul(_weights[layer + 1]))];
            deltas[layer] = cat([.. Enumerable.Range(0, outputs).Select(output => slope * (behind[output] ?? _weights[^1][output]))], dim: 1);
        }
        return deltas;
    }

    private static Tensor Derivative(Tensor field, Tensor places, int orderX, int orderY)
    {
        for (int order = 0; order < orderX + orderY; order++)
        {
            // Each place's field depends on that place alone, so that the gradient of the sum is each one's own.
            var gradient = autograd.grad([field.sum()], [places], retain_graph: true, create_graph: true)[0];
            field = gradient.select(1, order < orderX ? 0 : 1);
        }
        return field.detach().contiguous();
    }

    private static Tensor WithOne(Tensor hidden) => cat([hidden, ones(hidden.shape[0], 1, ScalarType.Float64)], dim: 1);

    private static Tensor Of(Matrix matrix) => Initial.Of(matrix.Values, ScalarType.Float64, matrix.Rows, matrix.Columns);
}
