using Residuum.Distribution.Compressors;
using Residuum.Numerics.Errors;

namespace Residuum.Distribution.Tests.Compressors;

/// <summary>Each compressor keeps what it declares.</summary>
public sealed class ConstantTests
{
    private const int Draws = 300;

    public static TheoryData<string> Texts => [.. CompressorCases.Texts];

    public static TheoryData<string> Unbiased => [.. CompressorCases.Texts.Where(text => CompressorCases.Create(text).Class == CompressorClass.Unbiased)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void The_declared_constant_bounds_the_loss(string text)
    {
        var compressor = CompressorCases.Create(text, ValuePrecision.Double);
        double constant = compressor.Constant(CompressorCases.Length);
        if (compressor.Class == CompressorClass.Absolute)
        {
            Assert.Equal(double.NaN, constant);
            return;
        }
        if (double.IsNaN(constant)) return;
        double bound = compressor.Class == CompressorClass.Unbiased ? constant : 1 - constant;
        foreach (double[] vector in CompressorCases.Vectors())
        {
            var (mean, error) = MeanLoss(compressor, vector);
            // A mean of draws may lie above: four standard errors, once in 30,000.
            Assert.True(mean <= bound + (4 * error) + 1e-13, $"{text}: lost {mean} ± {error}, declared {bound}");
        }
    }

    [Theory]
    [MemberData(nameof(Unbiased))]
    public void Unbiased_messages_have_the_vector_as_mean(string text)
    {
        var compressor = CompressorCases.Create(text, ValuePrecision.Double);
        double[] vector = [.. CompressorCases.Vectors().First().Select(value => value * 0.7)];
        double[] sum = new double[vector.Length], squares = new double[vector.Length];
        var message = new Message();
        for (int round = 0; round < 2_000; round++)
        {
            compressor.Compress(vector, new Draw(2, round, 0), message);
            double[] sent = CompressorCases.Dense(message);
            for (int i = 0; i < sent.Length; i++) (sum[i], squares[i]) = (sum[i] + sent[i], squares[i] + (sent[i] * sent[i]));
        }
        double z = 0;
        for (int i = 0; i < vector.Length; i++)
        {
            // The largest number of TernGrad is dropped once in 10^8 draws, too seldom for a variance to be seen.
            double mean = sum[i] / 2_000, variance = Math.Max(1e-9, (squares[i] / 2_000) - (mean * mean));
            z += (mean - vector[i]) * (mean - vector[i]) * 2_000 / variance;
        }
        // A sum of 123 squared standard normals: mean 123, standard deviation 16.
        Assert.InRange(z, 0, 123 + (5 * 16));
    }

    [Theory]
    [InlineData("natural", 1 / 8.0, 4 / 3.0)]
    [InlineData("natural", 1 / 8.0, -4 / 3.0 * 1024)]
    [InlineData("natural:nearest", 1 / 9.0, 1.5)]
    [InlineData("natural:floor", 1 / 4.0, 1.9999999)]
    public void Natural_constants_are_attained(string text, double loss, double value)
    {
        var compressor = CompressorCases.Create(text);
        double[] vector = new double[100_000];
        Array.Fill(vector, value);
        var message = new Message();
        compressor.Compress(vector, CompressorCases.Draw, message);
        Assert.Equal(loss, 1 - CompressionLoss.Measure(vector, message), 2e-3);
    }

    [Fact]
    public void Natural_keeps_powers_of_2_and_the_range_of_single_precision()
    {
        double[] given = [1, -2, 0.125, 0, Math.ScaleB(1, -126), Math.ScaleB(1.9, -127), 1e-310, Math.ScaleB(1.999, 127), -1e300, Math.ScaleB(1, 127)];
        double[] expected = [1, -2, 0.125, 0, Math.ScaleB(1, -126), 0, 0, Math.ScaleB(1, 127), -Math.ScaleB(1, 127), Math.ScaleB(1, 127)];
        for (int round = 0; round < 50; round++)
        {
            var message = new Message();
            new Natural().Compress(given, new Draw(1, round, 0), message);
            Assert.Equal(expected, message.Values.ToArray());
        }
    }

    [Fact]
    public void Topk_of_equal_magnitudes_and_terngrad_at_its_worst_attain_theirs()
    {
        double[] constant = [.. Enumerable.Repeat(0.1, CompressorCases.Length)];
        var message = new Message();
        CompressorCases.Create("topk:12", ValuePrecision.Double).Compress(constant, CompressorCases.Draw, message);
        Assert.Equal(12 / 123.0, CompressionLoss.Measure(constant, message), 1e-12);

        var compressor = new TernGrad();
        var (mean, error) = MeanLoss(compressor, CompressorCases.Vectors().Last());
        Assert.InRange(mean, compressor.Constant(123) - (4 * error), compressor.Constant(123) + (4 * error));
    }

    [Fact]
    public void One_bit_loses_no_more_than_the_scaled_sign()
    {
        Message sign = new(), means = new();
        foreach (double[] vector in CompressorCases.Vectors(20))
        {
            CompressorCases.Create("sign", ValuePrecision.Double).Compress(vector, CompressorCases.Draw, sign);
            CompressorCases.Create("onebit", ValuePrecision.Double).Compress(vector, CompressorCases.Draw, means);
            double alpha = CompressionLoss.Measure(vector, sign), norm1 = vector.Sum(Math.Abs), norm2 = vector.Sum(value => value * value);
            Assert.True(CompressionLoss.Measure(vector, means) >= alpha - 1e-12);
            if (norm2 > 0) Assert.Equal(norm1 * norm1 / (norm2 * vector.Length), alpha, 1e-12);
            if (norm2 == 0) Assert.True(double.IsPositive(sign.Values[0]));
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Homogeneous_ones_scale_with_the_vector(string text)
    {
        var compressor = CompressorCases.Create(text, ValuePrecision.Double);
        bool isHomogeneous = true;
        foreach (double[] vector in CompressorCases.Vectors(2).Take(4))
        {
            double[] scaled = [.. vector.Select(value => 3 * value)];
            double[] of = CompressorCases.Dense(CompressorCases.Sent(compressor, vector, CompressorCases.Draw).Message);
            double[] ofScaled = CompressorCases.Dense(CompressorCases.Sent(compressor, scaled, CompressorCases.Draw).Message);
            for (int i = 0; i < of.Length; i++) isHomogeneous &= Math.Abs(ofScaled[i] - (3 * of[i])) <= 1e-6 * Math.Abs(ofScaled[i]);
        }
        Assert.Equal(isHomogeneous, compressor.IsHomogeneous);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Only_random_ones_change_with_the_draw(string text)
    {
        var compressor = CompressorCases.Create(text);
        double[] vector = CompressorCases.Vectors().First();
        double[] first = CompressorCases.Dense(CompressorCases.Sent(compressor, vector, new Draw(1, 1, 0)).Message);
        double[] second = CompressorCases.Dense(CompressorCases.Sent(compressor, vector, new Draw(1, 2, 0)).Message);
        Assert.Equal(compressor.IsDeterministic, first.SequenceEqual(second));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Numbers_that_are_not_finite_are_refused_by_place(string text)
    {
        var compressor = CompressorCases.Create(text);
        foreach (double bad in (double[])[double.NaN, double.PositiveInfinity, double.NegativeInfinity])
        {
            double[] vector = [.. CompressorCases.Vectors().First()];
            vector[61] = bad;
            var error = Assert.Throws<NonFiniteException>(() => compressor.Compress(vector, CompressorCases.Draw, new Message()));
            Assert.Contains("number 61 of the 123", error.Message, StringComparison.Ordinal);
            Assert.Contains("round 7, worker 2", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Halves_stay_finite()
    {
        var message = new Message();
        CompressorCases.Create("identity", ValuePrecision.Half).Compress([1e6, -1e6, 1.0001, 1e300], CompressorCases.Draw, message);
        Assert.Equal([65504, -65504, 1, 65504], message.Values.ToArray());
    }

    private static (double Mean, double Error) MeanLoss(ICompressor compressor, double[] vector)
    {
        var message = new Message();
        double sum = 0, squares = 0;
        int draws = compressor.IsDeterministic ? 1 : Draws;
        for (int round = 0; round < draws; round++)
        {
            compressor.Compress(vector, new Draw(9, round, 0), message);
            double loss = 1 - CompressionLoss.Measure(vector, message);
            (sum, squares) = (sum + loss, squares + (loss * loss));
        }
        double mean = sum / draws;
        return (mean, Math.Sqrt(Math.Max(0, (squares / draws) - (mean * mean)) / draws));
    }
}
