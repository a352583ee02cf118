using Residuum.Distribution.Compressors;

namespace Residuum.Distribution.Tests.Compressors;

/// <summary>Rules worked by hand, and the ends of the range.</summary>
public sealed class RuleTests
{
    public static TheoryData<string> Texts => [.. CompressorCases.Texts.Where(text => !text.Contains("blocktopk", StringComparison.Ordinal))];

    [Theory]
    [InlineData("identity", new double[] { 0, -3, 1, 2, -1, 0 })]
    [InlineData("topk:3", new double[] { 0, -3, 1, 2, 0, 0 })]
    [InlineData("threshold:2", new double[] { 0, -3, 0, 2, 0, 0 })]
    [InlineData("natural:nearest", new double[] { 0, -2, 1, 2, -1, 0 })]
    [InlineData("natural:floor", new double[] { 0, -2, 1, 2, -1, 0 })]
    [InlineData("sign", new double[] { 7 / 6.0, -7 / 6.0, 7 / 6.0, 7 / 6.0, -7 / 6.0, 7 / 6.0 })]
    [InlineData("onebit", new double[] { 0.75, -2, 0.75, 0.75, -2, 0.75 })]
    [InlineData("onebit:3", new double[] { 0.5, -3, 0.5, 1, -1, 1 })]
    [InlineData("sign+topk:2", new double[] { 0, -2.5, 0, 2.5, 0, 0 })]
    public void Rules_give_what_they_say(string text, double[] expected)
    {
        var sent = CompressorCases.Sent(CompressorCases.Create(text, ValuePrecision.Double), [0, -3, 1, 2, -1, 0], CompressorCases.Draw).Message;
        double[] values = CompressorCases.Dense(sent);
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], values[i], 1e-15);
    }

    [Fact]
    public void Random_levels_are_multiples_of_the_norm_next_to_the_number()
    {
        double[] vector = [3, -4, 0, 0, 0, 1e-3];
        for (int round = 0; round < 200; round++)
        {
            var draw = new Draw(1, round, 0);
            double[] sent = CompressorCases.Dense(CompressorCases.Sent(new Qsgd(levels: 4, bucket: 2), vector, draw).Message);
            Assert.Contains(sent[0], (double[])[2.5, 3.75]);
            Assert.Contains(sent[1], (double[])[-3.75, -5]);
            Assert.Equal([0, 0, 0], sent[2..5]);
            Assert.Equal(1e-3, sent[5], 1e-9);
            double[] ternary = CompressorCases.Dense(CompressorCases.Sent(new TernGrad(), vector, draw).Message);
            Assert.Contains(ternary[0], (double[])[0, 4]);
            Assert.Equal(-4, ternary[1]);
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Huge_tiny_and_missing_numbers_arrive_as_they_were_sent(string text)
    {
        double[] normal = CompressorCases.Vectors().First();
        double[][] vectors = [[.. normal.Select(value => value * 1e300)], [.. normal.Select(value => value * 1e-300)], [.. normal.Select(value => value * 1e-42)], [], [-0.7]];
        foreach (var precision in Enum.GetValues<ValuePrecision>())
        {
            var compressor = CompressorCases.Create(text, precision);
            foreach (double[] vector in vectors)
            {
                var (sent, writer) = CompressorCases.Sent(compressor, vector, CompressorCases.Draw);
                var received = new Message();
                compressor.Decode(new BitReader(writer.Bytes.ToArray()), vector.Length, CompressorCases.Draw, received);
                Assert.All(sent.Values.ToArray(), value => Assert.True(double.IsFinite(value)));
                Assert.Equal(sent.Indices.ToArray(), received.Indices.ToArray());
                Assert.Equal(sent.Values.ToArray().Select(BitConverter.DoubleToInt64Bits), received.Values.ToArray().Select(BitConverter.DoubleToInt64Bits));
            }
        }
    }

    [Fact]
    public void The_measured_constant_is_that_of_the_definition()
    {
        var message = new Message();
        new TopK(Amount.Of(1)).Compress([3, -4, 0], CompressorCases.Draw, message);
        Assert.Equal(16 / 25.0, CompressionLoss.Measure([3, -4, 0], message), 1e-15);
        Assert.Equal(1 - ((9 + 64) / 25.0), CompressionLoss.Measure([3, 4, 0], message), 1e-15);
        Assert.Equal(1, CompressionLoss.Measure([0, 0, 0], Sent([0, 0, 0])));
        Assert.Equal(double.NegativeInfinity, CompressionLoss.Measure([0, 0, 0], message));

        Message Sent(double[] vector) => CompressorCases.Sent(new TopK(Amount.Of(1)), vector, CompressorCases.Draw).Message;
    }
}
