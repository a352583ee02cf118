using Residuum.Distribution.Problems;
using Residuum.Numerics.Errors;

namespace Residuum.Distribution.Tests.Problems;

public sealed class OtherObjectivesTests
{
    private static readonly (Partition Parts, int[][] Supports) Rare = new ScaledRows { Workers = 4, RowsPerWorker = 3 }.Rare(seed: 1, block: 2);

    [Fact]
    public void Softmax_gradients_agree_with_differences_and_allocate_nothing()
    {
        Gradients.AgreeWithDifferences(Softmax());
        Assert.Equal(0, Gradients.Allocated(Softmax(), new GradientSample(1, 2, 3)));
    }

    [Fact]
    public void Softmax_of_two_classes_is_logistic_regression()
    {
        var data = Examples.Binary(20, 3);
        var softmax = new SoftmaxObjective(Partition.InOrder(new Dataset(data.Features, [.. data.Labels.Select(label => (label + 1) / 2)]), 1), 2);
        var logistic = new LogisticObjective(Partition.InOrder(data, 1));
        Assert.Equal(logistic.Value(0, [0.5, -1, 2]), softmax.Value(0, [0, 0, 0, 0.5, -1, 2]), 1e-14);
    }

    [Fact]
    public void Softmax_refuses_labels_that_are_no_class() =>
        Assert.Equal("row 1: a label is no class: found -1, expected a whole number from 0 to 2",
            Assert.Throws<UserError>(() => new SoftmaxObjective(new Partition(new Dataset(Examples.Binary(1, 2).Features, [-1]), [0, 1]), 3)).Message);

    [Fact]
    public void Copies_have_the_mean_of_the_original()
    {
        var f = QuadraticObjective.Random([1, 2, 7], 0.5, 4, 1, seed: 2);
        var copies = new ScaledCopies(f, [1, 3, 2]);
        double[] x = [1, -2, 0.5, 3];
        Gradients.AgreeWithDifferences(copies);
        Assert.Equal(6, copies.Workers);
        Assert.Equal(Enumerable.Range(0, 3).Average(i => f.Value(i, x)), Enumerable.Range(0, 6).Average(i => copies.Value(i, x)), 1e-12);
    }

    [Fact]
    public void Rare_features_stay_with_their_workers()
    {
        var f = new RareFeatureObjective(Rare.Parts, new Regulariser(0.1, 0.2), Rare.Supports);
        Gradients.AgreeWithDifferences(f);
        var (x, gradient) = (Enumerable.Range(1, 8).Select(j => (double)j).ToArray(), new double[8]);
        for (int i = 0; i < 4; i++)
        {
            f.Gradient(i, x, null, gradient);
            for (int j = 0; j < 8; j++) Assert.Equal(Array.BinarySearch(Rare.Supports[i], j) >= 0, gradient[j] != 0);
        }
    }

    [Fact]
    public void Shares_of_the_regulariser_have_the_mean_of_a_common_one()
    {
        var rare = new RareFeatureObjective(Rare.Parts, new Regulariser(0.1, 0.2), Rare.Supports);
        var common = new LogisticObjective(Rare.Parts, new Regulariser(0.1, 0.2));
        double[] x = [1, -2, 0.5, 3, 1, 1, -1, 2];
        Assert.Equal(Enumerable.Range(0, 4).Average(i => common.Value(i, x)), Enumerable.Range(0, 4).Average(i => rare.Value(i, x)), 1e-12);
        // Two of four workers use each feature: twice the curvature of the regulariser.
        Assert.Equal(2 * 0.5, Smoothness.Estimate(rare).Workers[0] - Smoothness.Estimate(new RareFeatureObjective(Rare.Parts, default, Rare.Supports)).Workers[0], 1e-10);
    }

    [Fact]
    public void Supports_are_found_in_the_rows() => Assert.Equal(Rare.Supports, RareFeatureObjective.SupportsOf(Rare.Parts));

    [Fact]
    public void Row_outside_its_workers_features_is_refused()
    {
        int[][] wrong = [.. Rare.Supports.Select((support, i) => i == 2 ? support[1..] : support)];
        Assert.StartsWith("worker 2, row 7: ", Assert.Throws<UserError>(() => new RareFeatureObjective(Rare.Parts, default, wrong)).Message, StringComparison.Ordinal);
    }

    private static SoftmaxObjective Softmax()
    {
        var data = Examples.Binary(20, 3);
        return new SoftmaxObjective(Partition.InOrder(new Dataset(data.Features, [.. Enumerable.Range(0, 20).Select(row => (double)(row % 3))]), 2), 3, new Regulariser(0.1, 0.2));
    }
}
