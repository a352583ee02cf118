using System.Numerics.Tensors;
using Residuum.Discovery.Interpolation;
using Residuum.Discovery.Models;
using Residuum.Discovery.Sensors;
using Residuum.Numerics;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.TwoLayer;

/// <summary>Makes states and increments of what sensors observed (medida-qg, Algorithm 1 to 3).</summary>
/// <param name="forecast">The model, with what was found so far.</param>
/// <param name="interpolator">Fills the grid.</param>
/// <param name="innovations">Whether the innovation is filled, not the second state.</param>
/// <param name="seed">Seed of the interpolator.</param>
internal sealed class FlowPairs(TwoLayerForecast forecast, IFieldInterpolator interpolator, bool innovations, long seed)
{
    private TwoLayerModel Model => forecast.Model;

    private int Size => 2 * Model.Grid.Points;

    /// <summary>The pairs of a group.</summary>
    public IReadOnlyList<FlowPair> Of(SensorGroup group, IProgress<Progress>? progress, CancellationToken cancel)
    {
        if (!innovations)
        {
            double[] states = interpolator.Fit(group.Sensors, group.Values, seed, progress, cancel).Values;
            return [.. Enumerable.Range(0, group.Pairs).Select(pair => Pair(State(states, 2 * pair), State(states, (2 * pair) + 1), group.Interval, cancel))];
        }
        if (group.Sensors.GridIndices is null) throw Refused("sensors between grid points", "sensors on grid points");
        if (!interpolator.IsLinear) throw Refused($"the interpolator {interpolator.Name}", "a linear interpolator, such as polyharmonic:6");
        return Innovations(group, progress, cancel);
    }

    private FlowPair[] Innovations(SensorGroup group, IProgress<Progress>? progress, CancellationToken cancel)
    {
        var (starts, ends) = (Instants(group, 0), Instants(group, 1));
        var fields = interpolator.Fit(group.Sensors, starts, seed, progress, cancel);
        double[][] first = [.. Enumerable.Range(0, group.Pairs).Select(pair => State(fields.Values, pair))];
        double[][] predicted = [.. first.Select(start => forecast.Run(start, group.Interval, cancel))];
        for (int pair = 0; pair < group.Pairs; pair++) Subtract(predicted[pair], group.Sensors.GridIndices!, ends, pair);
        double[] filled = fields is ILinearFields linear ? linear.Differences(ends) : interpolator.Fit(group.Sensors, ends, seed, progress, cancel).Values;
        return [.. first.Select((start, pair) =>
        {
            double[] end = State(filled, pair);
            TensorPrimitives.Add<double>(end, predicted[pair], end);
            return Pair(start, end, predicted[pair], group.Interval);
        })];
    }

    private FlowPair Pair(double[] start, double[] end, double interval, CancellationToken cancel) => Pair(start, end, forecast.Run(start, interval, cancel), interval);

    private FlowPair Pair(double[] start, double[] end, double[] predicted, double interval)
    {
        var difference = new double[Size];
        TensorPrimitives.Subtract<double>(end, predicted, difference);
        double[] increment = Model.PotentialVorticity(difference);
        TensorPrimitives.Divide(increment, interval, increment);
        if (!TensorPrimitives.IsFiniteAll<double>(increment)) throw new NonFiniteException("the increments of a pair");
        return new FlowPair(start, end, predicted, increment, interval);
    }

    private double[] State(double[] fields, int snapshot) => fields.AsSpan(snapshot * Size, Size).ToArray();

    /// <summary>The readings of the first or the second instant of every pair, copied.</summary>
    private static SensorValues Instants(SensorGroup group, int instant) =>
        group.Values.At([.. Enumerable.Range(0, group.Pairs).Select(pair => (2 * pair) + instant)]);

    private void Subtract(double[] predicted, int[] places, SensorValues from, int pair)
    {
        for (int layer = 0; layer < from.Layers; layer++)
        {
            var readings = from.Field(pair, layer);
            for (int i = 0; i < readings.Length; i++) readings[i] -= predicted[(layer * Model.Grid.Points) + places[i]];
        }
    }

    private static UserError Refused(string found, string expected) =>
        new("innovations can not be filled", "method.fill", found, expected, "or take states");
}
