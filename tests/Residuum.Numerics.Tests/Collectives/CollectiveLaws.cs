using Residuum.Numerics.Collectives;

namespace Residuum.Numerics.Tests.Collectives;

/// <summary>What holds on every back end and number of ranks; each rank of a job runs it.</summary>
internal static class CollectiveLaws
{
    public static void Hold(ICollectives ranks, int length)
    {
        Gathered(ranks, length);
        GatheredByLength(ranks, length);
        Transposed(ranks, length);
        Reduced(ranks, length);
        Spread(ranks, length);
        Exchanged(ranks, length);
        ranks.Barrier();
    }

    private static void Gathered(ICollectives ranks, int length)
    {
        byte[] all = new byte[ranks.Size * length];
        Counting(ranks, (ranks.Size - 1) * length, (ranks.Size - 1) * length, () => ranks.AllGather(Block(ranks.Rank, length), all));
        Assert.Equal(Enumerable.Range(0, ranks.Size).SelectMany(rank => Block(rank, length)), all);
    }

    private static void GatheredByLength(ICollectives ranks, int length)
    {
        int[] lengths = [.. Enumerable.Range(0, ranks.Size).Select(rank => rank == 1 ? 0 : length + rank)];
        byte[] all = new byte[lengths.Sum()];
        int mine = lengths[ranks.Rank];
        Counting(ranks, (ranks.Size - 1) * mine, all.Length - mine, () => ranks.AllGather(Block(ranks.Rank, mine), lengths, all));
        Assert.Equal(lengths.SelectMany((each, rank) => Block(rank, each)), all);
    }

    private static void Transposed(ICollectives ranks, int length)
    {
        byte[] send = [.. Enumerable.Range(0, ranks.Size).SelectMany(to => Block(10 * ranks.Rank + to, length))], received = new byte[send.Length];
        Counting(ranks, (ranks.Size - 1) * length, (ranks.Size - 1) * length, () => ranks.AllToAll(send, received));
        Assert.Equal(Enumerable.Range(0, ranks.Size).SelectMany(from => Block(10 * from + ranks.Rank, length)), received);
    }

    private static void Reduced(ICollectives ranks, int length)
    {
        double[] values = [.. Enumerable.Range(0, length).Select(i => (double)(i + 1) * (ranks.Rank + 1))]; // whole: any order gives the same sum
        ranks.AllReduceFast(values);
        int sum = ranks.Size * (ranks.Size + 1) / 2;
        Assert.Equal(Enumerable.Range(0, length).Select(i => (double)(i + 1) * sum), values);
        Assert.Equal(3, ranks.AllReduceMax(ranks.Rank == ranks.Size - 1 ? 3 : -ranks.Rank));
        Assert.Equal(-1, ranks.AllReduceMax(-1 - ranks.Rank));
    }

    private static void Spread(ICollectives ranks, int length)
    {
        for (int root = 0; root < ranks.Size; root++)
        {
            byte[] bytes = Block(ranks.Rank, length);
            ranks.Broadcast(bytes, root);
            Assert.Equal(Block(root, length), bytes);
        }
    }

    private static void Exchanged(ICollectives ranks, int length)
    {
        int[] ring = [.. new[] { ranks.Rank + 1, ranks.Rank + ranks.Size - 1 }.Select(rank => rank % ranks.Size).Distinct().Where(rank => rank != ranks.Rank)];
        byte[] theirs = new byte[ring.Length * length];
        Counting(ranks, theirs.Length, theirs.Length, () => ranks.Exchange(ring, Block(ranks.Rank, length), theirs));
        Assert.Equal(ring.SelectMany(rank => Block(rank, length)), theirs);
    }

    private static void Counting(ICollectives ranks, long sent, long received, Action call)
    {
        var (sentBefore, receivedBefore) = (ranks.BytesSent, ranks.BytesReceived);
        call();
        Assert.Equal((sent, received), (ranks.BytesSent - sentBefore, ranks.BytesReceived - receivedBefore));
    }

    private static byte[] Block(int seed, int length) => [.. Enumerable.Range(0, length).Select(i => (byte)(31 * seed + 7 * i + i / 256))];
}
