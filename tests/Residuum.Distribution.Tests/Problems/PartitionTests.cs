using Residuum.Distribution.Problems;
using Residuum.Numerics.Errors;

namespace Residuum.Distribution.Tests.Problems;

public sealed class PartitionTests
{
    [Theory]
    [InlineData(11, 8, 10 / 11.0)] // Sizes and blocks that do not divide.
    [InlineData(100, 7, 0.5)]
    [InlineData(100, 7, 0)]
    [InlineData(99, 4, 1)]
    public void Every_row_goes_to_one_worker(int rows, int workers, double share)
    {
        var data = Examples.Numbered(rows);
        foreach (var parts in new[] { Partition.ByLabel(data, workers, share, seed: 3), Partition.ByDirichlet(data, workers, 0.2, seed: 3), Partition.ByNorm(data, workers, equalSizes: false) })
        {
            Assert.Equal(Enumerable.Range(0, rows), Numbers(parts, 0, rows).Order());
            Assert.Equal(rows, Enumerable.Range(0, workers).Sum(parts.Count));
            Assert.All(Enumerable.Range(0, workers), i => Assert.True(parts.Count(i) > 0));
            for (int row = 0; row < rows; row++) Assert.Equal(Numbers(parts, row, 1)[0] % 2 == 0 ? 1 : -1, parts.Data.Labels[row]); // Labels move with their rows.
        }
    }

    [Fact]
    public void Equal_sizes_drop_the_rest()
    {
        foreach (var parts in new[] { Partition.Iid(Examples.Numbered(103), 10, 1, equalSizes: true), Partition.ByLabel(Examples.Numbered(103), 10, 0.7, 1, equalSizes: true), Partition.ByNorm(Examples.Numbered(103), 10) })
            Assert.All(Enumerable.Range(0, 10), i => Assert.Equal(10, parts.Count(i)));
    }

    [Fact]
    public void Sorted_share_decides_how_much_the_labels_differ()
    {
        var data = Examples.Numbered(1000);
        Assert.Equal(0, Spread(Partition.ByLabel(data, 10, 0, 1)), 0.4);
        Assert.Equal(0.5, Spread(Partition.ByLabel(data, 10, 0.5, 1)), 0.2);
        Assert.Equal(1, Spread(Partition.ByLabel(data, 10, 1, 1)));
    }

    [Fact]
    public void Seed_decides_the_deal()
    {
        var data = Examples.Numbered(50);
        Assert.Equal(Numbers(Partition.Iid(data, 5, 1), 0, 50), Numbers(Partition.Iid(data, 5, 1), 0, 50));
        Assert.NotEqual(Numbers(Partition.Iid(data, 5, 1), 0, 50), Numbers(Partition.Iid(data, 5, 2), 0, 50));
    }

    [Fact]
    public void Small_concentration_separates_the_labels_and_a_large_one_mixes_them()
    {
        var data = Examples.Numbered(2000);
        Assert.InRange(Spread(Partition.ByDirichlet(data, 10, 0.05, 1)), 0.7, 1);
        Assert.InRange(Spread(Partition.ByDirichlet(data, 10, 1000, 1)), 0, 0.1);
    }

    [Fact]
    public void Order_of_norms_ascends() =>
        Assert.Equal(Enumerable.Range(0, 20), Numbers(Partition.ByNorm(Examples.Numbered(20).Select([.. Enumerable.Range(0, 20).Reverse()]), 4), 0, 20));

    [Fact]
    public void More_workers_than_rows_are_refused() =>
        Assert.Equal("can not deal the samples: found 4 workers for 3 rows, expected at least one row for each worker",
            Assert.Throws<UserError>(() => Partition.Iid(Examples.Numbered(3), 4, 1)).Message);

    /// <summary>Mean over the workers of |mean label|: 0 for a mixture, 1 for workers of one label.</summary>
    private static double Spread(Partition parts) => Enumerable.Range(0, parts.Workers)
        .Average(i => Math.Abs(parts.Data.Labels.AsSpan(parts.Start(i), parts.Count(i)).ToArray().Average()));

    private static int[] Numbers(Partition parts, int first, int count) => [.. Enumerable.Range(first, count).Select(row => (int)parts.Data.Features.Values(row)[0])];
}
