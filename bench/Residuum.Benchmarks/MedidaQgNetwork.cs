using Residuum.Data.Npy;
using Residuum.Discovery.Interpolation;
using Residuum.Discovery.Models;
using Residuum.Discovery.Sensors;
using Residuum.Neural.Layers;
using Residuum.Numerics.Random;
using static TorchSharp.torch;

namespace Residuum.Benchmarks;

/// <summary>The network of MEDIDA on two-layer turbulence: one pair of snapshots of two layers, 64 x 96 points, nine in ten of them observed.</summary>
public sealed class MedidaQgNetwork : IComparisonSuite
{
    private const int Fields = 4, Seed = 0;
    private static readonly RandomFourierOptions Options = new();
    private readonly SensorNetwork _sensors;
    private readonly SensorValues _readings;
    private readonly int _probe;

    /// <summary>Draws the input.</summary>
    public MedidaQgNetwork()
    {
        var model = TurbulentStates.Model;
        double[] before = TurbulentStates.All[0], after = model.StreamFunction(model.EulerStep(model.PotentialVorticity(before)));
        int[] places = [.. Enumerable.Range(0, model.Grid.Points)];
        new RandomStream(Seed, "mask").Shuffle<int>(places);
        int count = 9 * places.Length / 10;
        _sensors = SensorNetwork.OnGrid(model.Grid, places[..count]);
        _probe = places[count..].MinBy(place => Math.Abs(place - ((model.Grid.Points + model.Grid.Nx) / 2))); // not observed, in the middle
        double[] flow = [.. before, .. after];
        _readings = new SensorValues(2, 2, count);
        for (int i = 0; i < _readings.Values.Length; i++) _readings.Values[i] = flow[(i / count * model.Grid.Points) + _sensors.GridIndices![i % count]];
    }

    /// <inheritdoc/>
    public void Write(string folder)
    {
        int count = _sensors.Count;
        double[] observed = [.. _sensors.GridIndices!.Select(i => (double)i)], probe = [_probe];
        NpyWriter.Write(Path.Combine(folder, "network-readings.npy"), _readings.Values, Fields, count);
        NpyWriter.Write(Path.Combine(folder, "network-observed.npy"), observed, count);
        NpyWriter.Write(Path.Combine(folder, "network-probe.npy"), probe, 1);
        NpyWriter.Write(Path.Combine(folder, "network-batches.npy"), Batches(count), Options.Iterations, Options.BatchSize);
        using var features = new RandomFourierFeatures(Options.Frequencies, [Options.SigmaX, Options.SigmaY], Seed);
        using var network = new DenseStack([2 * Options.Frequencies, .. Enumerable.Repeat(Options.Width, Options.HiddenLayers), 2], Activation.Tanh, Seed);
        Write(folder, "network-frequencies", features.Frequencies);
        foreach (var (layer, i) in network.Layers.Select((layer, i) => (layer, i)))
        {
            Write(folder, $"network-weight{i}", layer.Weight);
            Write(folder, $"network-bias{i}", layer.Bias);
        }
    }

    /// <inheritdoc/>
    public IEnumerable<Comparison> Comparisons()
    {
        double sensors = _sensors.Count;
        var interpolator = new RandomFourierNetwork(Options);
        yield return new Comparison(
            "discover/medida-qg/rff-tangent", $"{Options.Iterations} training steps of a network and its tangent readout at {sensors:n0} sensors, {Fields} fields",
            ("network.py", "rff-tangent"), () => interpolator.Fit(_sensors, _readings, Seed).Values[_probe], 1, Floor, Bar: 1.2)
        {
            Pairs = 3,
            Agreement = 3e-4, // training in single precision goes apart; the readout brings both back to the flow
            Limit = "products of training in single precision, half the kernel's and a Cholesky factor in double, at the speed of a matrix product",
        };
    }

    /// <summary>The batches that the training draws.</summary>
    private static double[] Batches(int samples)
    {
        int perPass = samples / Options.BatchSize;
        var batches = new List<double>();
        for (int pass = 0; batches.Count < Options.Iterations * Options.BatchSize; pass++)
        {
            long[] order = [.. Enumerable.Range(0, samples).Select(i => (long)i)];
            new RandomStream(Seed, "mini-batches", pass).Shuffle<long>(order);
            batches.AddRange(order.Take(perPass * Options.BatchSize).Select(row => (double)row));
        }
        return [.. batches.Take(Options.Iterations * Options.BatchSize)];
    }

    private double Floor(Machine machine)
    {
        double n = _sensors.Count, w = Options.Width, inputs = 2.0 * Options.Frequencies, hidden = Options.HiddenLayers;
        double weights = (inputs * w) + ((hidden - 1) * w * w) + (2 * w);
        double training = 6 * weights * Options.BatchSize * Options.Iterations / 2; // forward and twice as much backward; single precision is twice as fast
        double kernel = n * n * (inputs + (hidden * w) + (2 * hidden * w));
        return (training + kernel + (n * n * n / 3)) / machine.Flops;
    }

    private static void Write(string folder, string name, Tensor tensor)
    {
        using var scope = NewDisposeScope();
        NpyWriter.Write(Path.Combine(folder, name + ".npy"), tensor.detach().contiguous().data<float>().ToArray(), tensor.shape);
    }
}
