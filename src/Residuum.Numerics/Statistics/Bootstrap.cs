using Residuum.Numerics.Random;

namespace Residuum.Numerics.Statistics;

/// <summary>Resampling with replacement (Efron, Ann. Stat. 7, 1 (1979)).</summary>
public static class Bootstrap
{
    /// <summary>One resample: for each of n places the index of the value that stands there.</summary>
    /// <param name="size">Values in the sample, n.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="resample">Which resample, from 0: each has a stream of its own.</param>
    /// <returns>Indices 0 to n - 1, <c>[n]</c>.</returns>
    public static int[] Indices(int size, long seed, int resample)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        var stream = new RandomStream(seed, "bootstrap", resample);
        var indices = new int[size];
        foreach (ref int index in indices.AsSpan()) index = stream.Integer(size);
        return indices;
    }
}
