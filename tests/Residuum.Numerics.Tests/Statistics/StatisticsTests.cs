using CsCheck;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Random;
using Residuum.Numerics.Statistics;

namespace Residuum.Numerics.Tests.Statistics;

public sealed class StatisticsTests
{
    private static readonly Gen<double[]> Samples = Gen.Double[-1e3, 1e3].Array[2, 700];

    [Fact]
    public void A_pairwise_sum_is_as_exact_as_one_in_higher_precision() =>
        Samples.Sample(values =>
        {
            decimal exact = values.Sum(value => (decimal)value); // 28 digits
            return Math.Abs(PairwiseSum.Of(values) - (double)exact) <= 1e-12 * values.Sum(Math.Abs);
        });

    [Fact]
    public void A_pairwise_sum_loses_less_than_a_running_one()
    {
        double[] tenths = [.. Enumerable.Repeat(0.1, 10_000_000)];
        double running = 0;
        foreach (double value in tenths) running += value;
        Assert.True(Math.Abs(PairwiseSum.Of(tenths) - 1e6) < 1e-3 * Math.Abs(running - 1e6));
    }

    [Fact]
    public void A_shift_moves_the_mean_and_leaves_the_variance() =>
        Gen.Select(Samples, Gen.Double[-1e3, 1e3]).Sample((values, shift) =>
        {
            double[] moved = [.. values.Select(value => value + shift)];
            Assert.Equal(Moments.Mean(values) + shift, Moments.Mean(moved), 1e-9);
            Assert.Equal(Moments.Variance(values), Moments.Variance(moved), 1e-6 * (1 + Moments.Variance(values)));
        });

    [Fact]
    public void Moments_of_one_to_five_are_known()
    {
        Assert.Equal(3, Moments.Mean([1, 2, 3, 4, 5]));
        Assert.Equal(2.5, Moments.Variance([1, 2, 3, 4, 5]));
        Assert.Equal(Math.Sqrt(0.5), Moments.StandardError([1, 2, 3, 4, 5]), 1e-15);
    }

    [Fact]
    public void NaN_and_too_few_values_are_refused()
    {
        Assert.Throws<NonFiniteException>(() => Moments.Mean([1, double.NaN]));
        Assert.Throws<NonFiniteException>(() => Quantiles.Median([1, double.NaN, 2]));
        Assert.Throws<ArgumentException>(() => Moments.Mean([]));
        Assert.Throws<ArgumentException>(() => Moments.Variance([1]));
    }

    [Theory] // numpy.quantile([1, 2, 4, 8], q)
    [InlineData(0, 1)]
    [InlineData(0.25, 1.75)]
    [InlineData(0.5, 3)]
    [InlineData(0.9, 6.8)]
    [InlineData(1, 8)]
    public void Quantiles_are_those_of_numpy(double fraction, double expected) =>
        Assert.Equal(expected, Quantiles.Of([8, 1, 4, 2], fraction), 1e-12);

    [Fact]
    public void The_correlation_time_of_an_autoregression_is_the_known_one()
    {
        const double a = 0.8; // ρ at lag k is a^k, so τ = (1 + a) / (1 - a) = 9
        var stream = new RandomStream(5, "autoregression");
        var series = new double[20_000];
        for (int i = 1; i < series.Length; i++) series[i] = (a * series[i - 1]) + stream.Normal();
        Assert.InRange(Autocorrelation.Time(series), 7.5, 10.5);
        Assert.Equal(a * a, Autocorrelation.Of(series, 2)[2], 0.05);
    }

    [Fact]
    public void Independent_values_count_fully_and_a_constant_correlates_with_nothing()
    {
        var stream = new RandomStream(6, "independent");
        var series = new double[4000];
        stream.Normal(series);
        Assert.InRange(Autocorrelation.EffectiveSize(series), 3000, 4000);
        Assert.Equal([1, 0, 0], Autocorrelation.Of([7, 7, 7, 7], 2));
    }

    [Fact]
    public void A_bootstrap_leaves_out_every_third_value_and_repeats_itself()
    {
        int[] indices = Bootstrap.Indices(10_000, seed: 1, resample: 3);
        Assert.InRange(indices.Distinct().Count(), 6200, 6440); // 1 - 1/e
        Assert.All(indices, index => Assert.InRange(index, 0, 9_999));
        Assert.Equal(indices, Bootstrap.Indices(10_000, seed: 1, resample: 3));
        Assert.NotEqual(indices, Bootstrap.Indices(10_000, seed: 1, resample: 4));
    }
}
