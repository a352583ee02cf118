using System.Globalization;
using System.Numerics.Tensors;

namespace Residuum.Discovery.Sensors.Layered;

/// <summary>Leaves the sensors with spikes out of a pair; what depends on the places alone is kept from pair to pair.</summary>
/// <param name="places">All places.</param>
/// <param name="threshold">Robust standard deviations that make a spike.</param>
internal sealed class SpikeSearch(SensorNetwork places, double threshold)
{
    private const int MostSpikes = 20; // of a pair: more is no fault of a sensor

    private int[] _sensors = [];
    private SensorSpikes? _spikes;

    /// <summary>The pair without spikes, or what is wrong with the whole of it.</summary>
    /// <param name="pair">A pair, complete and finite.</param>
    /// <param name="notes">Told of each sensor that is left out.</param>
    public (ObservedPair Pair, string? Fault) Clean(ObservedPair pair, List<string> notes)
    {
        if (_spikes is null || !pair.Places.AsSpan().SequenceEqual(_sensors))
            (_sensors, _spikes) = (pair.Places, new SensorSpikes(pair.Places.Length == places.Count ? places : places.Subset(pair.Places), threshold));
        var bad = new SortedSet<int>();
        for (int layer = 0; layer < pair.Values.Layers; layer++)
        {
            double[] before = pair.Values.Field(0, layer).ToArray(), after = pair.Values.Field(1, layer).ToArray(), change = new double[before.Length];
            TensorPrimitives.Subtract(after, before, change);
            double largest = Math.Max(Largest(before), Largest(after));
            while (Worst(before, after, change, largest) is { } spike)
            {
                if (!bad.Add(spike.Sensor) || bad.Count > MostSpikes) return (pair, $"more than {MostSpikes} spikes, the worst in layer {layer + 1}");
                notes.Add(Text(pair, layer, spike));
                before[spike.Sensor] = after[spike.Sensor] = change[spike.Sensor] = double.NaN;
            }
        }
        return bad.Count == 0 ? (pair, null) : (pair.With([.. Enumerable.Range(0, pair.Places.Length).Where(i => !bad.Contains(i))]), null);
    }

    private (int Sensor, double Deviations)? Worst(double[] before, double[] after, double[] change, double largest) =>
        _spikes!.Worst(before, largest) ?? _spikes.Worst(after, largest) ?? _spikes.Worst(change, largest);

    private static double Largest(double[] readings) => Math.Abs(TensorPrimitives.MaxMagnitude<double>(readings));

    private string Text(ObservedPair pair, int layer, (int Sensor, double Deviations) spike)
    {
        int place = pair.Places[spike.Sensor];
        return string.Create(CultureInfo.InvariantCulture,
            $"pair {pair.Number}: a spike in layer {layer + 1} at ({places.X[place]:G4}, {places.Y[place]:G4}), {spike.Deviations:G3} standard deviations off its neighbours; the sensor was left out of this pair");
    }
}
