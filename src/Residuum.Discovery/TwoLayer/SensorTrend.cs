using Residuum.Discovery.Sensors;
using Residuum.Numerics.Random;

namespace Residuum.Discovery.TwoLayer;

/// <summary>How the answer changes when half as many grid points again are missing: true terms hardly do, terms that the interpolator makes grow.</summary>
internal sealed class SensorTrend
{
    private const double MoreMissing = 1.5, LeastKept = 0.6;
    private const double Vanishing = 0.5;

    private readonly TwoLayerPasses _discovery, _fewer;
    private readonly double _missing, _moreMissing;

    public SensorTrend(TwoLayerPasses discovery, CancellationToken cancel)
    {
        _discovery = discovery;
        _missing = 1 - discovery.Ratio;
        double kept = Math.Max(LeastKept, (1 - (MoreMissing * _missing)) / discovery.Ratio);
        _fewer = discovery.With([.. discovery.Groups.Select((group, index) => Thinned(group, kept, index))]);
        _moreMissing = 1 - _fewer.Ratio;
        Fewer = _fewer.Run(progress: null, cancel);
    }

    /// <summary>The answer with fewer sensors.</summary>
    public TwoLayerResult Fewer { get; private set; }

    /// <summary>Part of the sensors that was left out.</summary>
    public double LeftOut => (_moreMissing - _missing) / _discovery.Ratio;

    /// <summary>Coefficient of a term with fewer sensors, before the gate.</summary>
    public double CoefficientOf(int layer, int term) => Fewer.Layers[layer].Ungated[term];

    /// <summary>Coefficient that a line through both answers gives with every grid point observed.</summary>
    public double CompleteOf(int layer, int term, double coefficient) =>
        coefficient - ((CoefficientOf(layer, term) - coefficient) * _missing / (_moreMissing - _missing));

    /// <summary>Whether a term grows as sensors are taken away, so that with all of them little or nothing of it would be left.</summary>
    public bool IsInvented(int layer, int term, double coefficient) =>
        CoefficientOf(layer, term) * coefficient > 0 && CompleteOf(layer, term, coefficient) * Math.Sign(coefficient) < Vanishing * Math.Abs(coefficient);

    /// <summary>Takes terms out here too, so that like is compared with like.</summary>
    public void Exclude(int layer, IEnumerable<int> terms, CancellationToken cancel) => Fewer = _fewer.Without(Fewer, layer, terms, cancel);

    /// <summary>Relative change of a layer's increments inside the cut.</summary>
    public double ChangeOfIncrements(TwoLayerResult result, int layer)
    {
        double change = 0, size = 0;
        int points = result.Model.Grid.Points;
        foreach (var (a, b) in result.Pairs.Zip(Fewer.Pairs))
        {
            double[] own = a.Increment.AsSpan(layer * points, points).ToArray();
            double[] difference = [.. own.Zip(b.Increment.Skip(layer * points), (x, y) => x - y)];
            change += Math.Pow(_discovery.Equations.SizeInside(difference), 2);
            size += Math.Pow(_discovery.Equations.SizeInside(own), 2);
        }
        return size == 0 ? 0 : Math.Sqrt(change / size);
    }

    private SensorGroup Thinned(SensorGroup group, double kept, int index)
    {
        var random = new RandomStream(_discovery.Options.Seed, "sensors left out", index);
        int[] sensors = [.. Enumerable.Range(0, group.Sensors.Count).Where(_ => random.Uniform() < kept)];
        return group.Subset(sensors);
    }
}
