using System.Numerics.Tensors;
using Residuum.Numerics.Functions;
using Residuum.Numerics.LinearAlgebra;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace Residuum.Discovery.Interpolation;

/// <summary>A trained network in double precision: what it gives at places, and how that moves with every weight.</summary>
/// <remarks>Training in single precision is enough; the kernel matrix of its gradients in single precision is not positive definite.</remarks>
internal sealed class TrainedNetwork
{
    private readonly Matrix? _frequencies;
    private readonly Matrix[] _weights;
    private readonly double[][] _biases;

    private TrainedNetwork(Matrix? frequencies, Matrix[] weights, double[][] biases) => (_frequencies, _weights, _biases) = (frequencies, weights, biases);

    /// <summary>B, <c>[m, 2]</c>; null without Fourier features.</summary>
    public Matrix? Frequencies => _frequencies;

    /// <summary>W of each dense layer, <c>[outputs, inputs]</c>.</summary>
    public IReadOnlyList<Matrix> Weights => _weights;

    /// <summary>b of each dense layer.</summary>
    public IReadOnlyList<double[]> Biases => _biases;

    /// <summary>Numbers that it gives at a place.</summary>
    public int Outputs => _weights[^1].Rows;

    public static TrainedNetwork Of(FieldNetwork network)
    {
        using var scope = NewDisposeScope();
        var layers = network.Stack.Layers;
        return new TrainedNetwork(
            network.Features is null ? null : Copy(network.Features.Frequencies), [.. layers.Select(layer => Copy(layer.Weight))], [.. layers.Select(layer => Copy(layer.Bias).Values)]);
    }

    /// <summary>What stands behind each hidden layer, <c>[places, width]</c>; in front of them the features, or the places themselves.</summary>
    public Matrix[] Hidden(ScaledPlaces places)
    {
        var hidden = new Matrix[_weights.Length];
        hidden[0] = Inputs(places);
        for (int layer = 0; layer < _weights.Length - 1; layer++)
        {
            hidden[layer + 1] = Affine(hidden[layer], layer);
            Elementary.Tanh(hidden[layer + 1].Values, hidden[layer + 1].Values);
        }
        return hidden;
    }

    /// <summary>What the network gives, <c>[places, outputs]</c>.</summary>
    public Matrix Output(Matrix[] hidden) => Affine(hidden[^1], _weights.Length - 1);

    /// <summary>δ = ∂output/∂(what enters tanh) of each hidden layer, the outputs side by side, <c>[places, outputs * width]</c>.</summary>
    public Matrix[] Deltas(Matrix[] hidden)
    {
        var deltas = new Matrix[hidden.Length - 1];
        for (int layer = deltas.Length - 1; layer >= 0; layer--)
        {
            Matrix h = hidden[layer + 1], delta = deltas[layer] = new Matrix(h.Rows, Outputs * h.Columns);
            for (int output = 0; output < Outputs; output++)
            {
                Matrix? behind = layer == deltas.Length - 1 ? null : Dense.Multiply(Part(deltas[layer + 1], output), _weights[layer + 1]);
                for (int place = 0; place < h.Rows; place++)
                {
                    var target = delta.Row(place).Slice(output * h.Columns, h.Columns);
                    TensorPrimitives.Multiply(h.Row(place), h.Row(place), target);
                    TensorPrimitives.Subtract(1, target, target); // tanh' = 1 - tanh²
                    TensorPrimitives.Multiply(target, behind is null ? _weights[^1].Row(output) : behind.Row(place), target);
                }
            }
        }
        return deltas;
    }

    /// <summary>What enters a dense layer, and a 1 behind it that stands for the bias, <c>[places, width + 1]</c>.</summary>
    public static Matrix WithOne(Matrix hidden)
    {
        var extended = new Matrix(hidden.Rows, hidden.Columns + 1);
        for (int row = 0; row < hidden.Rows; row++)
        {
            hidden.Row(row).CopyTo(extended.Row(row));
            extended[row, hidden.Columns] = 1;
        }
        return extended;
    }

    private Matrix Inputs(ScaledPlaces places)
    {
        var inputs = new Matrix(places.Count, 2);
        for (int i = 0; i < places.Count; i++) (inputs[i, 0], inputs[i, 1]) = (places.X[i], places.Y[i]);
        if (_frequencies is null) return inputs;
        Matrix angles = Dense.Multiply(inputs, _frequencies, transposeB: true);
        TensorPrimitives.Multiply(angles.Values, 2 * Math.PI, angles.Values);
        var features = new Matrix(places.Count, 2 * angles.Columns);
        for (int i = 0; i < places.Count; i++)
        {
            Elementary.Cos(angles.Row(i), features.Row(i));
            Elementary.Sin(angles.Row(i), features.Row(i)[angles.Columns..]);
        }
        return features;
    }

    private Matrix Affine(Matrix inputs, int layer)
    {
        Matrix result = Dense.Multiply(inputs, _weights[layer], transposeB: true);
        for (int row = 0; row < result.Rows; row++) TensorPrimitives.Add(result.Row(row), _biases[layer], result.Row(row));
        return result;
    }

    /// <summary>The columns of one output.</summary>
    private Matrix Part(Matrix deltas, int output)
    {
        int width = deltas.Columns / Outputs;
        var part = new Matrix(deltas.Rows, width);
        for (int row = 0; row < part.Rows; row++) deltas.Row(row).Slice(output * width, width).CopyTo(part.Row(row));
        return part;
    }

    private static Matrix Copy(Tensor tensor)
    {
        double[] values = [.. tensor.detach().to(ScalarType.Float64).contiguous().data<double>()];
        int rows = tensor.shape.Length == 1 ? 1 : (int)tensor.shape[0];
        return new Matrix(rows, values.Length / rows, values);
    }
}
