using Residuum.Discovery.Sensors;
using Residuum.Numerics.Errors;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery.Interpolation;

/// <summary>Ridge regression with a network's tangent kernel: K_* (K + λ tr(K)/n)⁻¹, one Cholesky factor for all readings (medida-qg, Fast CPU route).</summary>
internal sealed class TangentOperator : ISensorOperator
{
    private readonly TrainedNetwork _network;
    private readonly NetworkPlane _plane;
    private readonly TangentFeatures _atSensors;
    private readonly Matrix _factor;

    public TangentOperator(TrainedNetwork network, NetworkPlane plane, ScaledPlaces sensors, double ridge)
    {
        (_network, _plane) = (network, plane);
        _atSensors = new TangentFeatures(network, sensors);
        _factor = _atSensors.LowerKernel();
        double trace = 0;
        for (int i = 0; i < _factor.Rows; i++) trace += _factor[i, i];
        for (int i = 0; i < _factor.Rows; i++) _factor[i, i] += ridge * trace / _factor.Rows;
        if (!Dense.TryCholesky(_factor))
            throw new UserError("the tangent kernel is lost in rounding", "ridge", $"{ridge}", "about 1e-12 or more", "raise the ridge");
    }

    /// <inheritdoc/>
    public IInterpolatedFields Apply(SensorValues readings, CancellationToken cancel)
    {
        var alpha = new Matrix(readings.Fields, readings.Sensors, (double[])readings.Values.Clone());
        Dense.CholeskySolve(_factor, alpha);
        var changes = new TangentWeights[alpha.Rows];
        for (int field = 0; field < changes.Length; field++)
        {
            cancel.ThrowIfCancellationRequested();
            changes[field] = _atSensors.Combine(alpha.Row(field));
        }
        return _plane.Fields(places => Values(changes, places), v => new NetworkGraph(_network).Tangent(v, changes));
    }

    private Matrix Values(TangentWeights[] changes, ScaledPlaces places)
    {
        var features = new TangentFeatures(_network, places);
        var values = new Matrix(changes.Length, places.Count);
        for (int field = 0; field < changes.Length; field++) features.Apply(changes[field], values.Row(field));
        return values;
    }
}
