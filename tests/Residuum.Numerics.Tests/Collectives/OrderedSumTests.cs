using System.Numerics;
using Residuum.Numerics.Collectives;

namespace Residuum.Numerics.Tests.Collectives;

public sealed class OrderedSumTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(5, 3)]
    [InlineData(5, 7)]
    [InlineData(3, 1000)]
    public void Every_number_of_ranks_and_both_paths_give_the_bits_of_a_plain_loop(int size, int workers)
    {
        foreach (int length in new[] { 0, 1, 2, 3, 64, 101 })
        {
            BitsOf<double>(size, workers, length, small: long.MaxValue, pass: 64 << 20);
            BitsOf<double>(size, workers, length, small: 0, pass: 64 << 20);
            BitsOf<double>(size, workers, length, small: 0, pass: 1000);
            BitsOf<float>(size, workers, length, small: long.MaxValue, pass: 64 << 20);
            BitsOf<float>(size, workers, length, small: 0, pass: 1000);
        }
    }

    [Fact]
    public void The_sign_of_zero_is_kept() =>
        InProcessGroup.Run(2, ranks =>
        {
            double[] sum = [1];
            new OrderedSum(ranks, 2).Sum<double>([-0.0], sum);
            Assert.True(double.IsNegative(sum[0]));
        });

    [Fact]
    public void Large_sums_hand_over_the_columns_not_the_slices() =>
        InProcessGroup.Run(4, ranks =>
        {
            const int Length = 10_000;
            new OrderedSum(ranks, 4).Sum<double>(new double[Length], new double[Length]);
            Assert.Equal(2 * 3 * Length / 4 * sizeof(double), ranks.BytesSent);
        });

    [Fact]
    public void Workers_are_dealt_in_order_and_evenly()
    {
        for (int size = 1; size < 7; size++)
            for (int workers = 1; workers < 20; workers++)
            {
                Workers[] dealt = [.. Enumerable.Range(0, size).Select(rank => Workers.Of(rank, size, workers))];
                Assert.Equal(Enumerable.Range(0, workers), dealt.SelectMany(of => Enumerable.Range(of.First, of.Count)));
                Assert.InRange(dealt.Max(of => of.Count) - dealt.Min(of => of.Count), 0, 1);
                Assert.Equal(dealt.Max(of => of.Count), Workers.Most(size, workers));
            }
    }

    [Fact]
    public void Slices_of_another_length_are_refused()
    {
        var sum = new OrderedSum(InProcessCollectives.Single, 3);
        Assert.Contains("3 slices of 2", Assert.Throws<ArgumentException>(() => sum.Sum<double>(new double[5], new double[2])).Message);
    }

    private static void BitsOf<T>(int size, int workers, int length, long small, long pass) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[][] slices = [.. Enumerable.Range(0, workers).Select(worker => OrderedSumProbe.Slice<T>(worker, length))];
        T[] expected = [.. slices[0]];
        foreach (var slice in slices[1..])
            for (int i = 0; i < length; i++) expected[i] += slice[i];
        InProcessGroup.Run(size, ranks =>
        {
            var ordered = new OrderedSum(ranks, workers) { SmallBytes = small, PassBytes = pass };
            T[] found = new T[length];
            ordered.Sum<T>(slices[ordered.Mine.First..ordered.Mine.End].SelectMany(slice => slice).ToArray(), found);
            Assert.Equal(expected, found);
        });
    }
}
