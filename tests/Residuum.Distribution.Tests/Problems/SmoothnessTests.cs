using CsCheck;
using Residuum.Distribution.Problems;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Distribution.Tests.Problems;

public sealed class SmoothnessTests
{
    [Theory]
    [InlineData(40, 4)] // By all eigenvalues.
    [InlineData(200, 300)] // By iteration.
    public void Constants_of_logistic_regression_follow_the_formula(int rows, int features)
    {
        var parts = Partition.Iid(Examples.Binary(3 * rows, features), workers: 3, seed: 2);
        var found = Smoothness.Estimate(new LogisticObjective(parts, new Regulariser(Ridge: 0.1, NonConvex: 0.01)));
        for (int i = 0; i < 3; i++) Near((GramMaximum(parts, i) / (4 * rows)) + 0.12, found.Workers[i]);
        var pooled = new Partition(parts.Data, [0, 3 * rows]); // Workers of one size: the mean of the means is the mean.
        Near((GramMaximum(pooled, 0) / (12 * rows)) + 0.12, found.Whole);
        Assert.Equal(rows == 40, found.Method == "exact eigenvalues");
    }

    [Fact]
    public void Constants_of_least_squares_and_softmax_follow_their_formulas()
    {
        var data = Examples.Binary(12, 3);
        var parts = Partition.InOrder(data, 1);
        Near((GramMaximum(parts, 0) / 12) + 0.2, Smoothness.Estimate(new LeastSquaresObjective(parts, new Regulariser(NonConvex: 0.1))).Whole);
        var classes = new Partition(new Dataset(data.Features, [.. data.Labels.Select(label => (label + 1) / 2)]), [0, 12]);
        Near(GramMaximum(parts, 0) / 24, Smoothness.Estimate(new SoftmaxObjective(classes, 2)).Whole);
    }

    [Fact]
    public void Few_rows_in_many_features_are_exact()
    {
        var parts = Partition.InOrder(Examples.Binary(12, 200), 3);
        var found = Smoothness.Estimate(new LogisticObjective(parts));
        Assert.Equal("exact eigenvalues", found.Method);
        for (int i = 0; i < 3; i++) Assert.Equal(GramMaximum(parts, i) / 16, found.Workers[i], 1e-10 * found.Workers[i]);
    }

    [Fact]
    public void Hessian_never_exceeds_the_bound()
    {
        // |∇f(x) - ∇f(y)| ≤ L |x - y| at points near 0, where the curvature is largest.
        var f = new LogisticObjective(Partition.InOrder(Examples.Binary(30, 5), 1), new Regulariser(NonConvex: 0.3));
        double bound = Smoothness.Estimate(f).Workers[0];
        Gen.Double[-0.5, 0.5].Array[10].Sample(numbers =>
        {
            double[] x = numbers[..5], y = numbers[5..], at = new double[5], there = new double[5];
            f.Gradient(0, x, null, at);
            f.Gradient(0, y, null, there);
            return Distance(at, there) <= (bound * Distance(x, y)) + 1e-12;
        }, iter: 500, threads: 1);
    }

    [Fact]
    public void Worker_without_curvature_has_constant_0_and_weight_0()
    {
        var found = Smoothness.Estimate(new LogisticObjective(new Partition(Examples.Binary(3, 2), [0, 3, 3])));
        Assert.Equal(0, found.Workers[1]);
        Assert.Equal([1.0, 0], found.Weights());
    }

    [Fact]
    public void Means_are_in_order_on_random_data()
    {
        for (long seed = 0; seed < 5; seed++)
        {
            foreach (double tau in new[] { 0, 1.5 })
            {
                var c = Smoothness.Estimate(new LogisticObjective(new ScaledRows { Tau = tau }.Common(seed), new Regulariser(NonConvex: 1e-3)));
                Assert.True(c.Whole <= c.ArithmeticMean && c.ArithmeticMean <= c.QuadraticMean, $"{c.Whole} {c.ArithmeticMean} {c.QuadraticMean}");
                Assert.True(c.QuadraticMean <= Math.Sqrt(20) * c.ArithmeticMean);
            }
        }
    }

    [Fact]
    public void Iteration_stays_within_its_tolerance()
    {
        double[] spectrum = [.. Enumerable.Range(1, 400).Select(j => Math.Sqrt(j))];
        var (value, isExact) = Lanczos.Largest(400, (v, product) =>
        {
            for (int j = 0; j < 400; j++) product[j] = spectrum[j] * v[j];
        });
        Assert.False(isExact);
        Assert.InRange(value, 20 * (1 - 5e-3), 20 + 1e-12);
    }

    private static double GramMaximum(Partition parts, int worker)
    {
        var rows = new Matrix(parts.Count(worker), parts.Data.Features.Columns);
        for (int k = 0; k < rows.Rows; k++) parts.Data.Features.AddRow(parts.Start(worker) + k, 1, rows.Row(k));
        return Dense.SymmetricEigen(Dense.Gram(rows)).Values[^1];
    }

    /// <summary>Never below, at most the safety above.</summary>
    private static void Near(double expected, double found) => Assert.InRange(found, expected * (1 - 1e-10), expected * (Smoothness.Safety + 1e-10));

    private static double Distance(double[] a, double[] b) => System.Numerics.Tensors.TensorPrimitives.Distance<double>(a, b);
}
