using System.Numerics.Tensors;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery.Interpolation;

/// <summary>Gradients of a network's outputs by all its weights, at places, as the factors that they are products of.</summary>
/// <remarks>The kernel K(x, x') = Σ_layers (h·h' + 1)(½ Σ_o δ_o·δ_o') of the card, for two outputs; 1/outputs in general. It is the mean over the outputs of
/// J_o(x)·J_o(x'), the tangent kernel of each output by itself: what couples two outputs (o ≠ o') is left out, so that every field, whatever its layer, has the
/// same kernel. For the last layer δ_o is the unit vector, hence its factor 1.</remarks>
internal sealed class TangentFeatures
{
    private readonly Matrix[] _inputs, _deltas;

    public TangentFeatures(TrainedNetwork network, ScaledPlaces places)
    {
        Matrix[] hidden = network.Hidden(places);
        _deltas = network.Deltas(hidden);
        Output = network.Output(hidden);
        _inputs = [.. hidden.Select(TrainedNetwork.WithOne)];
        double scale = 1 / Math.Sqrt(network.Outputs);
        foreach (var delta in _deltas) TensorPrimitives.Multiply(delta.Values, scale, delta.Values);
    }

    /// <summary>What the network itself gives, <c>[places, outputs]</c>.</summary>
    public Matrix Output { get; }

    /// <summary>The lower triangle of K among the places.</summary>
    public Matrix LowerKernel() =>
        GramProduct.LowerSum([.. _deltas.Select((delta, layer) => new GramProduct(_inputs[layer], delta)), new GramProduct(_inputs[^1], null)]);

    /// <summary>Σ_j α_j J(x_j): a change of the weights, for each output by itself.</summary>
    /// <param name="alpha">α, one number a place.</param>
    public TangentWeights Combine(ReadOnlySpan<double> alpha)
    {
        var weights = new Matrix[_inputs.Length];
        for (int layer = 0; layer < _deltas.Length; layer++)
        {
            Matrix scaled = _deltas[layer].Copy();
            for (int place = 0; place < alpha.Length; place++) TensorPrimitives.Multiply(scaled.Row(place), alpha[place], scaled.Row(place));
            weights[layer] = Dense.Multiply(scaled, _inputs[layer], transposeA: true);
        }
        weights[^1] = Dense.Multiply(new Matrix(1, alpha.Length, alpha.ToArray()), _inputs[^1]);
        return new TangentWeights(weights);
    }

    /// <summary>J(x)·w at the places: what a change of the weights does to first order.</summary>
    /// <param name="change">w.</param>
    /// <param name="values">Result, one number a place.</param>
    public void Apply(TangentWeights change, Span<double> values)
    {
        values.Clear();
        for (int layer = 0; layer < _deltas.Length; layer++)
        {
            Matrix moved = Dense.Multiply(_inputs[layer], change.Layers[layer], transposeB: true);
            for (int place = 0; place < values.Length; place++) values[place] += TensorPrimitives.Dot<double>(moved.Row(place), _deltas[layer].Row(place));
        }
        for (int place = 0; place < values.Length; place++) values[place] += TensorPrimitives.Dot<double>(_inputs[^1].Row(place), change.Layers[^1].Row(0));
    }
}

/// <summary>A direction in the space of all weights, for each output by itself.</summary>
/// <param name="Layers">Of each hidden layer <c>[outputs * width, inputs + 1]</c>, the bias last; of the last layer <c>[1, width + 1]</c>.</param>
internal sealed record TangentWeights(Matrix[] Layers);
