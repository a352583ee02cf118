using Residuum.Numerics.Errors;

namespace Residuum.Numerics.Statistics;

/// <summary>Quantiles of a sample, with linear interpolation between order statistics.</summary>
/// <remarks>Definition 7 of Hyndman and Fan, Am. Stat. 50, 361 (1996): that of numpy and R by default.</remarks>
public static class Quantiles
{
    /// <summary>Middle value.</summary>
    /// <param name="sample">At least one value; left as it is.</param>
    public static double Median(ReadOnlySpan<double> sample) => Of(sample, 0.5);

    /// <summary>Value below which a fraction of the sample lies.</summary>
    /// <param name="sample">At least one value; left as it is.</param>
    /// <param name="fraction">0 (least value) to 1 (greatest).</param>
    /// <exception cref="ArgumentException">The sample is empty, or the fraction is outside.</exception>
    /// <exception cref="NonFiniteException">A value is NaN: it has no place in the order.</exception>
    public static double Of(ReadOnlySpan<double> sample, double fraction)
    {
        if (sample.IsEmpty) throw new ArgumentException("a quantile needs at least one value", nameof(sample));
        if (fraction is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "expected 0 to 1");
        double[] sorted = sample.ToArray();
        Array.Sort(sorted); // NaN first
        if (double.IsNaN(sorted[0])) throw new NonFiniteException($"the sample of {sorted.Length} values for a quantile");
        double place = fraction * (sorted.Length - 1);
        int below = (int)place;
        double low = sorted[below], high = sorted[Math.Min(below + 1, sorted.Length - 1)];
        return low == high ? low : low + ((place - below) * (high - low));
    }
}
