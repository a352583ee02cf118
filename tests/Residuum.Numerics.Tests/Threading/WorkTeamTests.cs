using Residuum.Numerics.Threading;

namespace Residuum.Numerics.Tests.Threading;

public sealed class WorkTeamTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Every_share_is_done_once_in_every_run(int threads)
    {
        var team = new WorkTeam(threads);
        int[] done = new int[40];
        int shares = 0;
        void Work(int share) => Interlocked.Increment(ref done[share]);
        for (int run = 0; run < 3000; run++)
        {
            shares = 1 + (run % done.Length); // late helpers of a run meet another number of shares in the next
            Array.Clear(done);
            team.Run(shares, Work);
            Assert.All(done.Take(shares), count => Assert.Equal(1, count));
            Assert.All(done.Skip(shares), count => Assert.Equal(0, count));
        }
    }

    [Fact]
    public void An_exception_reaches_the_caller_after_all_shares_are_done()
    {
        var team = new WorkTeam(2);
        int done = 0;
        void Work(int share)
        {
            Interlocked.Increment(ref done);
            if (share == 3) throw new InvalidOperationException("third");
        }

        Assert.Equal("third", Assert.Throws<InvalidOperationException>(() => team.Run(9, Work)).Message);
        Assert.Equal(9, done);
        team.Run(2, _ => { });
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        var team = new WorkTeam(2);
        Action<int> work = static _ => { };
        for (int run = 0; run < 1000; run++) team.Run(4, work);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int run = 0; run < 1000; run++) team.Run(4, work);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000); // the pool's queue grows by a segment now and then
    }
}
