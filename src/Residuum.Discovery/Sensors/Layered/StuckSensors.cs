namespace Residuum.Discovery.Sensors.Layered;

/// <summary>Finds sensors of which a layer reads the same number in every snapshot: broken ones, and land that was filled with a number.</summary>
internal static class StuckSensors
{
    private const int FewestSnapshots = 4;

    /// <summary>Places of stuck sensors.</summary>
    /// <param name="pairs">All pairs.</param>
    /// <param name="places">Number of all places.</param>
    public static HashSet<int> Of(IReadOnlyList<ObservedPair> pairs, int places)
    {
        var stuck = new HashSet<int>();
        for (int layer = 0; layer < (pairs.Count > 0 ? pairs[0].Values.Layers : 0); layer++)
        {
            var first = new double[places];
            var snapshots = new int[places];
            var changes = new bool[places];
            foreach (var pair in pairs)
            {
                for (int instant = 0; instant < 2; instant++) Visit(pair.Values.Field(instant, layer), pair.Places, first, snapshots, changes);
            }
            if (changes.Any(changed => changed)) stuck.UnionWith(Enumerable.Range(0, places).Where(place => snapshots[place] >= FewestSnapshots && !changes[place]));
        }
        return stuck;
    }

    private static void Visit(ReadOnlySpan<double> readings, int[] sensors, double[] first, int[] snapshots, bool[] changes)
    {
        for (int i = 0; i < readings.Length; i++)
        {
            int place = sensors[i];
            if (snapshots[place]++ == 0) first[place] = readings[i];
            else changes[place] |= readings[i] != first[place];
        }
    }
}
