using Residuum.Numerics.Errors;

namespace Residuum.Numerics.Statistics;

/// <summary>Mean and spread of a sample.</summary>
public static class Moments
{
    /// <summary>Arithmetic mean.</summary>
    /// <param name="sample">At least one value.</param>
    /// <exception cref="ArgumentException">The sample is empty.</exception>
    /// <exception cref="NonFiniteException">A value is NaN or infinite.</exception>
    public static double Mean(ReadOnlySpan<double> sample)
    {
        if (sample.IsEmpty) throw new ArgumentException("a mean needs at least one value", nameof(sample));
        double mean = PairwiseSum.Of(sample) / sample.Length;
        return double.IsFinite(mean) ? mean : throw new NonFiniteException($"the mean of {sample.Length} values");
    }

    /// <summary>Unbiased variance, divided by n - 1.</summary>
    /// <param name="sample">At least two values.</param>
    /// <exception cref="ArgumentException">Fewer than two values.</exception>
    /// <exception cref="NonFiniteException">A value is NaN or infinite.</exception>
    public static double Variance(ReadOnlySpan<double> sample)
    {
        if (sample.Length < 2) throw new ArgumentException($"a variance needs at least two values, not {sample.Length}", nameof(sample));
        double mean = Mean(sample);
        var squares = new double[sample.Length];
        for (int i = 0; i < squares.Length; i++) squares[i] = (sample[i] - mean) * (sample[i] - mean);
        return PairwiseSum.Of(squares) / (sample.Length - 1);
    }

    /// <summary>Square root of the unbiased variance.</summary>
    /// <param name="sample">At least two values.</param>
    public static double StandardDeviation(ReadOnlySpan<double> sample) => Math.Sqrt(Variance(sample));

    /// <summary>Standard error of the mean of independent values: standard deviation over the root of n.</summary>
    /// <param name="sample">At least two values.</param>
    public static double StandardError(ReadOnlySpan<double> sample) => Math.Sqrt(Variance(sample) / sample.Length);
}
