using Residuum.Data.Columns;
using Residuum.Distribution.Problems;
using Residuum.Numerics.Errors;

namespace Residuum.Distribution.Tests.Problems;

public sealed class GeneratedDataTests
{
    [Fact]
    public void A9a_has_one_of_every_group_and_balanced_labels()
    {
        var data = LookAlikes.A9a(seed: 1, rows: 2000);
        Assert.Equal(123, data.Features.Columns);
        for (int row = 0; row < 2000; row++) Assert.Equal(14, data.Features.Indices(row).Length);
        Assert.InRange(Positives(data), 0.4, 0.6);
        Assert.Equal(data.Labels, LookAlikes.A9a(1, 2000).Labels);
        Assert.NotEqual(data.Labels, LookAlikes.A9a(2, 2000).Labels);
    }

    [Fact]
    public void A9a_can_be_learnt()
    {
        // Five gradient steps on half of the rows do better than chance on the other half.
        var parts = Partition.InOrder(LookAlikes.A9a(seed: 3, rows: 2000), 2);
        var f = new LogisticObjective(parts);
        var (x, gradient) = (new double[123], new double[123]);
        for (int step = 0; step < 5; step++)
        {
            f.Gradient(0, x, null, gradient);
            for (int j = 0; j < 123; j++) x[j] -= gradient[j];
        }
        Assert.InRange(Enumerable.Range(1000, 1000).Average(row => parts.Data.Features.Dot(row, x) * parts.Data.Labels[row] > 0 ? 1.0 : 0), 0.65, 1);
    }

    [Fact]
    public void W8a_is_sparse_and_has_few_positives()
    {
        var data = LookAlikes.W8a(seed: 1, rows: 2000);
        Assert.InRange(data.Features.Entries / (2000.0 * 300), 0.03, 0.045);
        Assert.Equal(0.03, Positives(data), 0.001);
    }

    [Fact]
    public void Phishing_has_halves_and_ones()
    {
        var data = LookAlikes.Phishing(seed: 1, rows: 500);
        Assert.Equal((68, 500), (data.Features.Columns, data.Features.Rows));
        Assert.Equal([0.5, 1], Enumerable.Range(0, 500).SelectMany(row => data.Features.Values(row).ToArray()).Distinct().Order());
        Assert.InRange(Positives(data), 0.4, 0.6);
    }

    [Fact]
    public void Scaled_rows_of_one_scale_gain_nothing_and_of_many_scales_much()
    {
        double Gain(double tau, long seed) => StepSizes.Ef21(Smoothness.Estimate(new LogisticObjective(new ScaledRows { Tau = tau }.Common(seed), new Regulariser(NonConvex: 1e-3))), 1 / 20.0).SpeedUp;
        for (long seed = 0; seed < 3; seed++)
        {
            Assert.InRange(Gain(0, seed), 1, 1.05);
            Assert.InRange(Gain(1.5, seed), 1.6, 4.5);
        }
    }

    [Fact]
    public void Rare_features_allow_a_far_longer_step()
    {
        var (parts, supports) = new ScaledRows { Tau = 0 }.Rare(seed: 1);
        var constants = Smoothness.Estimate(new RareFeatureObjective(parts, new Regulariser(NonConvex: 1e-3), supports));
        double ratio = StepSizes.Ef21(constants, 1 / 10.0).RareWeighted(supports) / StepSizes.Ef21(constants, 1 / 100.0).New;
        Assert.InRange(ratio, 25, 36);
    }

    [Fact]
    public void Columns_become_features_and_texts_become_classes()
    {
        var data = Dataset.FromColumns(CsvReader.Parse("a,kind,b\n1,yes,0\n0,no,-2\n3,yes,4\n", "t.csv"), "kind");
        Assert.Equal([1, 0, 1], data.Labels);
        Assert.Equal((3, 2, 4), (data.Features.Rows, data.Features.Columns, data.Features.Entries));
        Assert.Equal([-2], data.Features.Values(1).ToArray());
    }

    [Theory]
    [InlineData("a,b\n1,x\n2,y\n", "t.csv: 'b' is no column of numbers: found Text, expected numbers; leave the column out, or code it in numbers")]
    [InlineData("a,b\n1,2\n2,\n", "t.csv, row 2: column 'b' has a gap: found no finite number, expected a number; fill the gaps or leave these rows out")]
    public void Columns_that_are_no_features_are_named(string text, string message) =>
        Assert.Equal(message, Assert.Throws<UserError>(() => Dataset.FromColumns(CsvReader.Parse(text, "t.csv"), "a")).Message);

    [Fact]
    public void Files_of_both_kinds_give_the_same_samples()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("a.txt"), "0 1:2\n1 2:3\n");
        File.WriteAllText(folder.File("a.csv"), "y,a,b\n0,2,0\n1,0,3\n");
        var (text, table) = (Dataset.Read(folder.File("a.txt")).WithSigns(), Dataset.Read(folder.File("a.csv"), "y").WithSigns());
        Assert.Equal([-1, 1], text.Labels);
        Assert.Equal(text.Labels, table.Labels);
        for (int row = 0; row < 2; row++) Assert.Equal(text.Features.Dot(row, [1, 10]), table.Features.Dot(row, [1, 10]));
    }

    [Fact]
    public void Standardised_features_have_mean_0_and_variance_1()
    {
        var data = Dataset.FromColumns(CsvReader.Parse("y,a,b\n1,1,5\n0,0,5\n1,5,5\n", "t.csv"), "y").Standardised();
        double[] a = [.. Enumerable.Range(0, 3).Select(row => data.Features.Dot(row, [1, 0]))];
        Assert.Equal(0, a.Sum(), 1e-14);
        Assert.Equal(3, a.Sum(number => number * number), 1e-14);
        Assert.Equal(3, data.Features.Entries); // The constant column is gone.
    }

    private static double Positives(Dataset data) => data.Labels.Average(label => label > 0 ? 1.0 : 0);
}
