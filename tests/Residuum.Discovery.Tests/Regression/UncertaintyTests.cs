using Residuum.Discovery.Regression;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Random;

namespace Residuum.Discovery.Tests.Regression;

public sealed class UncertaintyTests
{
    [Fact]
    public void Sandwich_and_bootstrap_cover_where_rows_of_a_sample_depend_and_row_errors_do_not()
    {
        const int trials = 150;
        var estimates = new double[trials];
        double sandwich = 0, bootstrap = 0, rows = 0;
        for (int trial = 0; trial < trials; trial++)
        {
            GroupedEquations data = Dependent(trial);
            SparseFit fit = new SelectionProblem(data).Refit([0]);
            estimates[trial] = fit.Coefficients[0];
            rows += fit.StandardErrors[0] / trials;
            sandwich += ClusteredSandwich.StandardErrors(ClusteredSandwich.Covariance(data, fit, Scaling.Centred))[0] / trials;
            if (trial < 30) bootstrap += SampleBootstrap.Of(data, [0], Scaling.Centred, new BaggingOptions { Seed = trial }).StandardErrors[0] / 30;
        }
        double mean = estimates.Average(), spread = Math.Sqrt(estimates.Sum(c => (c - mean) * (c - mean)) / (trials - 1));
        Assert.InRange(sandwich / spread, 0.8, 1.2); // the spread of 150 estimates is known to 6 %
        Assert.InRange(bootstrap / spread, 0.75, 1.25);
        Assert.InRange(rows / spread, 0, 0.5);
    }

    [Fact]
    public void Scores_sum_to_zero_and_equal_those_of_the_rows()
    {
        Problem problem = Problem.Random(1, rows: 100, columns: 3);
        var data = GroupedEquations.FromRows(problem.Phi, problem.Y, rowsPerGroup: 25);
        SparseFit fit = new SelectionProblem(data).Refit([0, 2]);
        SampleScores scores = SampleScores.Of(data, fit, Scaling.Centred);
        double mean = Enumerable.Range(0, 100).Average(r => problem.Phi[r, 2]), expected = 0;
        for (int r = 25; r < 50; r++)
            expected += (problem.Phi[r, 2] - mean) * (problem.Y[r] - Problem.Dot(problem.Phi.Row(r), fit.Coefficients) - fit.Intercept);
        Assert.Equal(expected, scores.Values[1, 1], 1e-9);
        for (int j = 0; j < 2; j++) Assert.Equal(0, Enumerable.Range(0, 4).Sum(sample => scores.Values[sample, j]), 1e-9);
    }

    [Fact]
    public void An_attenuated_response_widens_the_errors()
    {
        var scores = new Matrix(3, 1, [1, -2, 1]);
        double plain = ClusteredSandwich.Covariance(scores, new Matrix(1, 1, [4]))[0, 0];
        Assert.Equal(1.5 * 6 / 16, plain, 1e-12);
        Assert.Equal(plain / 0.25, ClusteredSandwich.Covariance(scores, new Matrix(1, 1, [2]))[0, 0], 1e-12);
    }

    [Fact]
    public void Sensitivity_need_not_be_symmetric()
    {
        var scores = new Matrix(4, 2, [1, 2, -1, 0.5, 0.3, -1, 2, 1]);
        var sensitivity = new Matrix(2, 2, [0, 2, -1, 0.5]); // its first pivot is 0
        Matrix V = ClusteredSandwich.Covariance(scores, sensitivity);
        // A V Aᵀ = B
        Matrix back = Dense.Multiply(Dense.Multiply(sensitivity, V), sensitivity, transposeB: true);
        Matrix B = Dense.Multiply(scores, scores, transposeA: true);
        for (int i = 0; i < 4; i++) Assert.Equal(B.Values[i] * 4 / 3, back.Values[i], 1e-12);
    }

    [Fact]
    public void One_sample_has_no_spread() =>
        Assert.Throws<ArgumentException>(() => ClusteredSandwich.Covariance(new Matrix(1, 1, [1]), new Matrix(1, 1, [1])));

    [Fact]
    public void Bootstrap_interval_holds_the_coefficient()
    {
        SampleBootstrap bootstrap = SampleBootstrap.Of(Dependent(1), [0], Scaling.Centred, new BaggingOptions());
        var (low, high) = bootstrap.Interval(0);
        Assert.InRange(1, low, high);
        Assert.InRange(high - low, 2 * bootstrap.StandardErrors[0], 6 * bootstrap.StandardErrors[0]);
    }

    // y = x + e, x and e nearly constant inside a sample: 40 samples of 25 rows say little more than 40 rows.
    private static GroupedEquations Dependent(int seed)
    {
        var random = new RandomStream(seed, "dependent rows");
        var phi = new Matrix(1000, 1);
        var y = new double[1000];
        for (int sample = 0; sample < 40; sample++)
        {
            double x = random.Normal(), e = random.Normal();
            for (int r = sample * 25; r < (sample + 1) * 25; r++)
            {
                phi[r, 0] = x + (0.1 * random.Normal());
                y[r] = phi[r, 0] + e + (0.1 * random.Normal());
            }
        }
        return GroupedEquations.FromRows(phi, y, rowsPerGroup: 25);
    }
}
