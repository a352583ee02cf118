namespace Residuum.Numerics.Statistics;

/// <summary>Sums whose bits depend on the values alone: not on threads, not on the width of the processor's vectors.</summary>
/// <remarks>Rounding grows with log n instead of n (Higham, SIAM J. Sci. Comput. 14, 783 (1993)).</remarks>
public static class PairwiseSum
{
    private const int Block = 128;

    /// <summary>Sum of all values.</summary>
    /// <param name="values">The values; none sums to 0.</param>
    public static double Of(ReadOnlySpan<double> values)
    {
        if (values.Length <= Block) return OfBlock(values);
        int half = (values.Length / 2 + Block - 1) / Block * Block; // whole blocks on the left
        return Of(values[..half]) + Of(values[half..]);
    }

    // Four chains, always the same four: the processor overlaps them.
    private static double OfBlock(ReadOnlySpan<double> values)
    {
        double a = 0, b = 0, c = 0, d = 0;
        int i = 0;
        for (; i + 4 <= values.Length; i += 4)
        {
            a += values[i];
            b += values[i + 1];
            c += values[i + 2];
            d += values[i + 3];
        }
        for (; i < values.Length; i++) a += values[i];
        return (a + b) + (c + d);
    }
}
