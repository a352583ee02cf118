using System.Numerics.Tensors;
using Residuum.Discovery.Sensors;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery.Interpolation;

/// <summary>Fields that are known beforehand, one a layer: ψ̂ = a + K (ψ_obs - a).</summary>
/// <param name="Fields">The fields a, one a layer.</param>
/// <param name="AtSensors">a at the sensors, <c>[layers, sensors]</c>.</param>
internal sealed record Background(IInterpolatedFields Fields, Matrix AtSensors)
{
    /// <summary>Readings less the background.</summary>
    public SensorValues Subtract(SensorValues readings)
    {
        var anomalies = new SensorValues(readings.Snapshots, readings.Layers, readings.Sensors);
        for (int snapshot = 0; snapshot < readings.Snapshots; snapshot++)
        {
            for (int layer = 0; layer < readings.Layers; layer++)
                TensorPrimitives.Subtract<double>(readings.Field(snapshot, layer), AtSensors.Row(layer), anomalies.Field(snapshot, layer));
        }
        return anomalies;
    }
}
