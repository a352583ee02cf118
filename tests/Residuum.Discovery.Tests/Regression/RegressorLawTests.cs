using CsCheck;
using Residuum.Discovery.Regression;
using Residuum.Numerics.Errors;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery.Tests.Regression;

/// <summary>The same laws for every regressor of the list.</summary>
public sealed class RegressorLawTests
{
    public static TheoryData<string> Names => [.. Regressors.All.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Coefficients_follow_the_scales_of_target_and_columns(string name) =>
        Gen.Select(Gen.Long[0, 50], Gen.Double[-3, 3], Gen.Double[-3, 3].Array[6]).Sample((seed, target, columns) =>
        {
            Problem problem = Problem.Random(seed, rows: 120, columns: 6);
            double a = Math.Pow(10, target);
            double[] b = [.. columns.Select(exponent => Math.Pow(10, exponent))];
            SparseFit plain = Fit(name, problem), scaled = Fit(name, problem.Scaled(a, b));
            Assert.Equal(plain.Support, scaled.Support);
            foreach (int j in plain.Support)
            {
                Assert.Equal(plain.Coefficients[j], scaled.Coefficients[j] * b[j] / a, 1e-6 * Math.Abs(plain.Coefficients[j]));
                Assert.Equal(plain.StandardErrors[j], scaled.StandardErrors[j] * b[j] / a, 1e-5 * plain.StandardErrors[j]);
            }
            Assert.Equal(plain.ResidualSquare, scaled.ResidualSquare / (a * a), 1e-6 * plain.ResidualSquare);
        }, iter: 10, threads: 1);

    [Theory]
    [MemberData(nameof(Names))]
    public void Columns_may_stand_in_any_order(string name) =>
        Gen.Select(Gen.Long[0, 50], Gen.Shuffle(Enumerable.Range(0, 6).ToArray())).Sample((seed, order) =>
        {
            Problem problem = Problem.Random(seed, rows: 120, columns: 6);
            SparseFit plain = Fit(name, problem), permuted = Fit(name, problem.Permuted(order));
            for (int j = 0; j < 6; j++) Assert.Equal(plain.Coefficients[order[j]], permuted.Coefficients[j], 1e-6);
        }, iter: 10, threads: 1);

    [Theory]
    [MemberData(nameof(Names))]
    public void An_offset_of_the_columns_goes_into_the_intercept(string name)
    {
        Problem problem = Problem.Random(5, rows: 200, columns: 6);
        Matrix phi = problem.Phi.Copy();
        for (int r = 0; r < phi.Rows; r++) phi[r, 2] += 40;
        SparseFit plain = Fit(name, problem), moved = Fit(name, problem with { Phi = phi });
        for (int j = 0; j < 6; j++) Assert.Equal(plain.Coefficients[j], moved.Coefficients[j], 1e-6);
        Assert.Equal(plain.Intercept - (40 * plain.Coefficients[2]), moved.Intercept, 1e-5);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Duplicate_columns_do_no_harm(string name)
    {
        Problem problem = Problem.Random(6, rows: 200, columns: 6, noise: 0.01);
        SparseFit fit = Fit(name, problem.Permuted([0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5]));
        SparseFit single = Fit(name, problem);
        Assert.All(fit.Coefficients, c => Assert.True(double.IsFinite(c)));
        Assert.All(fit.StandardErrors, error => Assert.True(double.IsFinite(error)));
        if (name == "bagged") return; // replicates may choose either twin: medians of both can be 0
        for (int j = 0; j < 6; j++) Assert.Equal(single.Coefficients[j], fit.Coefficients[j] + fit.Coefficients[j + 6], 0.02);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Columns_that_do_not_vary_are_dropped_and_reported(string name)
    {
        Problem problem = Problem.Random(7, rows: 200, columns: 5);
        Matrix phi = problem.Phi.Copy();
        for (int r = 0; r < phi.Rows; r++) (phi[r, 1], phi[r, 3]) = (0, 300.1);
        SparseFit fit = Regressors.Create(name).Fit(NormalEquations.FromRows(phi, problem.Y));
        Assert.Equal(0, fit.Coefficients[1]);
        Assert.Equal(0, fit.Coefficients[3]);
        if (name != "bagged") Assert.Equal([1, 3], fit.Dropped);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_target_that_does_not_vary_gives_the_empty_model(string name)
    {
        Problem problem = Problem.Random(8, rows: 50, columns: 4);
        SparseFit fit = Regressors.Create(name).Fit(NormalEquations.FromRows(problem.Phi, [.. problem.Y.Select(_ => 2.5)]));
        Assert.Empty(fit.Support);
        Assert.Equal(Stop.Empty, fit.Stop);
        Assert.Equal(2.5, fit.Intercept, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void One_row_or_none_gives_the_empty_model(string name)
    {
        Assert.Empty(Fit(name, Problem.Random(9, rows: 1, columns: 4)).Support);
        Assert.Empty(Fit(name, new Problem(new Matrix(0, 4), [])).Support);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fewer_rows_than_columns_stay_finite(string name)
    {
        SparseFit fit = Fit(name, Problem.Random(10, rows: 5, columns: 12));
        Assert.All(fit.Coefficients, c => Assert.True(double.IsFinite(c)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_perfect_fit_is_found_and_its_residual_is_no_less_than_rounding(string name)
    {
        Problem problem = Problem.Random(11, rows: 300, columns: 6, noise: 0);
        SparseFit fit = Fit(name, problem);
        double centred = problem.Y.Sum(y => Math.Pow(y - problem.Y.Average(), 2));
        Assert.InRange(fit.ResidualSquare, name == "bagged" ? 0 : 0.99e-14 * centred, 1e-6 * centred);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Cancellation_ends_the_work(string name)
    {
        if (name is "ridge" or "least-squares") return; // one solve
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Regressors.Create(name).Fit(Problem.Random(12, rows: 50, columns: 4).Equations, cancel.Token));
    }

    [Fact]
    public void Every_name_of_the_list_is_the_name_of_its_regressor() =>
        Assert.All(Regressors.All, entry => Assert.Equal(entry.Name, entry.Create(entry.Options).Name));

    [Fact]
    public void Any_regressor_can_be_bagged_but_a_bag()
    {
        Assert.NotEmpty(Regressors.Create("bagged", new BaggingOptions { Inner = "stlsq" }).Fit(Problem.Random(1, 100, 4).Equations).Support);
        Assert.Throws<UserError>(() => Regressors.Create("bagged", new BaggingOptions { Inner = "bagged" }));
    }

    [Fact]
    public void An_unknown_name_is_answered_with_the_known_ones() =>
        Assert.Contains("stepwise-forward", Assert.Throws<UserError>(() => Regressors.Create("rmv")).Message);

    private static SparseFit Fit(string name, Problem problem) => Regressors.Create(name).Fit(problem.Equations);
}
