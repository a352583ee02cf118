using System.Runtime.ExceptionServices;

namespace Residuum.Numerics.Collectives;

/// <summary>A job whose ranks are threads of this process.</summary>
public static class InProcessGroup
{
    /// <summary>Runs every rank on a thread of its own and returns when all have ended.</summary>
    /// <param name="ranks">Number of ranks.</param>
    /// <param name="work">What each does.</param>
    /// <exception cref="Exception">The first that a rank threw: it ends the others in their next call.</exception>
    public static void Run(int ranks, Action<ICollectives> work)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ranks);
        ArgumentNullException.ThrowIfNull(work);
        var meeting = new Rendezvous(ranks);
        Thread[] threads = [.. Enumerable.Range(0, ranks).Select(rank => new Thread(() => Play(meeting, rank, work)) { IsBackground = true, Name = $"rank {rank}" })];
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        if (meeting.Error is { } error) ExceptionDispatchInfo.Throw(error);
    }

    private static void Play(Rendezvous meeting, int rank, Action<ICollectives> work)
    {
        try
        {
            using var collectives = new InProcessCollectives(meeting, rank);
            work(collectives);
            meeting.Leave(null);
        }
        catch (Exception error)
        {
            meeting.Leave(error);
        }
    }
}
