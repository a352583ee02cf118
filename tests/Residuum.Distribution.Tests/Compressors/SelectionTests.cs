using Residuum.Distribution.Compressors;
using Residuum.Numerics.Random;

namespace Residuum.Distribution.Tests.Compressors;

/// <summary>Top-K against a full sort, and draws without replacement.</summary>
public sealed class SelectionTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(123)]
    [InlineData(2_048)]
    [InlineData(2_049)]
    [InlineData(20_003)]
    public void Topk_is_the_best_sparse_approximation_and_takes_the_first_of_equals(int length)
    {
        foreach (double[] vector in Vectors(length))
        {
            float[] single = [.. vector.Select(value => (float)value)];
            foreach (int count in (int[])[0, 1, 2, length / 100, length / 2, length - 1, length])
            {
                if (count > length || count < 0) continue;
                int[] places = new int[count];
                TopKSelection.Select(vector, places);
                Assert.Equal(Oracle(vector, count), places);
                TopKSelection.Select(single, places);
                Assert.Equal(Oracle([.. single.Select(value => (double)value)], count), places);
            }
        }
    }

    [Fact]
    public void Top_1_is_the_first_of_both_signs()
    {
        foreach ((double[] vector, int place) in ((double[], int)[])[([0, -2, 2], 1), ([0, 2, -2], 1), ([-1, 0, 0, 0, 0, 0, 0, 3, -3, 3], 7), ([double.NegativeZero, 0], 0)])
        {
            int[] places = new int[1];
            TopKSelection.Select(vector, places);
            Assert.Equal(place, places[0]);
        }
    }

    [Fact]
    public void Numbers_that_are_not_finite_are_selected_first()
    {
        double[] vector = new double[20_000];
        (vector[7], vector[9_000], vector[19_999]) = (1e308, double.NaN, double.NegativeInfinity);
        int[] places = new int[2];
        TopKSelection.Select(vector, places);
        Assert.Equal([9_000, 19_999], places);
    }

    [Fact]
    public void Selections_allocate_nothing()
    {
        double[] vector = Vectors(40_000).First();
        var (compressor, message, writer) = (CompressorCases.Create("topk:1%"), new Message(), new BitWriter());
        long before = 0;
        for (int round = 0; round < 20; round++)
        {
            if (round == 10) before = GC.GetAllocatedBytesForCurrentThread();
            compressor.Compress(vector, CompressorCases.Draw, message);
            writer.Clear();
            compressor.Encode(message, writer);
        }
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Blocks_keep_their_own_largest()
    {
        var message = new Message();
        new BlockTopK(Amount.Of(1), [3, 2, 4]).Compress([1, -3, 2, 0, 0, 9, 8, -9, 7], CompressorCases.Draw, message);
        Assert.Equal([1, 3, 5], message.Indices.ToArray());
        Assert.Equal([-3, 0, 9], message.Values.ToArray());
    }

    [Fact]
    public void Randk_draws_all_sets_alike_without_replacement()
    {
        var message = new Message();
        var counts = new Dictionary<string, int>();
        const int draws = 6_000;
        for (int round = 0; round < draws; round++)
        {
            new RandK(Amount.Of(2)).Compress([1, 1, 1, 1], new Draw(1, round, 0), message);
            string key = string.Join(",", message.Indices.ToArray());
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }
        // Six sets of two; five standard deviations.
        Assert.Equal(6, counts.Count);
        double spread = 5 * Math.Sqrt(draws * (1 / 6.0) * (5 / 6.0));
        Assert.All(counts.Values, count => Assert.InRange(count, (draws / 6) - spread, (draws / 6) + spread));
    }

    [Fact]
    public void Randk_shares_one_mask_unless_each_worker_has_its_own()
    {
        double[] vector = CompressorCases.Vectors().First();
        int[] Places(string text, int worker) => CompressorCases.Sent(CompressorCases.Create(text), vector, new Draw(1, 4, worker)).Message.Indices.ToArray();
        Assert.Equal(Places("randk:12", 0), Places("randk:12", 5));
        Assert.Equal(Places("randk:12", 0), Places("randk:12", -1));
        Assert.NotEqual(Places("randk:12,own", 0), Places("randk:12,own", 5));
    }

    private static int[] Oracle(double[] vector, int count) =>
        [.. Enumerable.Range(0, vector.Length).OrderByDescending(i => Math.Abs(vector[i])).ThenBy(i => i).Take(count).Order()];

    private static IEnumerable<double[]> Vectors(int length)
    {
        var random = new RandomStream(5, "selection vectors", length);
        yield return Filled(random.Normal);
        yield return Filled(() => Math.Exp(30 * random.Normal()) * (random.Uniform() - 0.5));
        yield return Filled(() => random.Integer(5) - 2);
        yield return Filled(() => -0.3);
        yield return Filled(() => 0);
        yield return Filled(() => random.Uniform() < 0.005 ? random.Normal() : 0);
        yield return Filled(() => 1 + (1e-6 * random.Uniform()));

        double[] Filled(Func<double> number) => [.. Enumerable.Range(0, length).Select(_ => number())];
    }
}
