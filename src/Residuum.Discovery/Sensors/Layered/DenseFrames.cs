namespace Residuum.Discovery.Sensors.Layered;

/// <summary>Snapshots in arrays: one <c>[frames, layers, places]</c>, or one <c>[frames, places]</c> a layer.</summary>
/// <param name="places">The places in the order of the file.</param>
/// <param name="arrays">The values; missing ones NaN.</param>
/// <param name="layers">Number of layers.</param>
internal sealed class DenseFrames(SensorPlaces places, IReadOnlyList<double[]> arrays, int layers) : ILayeredFrames
{
    private readonly int[] _readers = Readers(places);

    public int Layers => layers;

    public SensorNetwork Places => places.Network;

    public void Fill(int frame, Span<double> readings)
    {
        int stored = places.Positions.Length, wanted = Places.Count;
        for (int layer = 0; layer < layers; layer++)
        {
            var source = arrays.Count == 1 ? arrays[0].AsSpan(((frame * layers) + layer) * stored, stored) : arrays[layer].AsSpan(frame * stored, stored);
            Scatter(source, readings.Slice(layer * wanted, wanted));
        }
    }

    /// <summary>Readings of one place by several sensors become their mean; one that is missing makes it missing.</summary>
    private void Scatter(ReadOnlySpan<double> source, Span<double> target)
    {
        if (places.Repeated == 0)
        {
            for (int i = 0; i < source.Length; i++) target[places.Positions[i]] = source[i];
            return;
        }
        target.Clear();
        for (int i = 0; i < source.Length; i++) target[places.Positions[i]] += source[i];
        for (int i = 0; i < target.Length; i++) target[i] /= _readers[i];
    }

    private static int[] Readers(SensorPlaces places)
    {
        var readers = new int[places.Network.Count];
        foreach (int position in places.Positions) readers[position]++;
        return readers;
    }
}
