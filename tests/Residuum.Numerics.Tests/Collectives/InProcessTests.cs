using Residuum.Numerics.Collectives;

namespace Residuum.Numerics.Tests.Collectives;

public sealed class InProcessTests
{
    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 0)]
    [InlineData(2, 5)]
    [InlineData(3, 1000)]
    [InlineData(5, 17)]
    public void The_laws_hold_between_threads(int size, int length) => InProcessGroup.Run(size, ranks => CollectiveLaws.Hold(ranks, length));

    [Fact]
    public void A_single_rank_needs_no_group()
    {
        using var single = InProcessCollectives.Single;
        CollectiveLaws.Hold(single, 9);
        Assert.Equal((0, 1, 0L, 0L), (single.Rank, single.Size, single.BytesSent, single.BytesReceived));
    }

    [Fact]
    public void A_rank_that_throws_ends_the_others()
    {
        var error = Assert.Throws<NotSupportedException>(() => InProcessGroup.Run(3, ranks =>
        {
            if (ranks.Rank == 1) throw new NotSupportedException("of rank 1");
            ranks.Barrier();
        }));
        Assert.Equal("of rank 1", error.Message);
    }

    [Fact]
    public void A_rank_that_returns_early_is_an_error_not_a_hang() =>
        Assert.Contains("returned", Assert.Throws<InvalidOperationException>(() => InProcessGroup.Run(2, ranks =>
        {
            if (ranks.Rank == 1) ranks.Barrier();
        })).Message);

    [Fact]
    public void Calls_that_differ_between_ranks_are_named() =>
        Assert.Contains("the ranks' calls differ", Assert.Throws<InvalidOperationException>(() => InProcessGroup.Run(2, ranks =>
        {
            if (ranks.Rank == 0) ranks.AllGather(new byte[4], new byte[8]);
            else ranks.AllReduceMax(1);
        })).Message);

    [Fact]
    public void Lengths_that_do_not_fit_are_refused()
    {
        using var single = InProcessCollectives.Single;
        Assert.Throws<ArgumentException>(() => single.AllGather(new byte[2], new byte[3]));
        Assert.Throws<ArgumentException>(() => single.AllGather(new byte[2], [3], new byte[3]));
        Assert.Throws<ArgumentException>(() => single.AllToAll(new byte[2], new byte[3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => single.Broadcast(new byte[2], 1));
        Assert.Throws<ArgumentException>(() => single.Exchange([0], new byte[2], new byte[2]));
    }
}
