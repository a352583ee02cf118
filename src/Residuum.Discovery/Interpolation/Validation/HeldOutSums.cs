using System.Numerics.Tensors;
using Residuum.Discovery.Sensors;

namespace Residuum.Discovery.Interpolation;

/// <summary>Sums of squares, per layer, over readings and what was interpolated there.</summary>
internal sealed class HeldOutSums
{
    private readonly double[] _states, _stateErrors, _changes, _changeErrors;
    private readonly int _snapshots;
    private int _places;

    public HeldOutSums(int layers, int snapshots)
    {
        (_states, _stateErrors, _changes, _changeErrors) = (new double[layers], new double[layers], new double[layers], new double[layers]);
        _snapshots = snapshots;
    }

    /// <summary>Mean squared error of a layer.</summary>
    public double Mean(int layer) => _places == 0 ? 0 : _stateErrors[layer] / _places / _snapshots;

    /// <summary>Mean square of a layer's readings.</summary>
    public double Square(int layer) => _places == 0 ? 0 : _states[layer] / _places / _snapshots;

    /// <summary>Relative error of the changes within pairs.</summary>
    public double ChangeError(int layer) => Math.Sqrt(_changeErrors[layer] / _changes[layer]);

    /// <summary>Adds the places of one fit.</summary>
    /// <param name="readings">What was read there.</param>
    /// <param name="found">What was interpolated, <c>[snapshots * layers, places]</c>.</param>
    public void Add(SensorValues readings, double[] found)
    {
        _places += readings.Sensors;
        for (int snapshot = 0; snapshot < readings.Snapshots; snapshot++)
        {
            for (int layer = 0; layer < readings.Layers; layer++)
            {
                var read = readings.Field(snapshot, layer);
                double[] error = Less(At(readings, found, snapshot, layer), read);
                _states[layer] += TensorPrimitives.SumOfSquares<double>(read);
                _stateErrors[layer] += TensorPrimitives.SumOfSquares<double>(error);
                if (snapshot % 2 == 0) continue;
                double[] before = Less(At(readings, found, snapshot - 1, layer), readings.Field(snapshot - 1, layer));
                _changes[layer] += TensorPrimitives.SumOfSquares<double>(Less(read, readings.Field(snapshot - 1, layer)));
                _changeErrors[layer] += TensorPrimitives.SumOfSquares<double>(Less(error, before));
            }
        }
    }

    private static ReadOnlySpan<double> At(SensorValues readings, double[] found, int snapshot, int layer) =>
        found.AsSpan(((snapshot * readings.Layers) + layer) * readings.Sensors, readings.Sensors);

    private static double[] Less(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var difference = new double[a.Length];
        TensorPrimitives.Subtract(a, b, difference);
        return difference;
    }
}
