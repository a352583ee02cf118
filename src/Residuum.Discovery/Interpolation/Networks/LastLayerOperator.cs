using System.Numerics.Tensors;
using Residuum.Discovery.Sensors;
using Residuum.Numerics.Errors;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery.Interpolation;

/// <summary>The last layer of a network solved by least squares, for every field by itself (medida-qg, Fast CPU route).</summary>
/// <remarks>Normal equations with refinement: a tiny ridge keeps the factor, and each pass solves for what is left, so that the residual ends orthogonal to the
/// features and a second fit changes nothing.</remarks>
internal sealed class LastLayerOperator : ISensorOperator
{
    private const double Ridge = 1e-13;
    private const int Refinements = 6;

    private readonly TrainedNetwork _network;
    private readonly NetworkPlane _plane;
    private readonly Matrix _atSensors, _factor;

    public LastLayerOperator(TrainedNetwork network, NetworkPlane plane, ScaledPlaces sensors)
    {
        (_network, _plane) = (network, plane);
        _atSensors = Features(sensors);
        _factor = Dense.LowerGram(_atSensors);
        double trace = 0;
        for (int i = 0; i < _factor.Rows; i++) trace += _factor[i, i];
        for (int i = 0; i < _factor.Rows; i++) _factor[i, i] += Ridge * trace;
        if (!Dense.TryCholesky(_factor)) throw new UserError("the last layer's features are dependent", "width", $"{_factor.Rows - 1}", remedy: "take a narrower network");
    }

    /// <inheritdoc/>
    public IInterpolatedFields Apply(SensorValues readings, CancellationToken cancel)
    {
        Matrix weights = Solve(readings);
        return _plane.Fields(
            places => Dense.Multiply(weights, Features(places), transposeB: true),
            v => new NetworkGraph(_network).LastLayer(v, weights));
    }

    /// <summary>Weights of the features, the constant last, <c>[fields, width + 1]</c>.</summary>
    internal Matrix Solve(SensorValues readings)
    {
        var residual = new Matrix(readings.Fields, readings.Sensors, (double[])readings.Values.Clone());
        var weights = new Matrix(readings.Fields, _atSensors.Columns);
        for (int pass = 0; pass < Refinements; pass++)
        {
            Matrix change = Dense.Multiply(residual, _atSensors);
            Dense.CholeskySolve(_factor, change);
            TensorPrimitives.Add(weights.Values, change.Values, weights.Values);
            Matrix explained = Dense.Multiply(change, _atSensors, transposeB: true);
            TensorPrimitives.Subtract(residual.Values, explained.Values, residual.Values);
        }
        return weights;
    }

    /// <summary>What stands in front of the last layer, and a constant, <c>[places, width + 1]</c>.</summary>
    internal Matrix Features(ScaledPlaces places) => TrainedNetwork.WithOne(_network.Hidden(places)[^1]);
}
