namespace Residuum.Numerics.Statistics;

/// <summary>How much the values of a series, or of a field along its points, repeat each other.</summary>
public static class Autocorrelation
{
    /// <summary>Correlation at each lag, <c>[lags + 1]</c>; 1 at lag 0, and 0 after it for a constant series.</summary>
    /// <remarks>Every lag is divided by n, so that the sequence is positive definite.</remarks>
    /// <param name="series">At least two values.</param>
    /// <param name="lags">Largest lag, below the length.</param>
    public static double[] Of(ReadOnlySpan<double> series, int lags)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(lags, series.Length);
        var centred = new Centred(series);
        var correlation = new double[lags + 1];
        for (int lag = 0; lag <= lags; lag++) correlation[lag] = centred.Correlation(lag);
        return correlation;
    }

    /// <summary>Integrated correlation time τ = 1 + 2 Σ ρ, in steps; 1 for independent values.</summary>
    /// <remarks>The sum ends where a pair of neighbouring correlations is no longer positive
    /// (the initial positive sequence of Geyer, Stat. Sci. 7, 473 (1992)).</remarks>
    /// <param name="series">At least two values.</param>
    public static double Time(ReadOnlySpan<double> series)
    {
        var centred = new Centred(series);
        double sum = 0;
        for (int lag = 0; lag + 1 < series.Length; lag += 2)
        {
            double pair = centred.Correlation(lag) + centred.Correlation(lag + 1);
            if (pair <= 0) break;
            sum += pair;
        }
        return Math.Max((2 * sum) - 1, 1);
    }

    /// <summary>Independent values that carry as much about the mean as the series does: n / τ.</summary>
    /// <param name="series">At least two values.</param>
    public static double EffectiveSize(ReadOnlySpan<double> series) => series.Length / Time(series);

    // A series without its mean, and room for the products of one lag.
    private sealed class Centred
    {
        private readonly double[] _values, _products;
        private readonly double _square;

        public Centred(ReadOnlySpan<double> series)
        {
            double mean = Moments.Mean(series);
            (_values, _products) = (new double[series.Length], new double[series.Length]);
            for (int i = 0; i < _values.Length; i++) _values[i] = series[i] - mean;
            _square = Product(0);
        }

        public double Correlation(int lag) => lag == 0 ? 1 : _square > 0 ? Product(lag) / _square : 0;

        private double Product(int lag)
        {
            for (int i = lag; i < _values.Length; i++) _products[i - lag] = _values[i] * _values[i - lag];
            return PairwiseSum.Of(_products.AsSpan(0, _values.Length - lag));
        }
    }
}
