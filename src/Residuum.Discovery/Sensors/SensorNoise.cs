using System.Numerics.Tensors;
using Residuum.Numerics.Random;

namespace Residuum.Discovery.Sensors;

/// <summary>White Gaussian noise of sensors.</summary>
public static class SensorNoise
{
    /// <summary>Standard deviation of each layer's readings about their mean over all snapshots and sensors, <c>[layers]</c>.</summary>
    /// <param name="values">Readings without noise.</param>
    public static double[] Deviations(SensorValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var deviations = new double[values.Layers];
        for (int layer = 0; layer < deviations.Length; layer++)
        {
            double[] readings = [.. Enumerable.Range(0, values.Snapshots).SelectMany(snapshot => values.Field(snapshot, layer).ToArray())];
            double mean = TensorPrimitives.Sum<double>(readings) / readings.Length;
            TensorPrimitives.Subtract(readings, mean, readings);
            deviations[layer] = Math.Sqrt(TensorPrimitives.SumOfSquares<double>(readings) / readings.Length);
        }
        return deviations;
    }

    /// <summary>Readings with independent noise on each; the same for the same seed and snapshot number, whatever the other snapshots are.</summary>
    /// <param name="values">Readings without noise.</param>
    /// <param name="deviations">Standard deviation of the noise of each layer, <c>[layers]</c>.</param>
    /// <param name="seed">Seed of the noise.</param>
    /// <param name="firstSnapshot">Number of the first snapshot in the whole experiment.</param>
    public static SensorValues Add(SensorValues values, IReadOnlyList<double> deviations, long seed, int firstSnapshot = 0)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(deviations);
        if (deviations.Count != values.Layers) throw new ArgumentException($"{deviations.Count} deviations for {values.Layers} layers", nameof(deviations));
        var noisy = new SensorValues(values.Snapshots, values.Layers, values.Sensors);
        for (int snapshot = 0; snapshot < values.Snapshots; snapshot++)
        {
            var random = new RandomStream(seed, "sensor noise", firstSnapshot + snapshot);
            for (int layer = 0; layer < values.Layers; layer++)
            {
                var readings = noisy.Field(snapshot, layer);
                random.Normal(readings);
                TensorPrimitives.MultiplyAdd(readings, deviations[layer], values.Field(snapshot, layer), readings);
            }
        }
        return noisy;
    }
}
