using Residuum.Distribution.Compressors;
using Residuum.Numerics.Random;

namespace Residuum.Distribution.Tests.Compressors;

/// <summary>Every compressor with the bits of the card's table, and vectors that try them.</summary>
internal static class CompressorCases
{
    public const int Length = 123;

    private static readonly int[] Blocks = [60, 3, 1, 59];

    public static readonly Draw Draw = new(Seed: 1, Round: 7, Worker: 2);

    public static TheoryData<string, ValuePrecision> All
    {
        get
        {
            var data = new TheoryData<string, ValuePrecision>();
            foreach (string text in Texts)
            {
                data.Add(text, ValuePrecision.Single);
                data.Add(text, ValuePrecision.Double);
                data.Add(text, ValuePrecision.Half);
            }
            return data;
        }
    }

    public static IEnumerable<string> Texts =>
    [
        "identity", "topk:12", "topk:1", "topk:0.1", "topk:100%", "topk:500", "topk:12,enum", "topk:122,enum", "natural+topk:40,enum", "blocktopk:0.1", "blocktopk:2", "randk:12", "randk:12,own",
        "randk:12,unbiased", "randk:12,unbiased,own", "threshold:0.5", "natural", "natural:nearest", "natural:floor", "qsgd:4,50", "qsgd:1,512",
        "qsgd:100,20,elias", "terngrad", "sign", "onebit", "onebit:50", "natural+topk:12", "natural:nearest+blocktopk:0.2", "sign+topk:12",
        "qsgd:8,5+topk:12", "natural+randk:12,unbiased", "natural+threshold:0.5", "scaled+natural", "scaled+qsgd:1,512", "scaled+randk:12,unbiased",
        "scaled+terngrad",
    ];

    public static ICompressor Create(string text, ValuePrecision precision = ValuePrecision.Single) =>
        Distribution.Compressors.Compressors.Create(text, precision, Blocks);

    /// <summary>Normal, heavy-tailed, sparse, constant, zero, of two sizes, tied, and 4/3 · 2^k.</summary>
    public static IEnumerable<double[]> Vectors(int perKind = 4)
    {
        for (int i = 0; i < perKind; i++)
        {
            var random = new RandomStream(3, "compressor vectors", i);
            yield return Filled(random.Normal);
            yield return Filled(() => Math.Pow(random.Normal(), 3) / (0.01 + random.Uniform()));
            yield return Filled(() => random.Uniform() < 0.05 ? random.Normal() : 0);
            yield return Filled(() => random.Integer(3) - 1);
        }
        yield return Filled(() => 0);
        yield return Filled(() => 0.1);
        yield return Filled(() => -4 / 3.0);
        yield return Filled(() => double.NegativeZero);
        yield return [.. Enumerable.Range(0, Length).Select(i => i == 5 ? 1 : 1 / (1 + Math.Sqrt(Length)))];
    }

    public static (Message Message, BitWriter Writer) Sent(ICompressor compressor, ReadOnlySpan<double> vector, Draw draw)
    {
        var (message, writer) = (new Message(), new BitWriter());
        compressor.Compress(vector, draw, message);
        compressor.Encode(message, writer);
        return (message, writer);
    }

    public static double[] Dense(Message message)
    {
        double[] dense = new double[message.Length];
        message.AddTo(1, dense);
        return dense;
    }

    private static double[] Filled(Func<double> number) => [.. Enumerable.Range(0, Length).Select(_ => number())];
}
