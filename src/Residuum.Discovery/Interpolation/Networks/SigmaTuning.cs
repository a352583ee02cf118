using System.Numerics.Tensors;
using Residuum.Discovery.Sensors;
using Residuum.Numerics;
using Residuum.Numerics.Random;

namespace Residuum.Discovery.Interpolation;

/// <summary>Chooses σ by sensors that are held out: first both axes alike, then each by itself (medida-qg, Interpolators).</summary>
internal static class SigmaTuning
{
    private const int HeldOutOf = 10;
    private static readonly double[] Candidates = [0.25, 0.35, 0.5, 0.7, 1];

    /// <summary>The options with the best σ found.</summary>
    public static RandomFourierOptions Tune(
        RandomFourierOptions options, SensorNetwork sensors, SensorValues values, long seed, IProgress<Progress>? progress, CancellationToken cancel)
    {
        int[] order = [.. Enumerable.Range(0, sensors.Count)];
        new RandomStream(seed, "held-out sensors").Shuffle<int>(order);
        int heldOut = Math.Max(1, sensors.Count / HeldOutOf);
        int[] judges = [.. order[..heldOut].Order()], kept = [.. order[heldOut..].Order()];
        var places = sensors.Subset(judges);
        var expected = values.Subset(judges);
        var errors = new Dictionary<(double, double), double>();

        var alike = Best(Candidates.Select(sigma => (sigma, sigma)));
        var alongX = Best(Candidates.Select(sigma => (sigma, alike.Y)));
        var best = Best(Candidates.Select(sigma => (alongX.X, sigma)));
        return options with { SigmaX = best.X, SigmaY = best.Y, TuneSigma = false };

        (double X, double Y) Best(IEnumerable<(double X, double Y)> sigmas) => sigmas.MinBy(Error);

        double Error((double X, double Y) sigma)
        {
            if (errors.TryGetValue(sigma, out double known)) return known;
            progress?.Report(new Progress(FormattableString.Invariant($"trying sigma {sigma.X}, {sigma.Y}"), double.NaN));
            var network = new RandomFourierNetwork(options with { SigmaX = sigma.X, SigmaY = sigma.Y, TuneSigma = false, KeepObserved = false, Weights = "" });
            double[] found = network.Fit(sensors.Subset(kept), values.Subset(kept), seed, null, cancel).At(places.X, places.Y);
            return errors[sigma] = TensorPrimitives.Distance<double>(found, expected.Values);
        }
    }
}
