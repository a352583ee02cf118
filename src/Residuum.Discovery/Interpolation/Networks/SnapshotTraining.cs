using Residuum.Discovery.Sensors;
using Residuum.Neural.Layers;
using Residuum.Neural.Training;
using Residuum.Numerics;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Statistics;
using static TorchSharp.torch;

namespace Residuum.Discovery.Interpolation;

/// <summary>Trains networks on snapshots of the same sensors: each layer's readings standardised by their mean and standard deviation.</summary>
internal sealed class SnapshotTraining(SensorNetwork sensors, SensorValues values, NetworkOptions options)
{
    private readonly ScaledPlaces _places = ScaledPlaces.Of(sensors.Grid, sensors.X, sensors.Y);

    /// <summary>Trains a network on one snapshot.</summary>
    /// <param name="network">The network; its weights are changed.</param>
    /// <param name="snapshot">Snapshot.</param>
    /// <param name="rate">Part of the learning rate.</param>
    /// <param name="seed">Seed of the mini-batches.</param>
    /// <param name="progress">Told of the steps.</param>
    /// <param name="cancel">Stops between steps.</param>
    public SnapshotNetwork Train(FieldNetwork network, int snapshot, double rate, long seed, IProgress<Progress>? progress, CancellationToken cancel)
    {
        var (means, deviations) = Moments(snapshot);
        using var loss = new FieldLoss(sensors, Standardised(snapshot, means, deviations), values.Layers, deviations, options);
        using var inputs = Inputs(network);
        using var loop = new TrainingLoop(network, sensors.Count, batch => loss.Of(network.Stack.forward(batch.Of(inputs)), batch), options.Training(sensors.Count, rate), seed);
        loop.Run(progress, cancel);
        return new SnapshotNetwork(TrainedNetwork.Of(network), means, deviations);
    }

    /// <summary>Features of the sensors: they are fixed, so that they are computed once.</summary>
    private Tensor Inputs(FieldNetwork network)
    {
        Matrix inputs = TrainedNetwork.Of(network).Hidden(_places)[0];
        return Initial.Of(inputs.Values, ScalarType.Float32, inputs.Rows, inputs.Columns);
    }

    private (double[] Means, double[] Deviations) Moments(int snapshot)
    {
        double[] means = new double[values.Layers], deviations = new double[values.Layers];
        for (int layer = 0; layer < values.Layers; layer++)
        {
            double[] readings = values.Field(snapshot, layer).ToArray();
            double mean = means[layer] = PairwiseSum.Of(readings) / readings.Length;
            double variance = PairwiseSum.Of([.. readings.Select(reading => (reading - mean) * (reading - mean))]) / readings.Length;
            deviations[layer] = variance > 0 ? Math.Sqrt(variance) : 1;
        }
        return (means, deviations);
    }

    private double[] Standardised(int snapshot, double[] means, double[] deviations)
    {
        var standardised = new double[sensors.Count * values.Layers];
        for (int i = 0; i < standardised.Length; i++)
        {
            int layer = i % values.Layers;
            standardised[i] = (values.Field(snapshot, layer)[i / values.Layers] - means[layer]) / deviations[layer];
        }
        return standardised;
    }
}
