using CsCheck;
using Residuum.Numerics.Random;

namespace Residuum.Numerics.Tests;

public sealed class RandomStreamTests
{
    [Fact]
    public void Blocks_at_once_are_the_blocks_one_by_one() =>
        Gen.Select(Gen.UInt, Gen.UInt, Gen.ULong, Gen.ULong, Gen.Int[0, 11]).Sample((key0, key1, first, index, count) =>
        {
            var words = new ulong[2 * count];
            Philox.Blocks(key0, key1, first, index, words);
            var block = new uint[4];
            for (int i = 0; i < count; i++)
            {
                ulong counter = first + (ulong)i;
                Philox.Block(key0, key1, [(uint)counter, (uint)(counter >> 32), (uint)index, (uint)(index >> 32)], block);
                Assert.Equal(block[0] | ((ulong)block[1] << 32), words[2 * i]);
                Assert.Equal(block[2] | ((ulong)block[3] << 32), words[(2 * i) + 1]);
            }
        }, iter: 200);

    [Fact]
    public void A_filled_span_holds_the_numbers_drawn_one_by_one() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 700], Gen.Int[0, 1000]).Sample((drawnBefore, count, seed) =>
        {
            RandomStream one = new(seed, "fill"), many = new(seed, "fill");
            for (int i = 0; i < drawnBefore; i++) Assert.Equal(one.Normal(), many.Normal());
            var filled = new double[count];
            many.Normal(filled);
            foreach (double value in filled) Assert.Equal(one.Normal(), value, 1e-14);
            Assert.Equal(one.Uniform(), many.Uniform());
        }, iter: 100);

    [Fact]
    public void A_restarted_stream_gives_what_a_new_one_gives()
    {
        var stream = new RandomStream(3, "restart", 5);
        stream.Normal();
        stream.Uniform();
        stream.Restart(1L << 40);
        var fresh = new RandomStream(3, "restart", 1L << 40);
        for (int i = 0; i < 9; i++) Assert.Equal(fresh.Normal(), stream.Normal());
    }

    [Fact]
    public void Normal_numbers_have_the_moments_of_the_normal_distribution()
    {
        var values = new double[400_000];
        new RandomStream(1, "moments").Normal(values);
        Assert.Equal(0, values.Average(), 0.008);
        Assert.Equal(1, values.Average(x => x * x), 0.012);
        Assert.Equal(3, values.Average(x => x * x * x * x), 0.08);
        Assert.Equal(0, values.Zip(values.Skip(1), (a, b) => a * b).Average(), 0.008);
    }
}
