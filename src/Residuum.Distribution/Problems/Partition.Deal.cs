using Residuum.Numerics.Random;

namespace Residuum.Distribution.Problems;

/// <content>Ways to deal the samples.</content>
public sealed partial class Partition
{
    /// <summary>Every worker draws from all samples alike.</summary>
    /// <param name="data">Samples.</param>
    /// <param name="workers">n.</param>
    /// <param name="seed">Seed of the shuffle.</param>
    /// <param name="equalSizes">Drop the rest of the rows, so that every worker has the same number.</param>
    public static Partition Iid(Dataset data, int workers, long seed, bool equalSizes = false) => ByLabel(data, workers, 0, seed, equalSizes);

    /// <summary>A share of all rows sorted by label and dealt in blocks, the rest shuffled: every worker holds both.</summary>
    /// <param name="data">Samples.</param>
    /// <param name="workers">n.</param>
    /// <param name="sortedFraction">Share, 0 to 1.</param>
    /// <param name="seed">Seed of the shuffle.</param>
    /// <param name="equalSizes">Drop the rest of the rows, so that every worker has the same number.</param>
    public static Partition ByLabel(Dataset data, int workers, double sortedFraction, long seed, bool equalSizes = false)
    {
        Check(data, workers);
        if (sortedFraction is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(sortedFraction), sortedFraction, "a share from 0 to 1");
        int[] order = Shuffled(data.Rows, seed, equalSizes ? data.Rows / workers * workers : data.Rows);
        int sorted = (int)Math.Round(sortedFraction * order.Length);
        // A stable sort: rows of one label stay shuffled.
        int[] byLabel = [.. order[..sorted].OrderBy(row => data.Labels[row])];
        var parts = new List<int>[workers];
        int[] sizes = Starts(order.Length, workers), blocks = Starts(sorted, workers);
        int next = sorted;
        for (int i = 0; i < workers; i++)
        {
            parts[i] = [.. byLabel[blocks[i]..blocks[i + 1]]];
            int rest = sizes[i + 1] - sizes[i] - parts[i].Count;
            parts[i].AddRange(order[next..(next + rest)]);
            next += rest;
        }
        return Of(data, parts);
    }

    /// <summary>The rows of every label are dealt in proportions from a Dirichlet distribution; no worker stays without a row.</summary>
    /// <param name="data">Samples.</param>
    /// <param name="workers">n.</param>
    /// <param name="concentration">a, above 0: small for workers that see few labels, large for an even mixture.</param>
    /// <param name="seed">Seed of the proportions and of the shuffle.</param>
    public static Partition ByDirichlet(Dataset data, int workers, double concentration, long seed)
    {
        Check(data, workers);
        if (!(concentration > 0 && double.IsFinite(concentration))) throw new ArgumentOutOfRangeException(nameof(concentration), concentration, "a number above 0");
        var parts = Enumerable.Range(0, workers).Select(_ => new List<int>()).ToArray();
        var random = new RandomStream(seed, "Dirichlet partition");
        foreach (var label in Shuffled(data.Rows, seed, data.Rows).GroupBy(row => data.Labels[row]).OrderBy(group => group.Key))
        {
            int[] rows = [.. label];
            double sum = 0;
            int first = 0;
            double[] shares = GammaDraws.Dirichlet(random, concentration, workers);
            for (int i = 0; i < workers; i++)
            {
                sum += shares[i];
                int end = i == workers - 1 ? rows.Length : Math.Clamp((int)Math.Round(sum * rows.Length), first, rows.Length);
                parts[i].AddRange(rows[first..end]);
                first = end;
            }
        }
        GiveEveryoneARow(parts);
        return Of(data, parts);
    }

    /// <summary>Rows in the order of their Euclidean norms, dealt in blocks: workers of very different smoothness.</summary>
    /// <param name="data">Samples.</param>
    /// <param name="workers">n.</param>
    /// <param name="equalSizes">Drop the rest of the rows, those of largest norm, so that every worker has the same number.</param>
    public static Partition ByNorm(Dataset data, int workers, bool equalSizes = true)
    {
        Check(data, workers);
        int used = equalSizes ? data.Rows / workers * workers : data.Rows;
        int[] order = [.. Enumerable.Range(0, data.Rows).OrderBy(row => System.Numerics.Tensors.TensorPrimitives.Norm(data.Features.Values(row)))];
        return new Partition(data.Select(order.AsSpan(0, used)), Starts(used, workers));
    }

    /// <summary>Rows as they stand, dealt in blocks.</summary>
    /// <param name="data">Samples.</param>
    /// <param name="workers">n.</param>
    public static Partition InOrder(Dataset data, int workers)
    {
        Check(data, workers);
        return new Partition(data, Starts(data.Rows, workers));
    }

    private static void GiveEveryoneARow(List<int>[] parts)
    {
        foreach (var empty in parts.Where(rows => rows.Count == 0))
        {
            var richest = parts.MaxBy(rows => rows.Count)!;
            empty.Add(richest[^1]);
            richest.RemoveAt(richest.Count - 1);
        }
    }

    private static Partition Of(Dataset data, List<int>[] parts)
    {
        var starts = new int[parts.Length + 1];
        for (int i = 0; i < parts.Length; i++) starts[i + 1] = starts[i] + parts[i].Count;
        return new Partition(data.Select(parts.SelectMany(rows => rows).ToArray()), starts);
    }

    private static int[] Shuffled(int rows, long seed, int used)
    {
        int[] order = [.. Enumerable.Range(0, rows)];
        new RandomStream(seed, "partition").Shuffle<int>(order);
        return order[..used];
    }

    /// <summary>Sizes that differ by one at most, the larger ones first: those of fewer rows are then never larger than those of more.</summary>
    private static int[] Starts(int rows, int workers) =>
        [.. Enumerable.Range(0, workers + 1).Select(i => (i * (rows / workers)) + Math.Min(i, rows % workers))];

    private static void Check(Dataset data, int workers)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (workers < 1 || workers > data.Rows)
            throw new Numerics.Errors.UserError("can not deal the samples", found: $"{workers} workers for {data.Rows} rows", expected: "at least one row for each worker");
    }
}
