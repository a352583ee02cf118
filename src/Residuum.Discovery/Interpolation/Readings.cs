using System.Numerics.Tensors;
using Residuum.Discovery.Sensors;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Interpolation;

/// <summary>What every interpolator does with readings.</summary>
internal static class Readings
{
    public static void Check(SensorNetwork sensors, SensorValues values)
    {
        ArgumentNullException.ThrowIfNull(sensors);
        ArgumentNullException.ThrowIfNull(values);
        if (values.Sensors != sensors.Count) throw new ArgumentException($"readings of {values.Sensors} sensors from a network of {sensors.Count}", nameof(values));
        int wrong = Array.FindIndex(values.Values, value => !double.IsFinite(value));
        if (wrong >= 0) throw new NonFiniteException($"the reading of sensor {wrong % values.Sensors} in snapshot {wrong / values.Sensors / values.Layers}, layer {(wrong / values.Sensors % values.Layers) + 1}");
    }

    /// <summary>First less second, such as the later less the earlier snapshots.</summary>
    public static SensorValues Less(SensorValues first, SensorValues second)
    {
        var difference = new SensorValues(first.Snapshots, first.Layers, first.Sensors);
        TensorPrimitives.Subtract(first.Values, second.Values, difference.Values);
        return difference;
    }
}
