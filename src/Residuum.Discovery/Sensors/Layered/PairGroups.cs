namespace Residuum.Discovery.Sensors.Layered;

/// <summary>Gathers pairs that the same sensors read a same time apart.</summary>
internal static class PairGroups
{
    /// <summary>Groups in the order of their first pair.</summary>
    /// <param name="pairs">At least one.</param>
    /// <param name="places">All places.</param>
    public static IReadOnlyList<SensorGroup> Of(IReadOnlyList<ObservedPair> pairs, SensorNetwork places) =>
        [.. pairs.GroupBy(pair => pair, SameSensors.Comparer).Select(group => Gather([.. group], places))];

    private static SensorGroup Gather(ObservedPair[] pairs, SensorNetwork places)
    {
        var first = pairs[0];
        var values = new SensorValues(2 * pairs.Length, first.Values.Layers, first.Places.Length);
        int size = first.Values.Values.Length;
        for (int i = 0; i < pairs.Length; i++) pairs[i].Values.Values.CopyTo(values.Values.AsSpan(i * size));
        var sensors = first.Places.Length == places.Count ? places : places.Subset(first.Places);
        return new SensorGroup(sensors, values, first.Interval) { Times = [.. pairs.Select(pair => pair.Time)], Numbers = [.. pairs.Select(pair => pair.Number)] };
    }

    private sealed class SameSensors : IEqualityComparer<ObservedPair>
    {
        public static SameSensors Comparer { get; } = new();

        public bool Equals(ObservedPair? a, ObservedPair? b) => a!.Interval == b!.Interval && a.Places.AsSpan().SequenceEqual(b.Places);

        public int GetHashCode(ObservedPair pair)
        {
            var hash = default(HashCode);
            hash.Add(pair.Interval);
            foreach (int place in pair.Places) hash.Add(place);
            return hash.ToHashCode();
        }
    }
}
