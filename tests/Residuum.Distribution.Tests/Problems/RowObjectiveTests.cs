using Residuum.Distribution.Problems;
using Residuum.Numerics.Errors;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Distribution.Tests.Problems;

public sealed class RowObjectiveTests
{
    private static readonly Partition Parts = Partition.Iid(Examples.Binary(23, 4), workers: 3, seed: 1);

    public static TheoryData<string> Objectives => ["logistic", "logistic L2", "logistic non-convex", "least squares"];

    [Theory]
    [MemberData(nameof(Objectives))]
    public void Gradients_agree_with_differences(string name) => Gradients.AgreeWithDifferences(Objective(name));

    [Theory]
    [MemberData(nameof(Objectives))]
    public void Mean_over_mini_batches_is_the_gradient(string name)
    {
        var f = Objective(name);
        double[] x = [0.3, -1, 2, 0.5], exact = new double[4], gradient = new double[4], mean = new double[4];
        f.Gradient(1, x, null, exact);
        const int Rounds = 20_000;
        for (int round = 0; round < Rounds; round++)
        {
            f.Gradient(1, x, new GradientSample(1, round, 3), gradient);
            for (int j = 0; j < 4; j++) mean[j] += gradient[j] / Rounds;
        }
        for (int j = 0; j < 4; j++) Assert.Equal(exact[j], mean[j], 0.03 * (1 + Math.Abs(exact[j])));
    }

    [Fact]
    public void Mini_batch_has_no_row_twice_and_the_same_rows_at_every_point()
    {
        // Least squares on one feature that is 1 in one row only: the gradient counts how often that row was drawn.
        var unit = new Dataset(new SparseMatrix(6, 6, [0, 1, 2, 3, 4, 5, 6], [0, 1, 2, 3, 4, 5], [1, 1, 1, 1, 1, 1]), [1, 1, 1, 1, 1, 1]);
        var f = new LeastSquaresObjective(Partition.InOrder(unit, 1));
        var (first, second) = (new double[6], new double[6]);
        for (int round = 0; round < 200; round++)
        {
            f.Gradient(0, new double[6], new GradientSample(1, round, 4), first);
            Assert.Equal(4, first.Count(number => number == -0.25));
            Assert.Equal(2, first.Count(number => number == 0));
            f.Gradient(0, [2, 2, 2, 2, 2, 2], new GradientSample(1, round, 4), second);
            for (int j = 0; j < 6; j++) Assert.Equal(first[j], -second[j]);
        }
    }

    [Fact]
    public void Batch_of_all_rows_is_the_gradient_bit_for_bit()
    {
        var f = Objective("logistic");
        var (all, batch) = (new double[4], new double[4]);
        f.Gradient(0, [1, 2, 3, 4], null, all);
        f.Gradient(0, [1, 2, 3, 4], new GradientSample(1, 1, 1000), batch);
        Assert.Equal(all, batch);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Gradient_allocates_nothing(int batch) => Assert.Equal(0, Gradients.Allocated(Objective("logistic L2"), new GradientSample(1, 1, batch)));

    [Fact]
    public void Logistic_loss_survives_margins_that_overflow_exp()
    {
        var data = new Dataset(new SparseMatrix(2, 1, [0, 1, 2], [0, 0], [1e4, -1e4]), [1, 1]);
        var f = new LogisticObjective(Partition.InOrder(data, 2));
        var gradient = new double[1];
        Assert.Equal(0, f.Value(0, [1]));
        Assert.Equal(1e4, f.Value(1, [1]));
        f.Gradient(1, [1], null, gradient);
        Assert.Equal(1e4, gradient[0]);
    }

    [Fact]
    public void Labels_other_than_plus_and_minus_one_are_refused_by_row()
    {
        var data = new Dataset(new SparseMatrix(2, 1, [0, 0, 0], [], []), [1, 0]);
        var error = Assert.Throws<UserError>(() => new LogisticObjective(Partition.InOrder(data, 1)));
        Assert.Equal("row 2: a label of logistic regression: found 0, expected -1 or 1; map the two labels to -1 and 1 first", error.Message);
    }

    [Fact]
    public void Worker_without_rows_has_the_regulariser_alone()
    {
        var f = new LogisticObjective(new Partition(Examples.Binary(3, 2), [0, 3, 3]), new Regulariser(Ridge: 2));
        var gradient = new double[2];
        f.Gradient(1, [1, -2], null, gradient);
        Assert.Equal([2, -4], gradient);
        Assert.Equal(5, f.Value(1, [1, -2]));
    }

    private static RowObjective Objective(string name) => name switch
    {
        "logistic" => new LogisticObjective(Parts),
        "logistic L2" => new LogisticObjective(Parts, new Regulariser(Ridge: 0.1)),
        "logistic non-convex" => new LogisticObjective(Parts, new Regulariser(NonConvex: 0.1)),
        _ => new LeastSquaresObjective(Parts, new Regulariser(0.2, 0.1)),
    };
}
