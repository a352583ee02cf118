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
}
