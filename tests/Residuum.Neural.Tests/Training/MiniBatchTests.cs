using CsCheck;
using Residuum.Neural.Training;

namespace Residuum.Neural.Tests.Training;

[Collection(nameof(Alone))]
public sealed class MiniBatchTests
{
    [Fact]
    public void A_pass_draws_no_sample_twice_and_leaves_out_less_than_a_batch() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[1, 60], Gen.Int[0, 5]).Where(t => t.Item2 <= t.Item1).Sample((samples, size, pass) =>
        {
            var batches = new MiniBatches(samples, size, seed: 3);
            int perPass = samples / size;
            long[] drawn = [.. Enumerable.Range(0, perPass).SelectMany(i => batches.At(((long)pass * perPass) + i))];
            Assert.Equal(drawn.Length, drawn.Distinct().Count());
            Assert.True(samples - drawn.Length < size);
            Assert.All(drawn, row => Assert.InRange(row, 0, samples - 1));
        }, iter: 100, threads: 1);

    [Fact]
    public void A_batch_depends_on_its_number_alone_and_passes_differ()
    {
        MiniBatches one = new(20, 6, seed: 3), other = new(20, 6, seed: 3);
        long[][] forward = [.. Enumerable.Range(0, 12).Select(i => one.At(i))];
        for (int i = 11; i >= 0; i--) Assert.Equal(forward[i], other.At(i));
        Assert.NotEqual(forward[0], forward[3]);
        Assert.NotEqual(forward[0], new MiniBatches(20, 6, seed: 4).At(0));
    }
}
