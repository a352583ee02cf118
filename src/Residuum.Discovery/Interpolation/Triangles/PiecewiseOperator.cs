using Residuum.Discovery.Sensors;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Interpolation;

/// <summary>What a place takes from the sensors about it: piece by piece, as scipy's griddata; outside the hull the nearest reading.</summary>
internal abstract class PiecewiseOperator(SensorNetwork network) : ISensorOperator
{
    private readonly PlaneGrid _grid = network.Grid;

    protected ScaledPlaces Sensors { get; } = ScaledPlaces.Of(network.Grid, network.X, network.Y);

    /// <inheritdoc/>
    public IInterpolatedFields Apply(SensorValues readings, CancellationToken cancel)
    {
        var values = new Matrix(readings.Sensors, readings.Fields);
        for (int field = 0; field < readings.Fields; field++)
        {
            for (int i = 0; i < readings.Sensors; i++) values[i, field] = readings.Values[(field * readings.Sensors) + i];
        }
        PlaceValues atPlace = Prepare(values);
        var nearest = new NearestSensor(Sensors);
        return new ScatteredFields(_grid, places =>
        {
            var fields = new Matrix(values.Columns, places.Count);
            Parallel.For(0, places.Count, place =>
            {
                Span<double> found = stackalloc double[values.Columns];
                if (!atPlace(places.X[place], places.Y[place], found)) values.Row(nearest.Of(places.X[place], places.Y[place])).CopyTo(found);
                for (int field = 0; field < found.Length; field++) fields[field, place] = found[field];
            });
            return fields;
        });
    }

    /// <summary>Values of all fields at a place; false where the place belongs to no piece.</summary>
    protected delegate bool PlaceValues(double x, double y, Span<double> values);

    /// <summary>Pieces of values, <c>[sensors, fields]</c>.</summary>
    protected abstract PlaceValues Prepare(Matrix values);
}
