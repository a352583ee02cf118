using Residuum.Discovery.Sensors;
using Residuum.Neural.Layers;
using Residuum.Neural.Weights;
using Residuum.Numerics;
using Residuum.Numerics.Errors;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Options;
using Residuum.Numerics.Random;

namespace Residuum.Discovery.Interpolation;

/// <summary>Interpolation by a network that is trained on what the sensors read.</summary>
/// <remarks>The linear readouts train on the first snapshot alone: ψ̂ = a + I (ψ_obs - a) with its network a and one operator I for all snapshots.</remarks>
public abstract class NetworkInterpolator : IFieldInterpolator
{
    private readonly NetworkOptions _options;

    private protected NetworkInterpolator(NetworkOptions options) => _options = options;

    /// <inheritdoc/>
    public string Name => $"{Kind}:{OptionName.Kebab(_options.Readout.ToString())}";

    /// <inheritdoc/>
    public bool IsLinear => _options.Readout != NetworkReadout.TwoNet;

    private protected abstract string Kind { get; }

    /// <inheritdoc/>
    /// <exception cref="NonFiniteException">A reading is not finite, or the training diverged.</exception>
    public virtual IInterpolatedFields Fit(SensorNetwork sensors, SensorValues values, long seed, IProgress<Progress>? progress = null, CancellationToken cancel = default)
    {
        Readings.Check(sensors, values);
        return _options.Readout == NetworkReadout.TwoNet ? OfEachSnapshot(sensors, values, seed, progress, cancel) : Linear(sensors, values, seed, progress, cancel);
    }

    /// <summary>Fourier features; null for none.</summary>
    private protected abstract RandomFourierFeatures? Features(long seed);

    private IInterpolatedFields Linear(SensorNetwork sensors, SensorValues values, long seed, IProgress<Progress>? progress, CancellationToken cancel)
    {
        using var network = Create(values.Layers, seed);
        var trained = new SnapshotTraining(sensors, values, _options).Train(network, 0, 1, seed, progress, cancel);
        Save([network]);
        progress?.Report(new Progress($"{Name}: solving for {sensors.Count} sensors", double.NaN));
        var plane = new NetworkPlane(sensors.Grid, _options.ExactDerivatives);
        var places = ScaledPlaces.Of(sensors.Grid, sensors.X, sensors.Y);
        ISensorOperator map = _options.Readout == NetworkReadout.Tangent
            ? new TangentOperator(trained.Network, plane, places, _options.Ridge)
            : new LastLayerOperator(trained.Network, plane, places);
        cancel.ThrowIfCancellationRequested();
        var background = new Background(plane.Fields(trained.Values, trained.Graph), trained.Values(places));
        var fields = new LinearFields(new Prior(map, background), values, cancel);
        bool keeps = _options.KeepObserved && _options.Readout == NetworkReadout.Tangent && !_options.ExactDerivatives;
        return keeps && sensors.GridIndices is { } indices ? UnionOfSensors.Keep(indices, sensors.Grid, values, fields) : fields;
    }

    private IInterpolatedFields OfEachSnapshot(SensorNetwork sensors, SensorValues values, long seed, IProgress<Progress>? progress, CancellationToken cancel)
    {
        var training = new SnapshotTraining(sensors, values, _options);
        var trained = new SnapshotNetwork[values.Snapshots];
        var networks = new FieldNetwork[values.Snapshots];
        try
        {
            for (int snapshot = 0; snapshot < trained.Length; snapshot++)
            {
                bool isWarm = snapshot % 2 == 1 && _options.WarmStart;
                long own = snapshot == 0 ? seed : new RandomStream(seed, "network of a snapshot", snapshot).Integer(int.MaxValue);
                networks[snapshot] = Create(values.Layers, isWarm ? seed : own);
                if (isWarm) networks[snapshot].load_state_dict(networks[snapshot - 1].state_dict());
                trained[snapshot] = training.Train(networks[snapshot], snapshot, isWarm ? _options.SecondRate : 1, own, progress, cancel);
            }
            Save(networks);
        }
        finally
        {
            foreach (var network in networks) network?.Dispose();
        }
        return new NetworkPlane(sensors.Grid, _options.ExactDerivatives).Fields(
            places => Stack(trained, places), v => TorchSharp.torch.cat([.. trained.Select(network => network.Graph(v))], 1));
    }

    private FieldNetwork Create(int layers, long seed) => FieldNetwork.Create(_options, Features(seed), layers, seed);

    private void Save(FieldNetwork[] networks)
    {
        if (_options.Weights.Length == 0) return;
        ModuleWeights.Save([.. networks.Select((network, snapshot) => ($"snapshot{snapshot}.", (TorchSharp.torch.nn.Module)network))], _options.Weights,
            new Dictionary<string, string> { ["interpolator"] = Name, ["activation"] = "tanh", ["inputs"] = "x and y, each scaled to [-pi, pi)", ["outputs"] = "psi of each layer less its mean over its standard deviation" });
    }

    private static Matrix Stack(SnapshotNetwork[] networks, ScaledPlaces places) =>
        new(networks.Length * networks[0].Network.Outputs, places.Count, [.. networks.SelectMany(network => network.Values(places).Values)]);
}
