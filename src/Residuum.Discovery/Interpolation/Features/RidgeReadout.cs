using System.Numerics.Tensors;
using Residuum.Discovery.Sensors;
using Residuum.Numerics.Errors;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Interpolation;

/// <summary>Linear readout of random features by ridge regression on the readings less their mean.</summary>
internal sealed class RidgeReadout : ISensorOperator
{
    private const int PlacesAtOnce = 512;

    private readonly PlaneGrid _grid;
    private readonly RandomFeatures _features;
    private readonly Matrix _atSensors, _factor;

    public RidgeReadout(SensorNetwork sensors, RandomFeatures features, double ridge)
    {
        (_grid, _features) = (sensors.Grid, features);
        _atSensors = features.At(ScaledPlaces.Of(_grid, sensors.X, sensors.Y));
        _factor = Dense.LowerGram(_atSensors);
        double added = ridge * sensors.Count / 2; // the squares of a cosine and its sine sum to one
        for (int i = 0; i < _factor.Rows; i++) _factor[i, i] += added;
        if (!Dense.TryCholesky(_factor))
            throw new UserError("the ridge is lost in rounding", "rff-ridge", $"{ridge}", "a number of about 1e-13 or more", "raise --ridge");
    }

    /// <inheritdoc/>
    public IInterpolatedFields Apply(SensorValues readings, CancellationToken cancel)
    {
        var values = new Matrix(readings.Fields, readings.Sensors, (double[])readings.Values.Clone());
        var means = new double[values.Rows];
        for (int field = 0; field < values.Rows; field++)
        {
            means[field] = TensorPrimitives.Sum<double>(values.Row(field)) / values.Columns;
            TensorPrimitives.Subtract(values.Row(field), means[field], values.Row(field));
        }
        Matrix weights = Dense.Multiply(values, _atSensors);
        Dense.CholeskySolve(_factor, weights);
        return new FeatureFields(_grid, (places, orderX, orderY) => places.InParts(PlacesAtOnce, some => At(weights, means, some, orderX, orderY)).Values);
    }

    private Matrix At(Matrix weights, double[] means, ScaledPlaces places, int orderX, int orderY)
    {
        Matrix fields = Dense.Multiply(weights, _features.At(places, orderX, orderY), transposeB: true);
        if (orderX + orderY > 0) return fields;
        for (int field = 0; field < fields.Rows; field++) TensorPrimitives.Add(fields.Row(field), means[field], fields.Row(field));
        return fields;
    }
}
