using Residuum.Discovery.Regression;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Tests.Regression;

public sealed class RelevanceVectorMachineTests
{
    [Fact]
    public void Both_forms_and_sequential_thresholding_keep_the_same_columns()
    {
        int equal = 0;
        for (int seed = 0; seed < 20; seed++)
        {
            NormalEquations data = Problem.Random(seed, rows: 2000, columns: 24).Equations;
            IReadOnlyList<int> support = new RelevanceVectorMachine().Fit(data).Support;
            if (support.SequenceEqual(new FastRelevanceVectorMachine().Fit(data).Support) && support.SequenceEqual(new Stlsq().Fit(data).Support)) equal++;
        }
        Assert.InRange(equal, 19, 20);
    }

    [Theory]
    [InlineData(100, 0.1)]
    [InlineData(10_000, 0.01)]
    public void Largest_precision_is_a_threshold_of_standardized_coefficients(double alphaMax, double threshold)
    {
        const int rows = 100_000;
        double[] c = [1, 1.1 * threshold, 0.9 * threshold];
        SparseFit fit = new RelevanceVectorMachine(new RvmOptions { AlphaMax = alphaMax, Tolerance = 1e-6 }).Fit(Standardized(c, rows));
        Assert.Equal([0, 1], fit.Support);
    }

    [Fact]
    public void Without_scaling_the_threshold_is_in_physical_units()
    {
        Problem problem = Problem.Random(3, rows: 2000, columns: 5, noise: 0.001, terms: 2).Scaled(0.01, [1, 1, 1, 1, 1]);
        Assert.NotEmpty(new RelevanceVectorMachine().Fit(problem.Equations).Support);
        SparseFit raw = new RelevanceVectorMachine(new RvmOptions { Scaling = Scaling.None }).Fit(problem.Equations);
        Assert.Empty(raw.Support); // every coefficient is below 0.1
        Assert.Equal(Stop.Empty, raw.Stop);
    }

    [Fact]
    public void Noise_alone_gives_the_empty_model_in_both_forms()
    {
        Problem problem = Problem.Random(4, rows: 5000, columns: 20, noise: 1, terms: 0);
        Assert.Equal(Stop.Empty, new RelevanceVectorMachine().Fit(problem.Equations).Stop);
        Assert.Equal(Stop.Empty, new FastRelevanceVectorMachine().Fit(problem.Equations).Stop);
    }

    [Fact]
    public void Standard_errors_are_those_of_least_squares_on_the_support()
    {
        Problem problem = Problem.Random(5, rows: 5000, columns: 8, noise: 0.5);
        SparseFit fit = new RelevanceVectorMachine().Fit(problem.Equations);
        SparseFit free = new SelectionProblem(new GroupedEquations([problem.Equations])).Refit(fit.Support);
        Assert.NotEmpty(fit.Support);
        foreach (int j in fit.Support) Assert.Equal(free.StandardErrors[j], fit.StandardErrors[j], 0.01 * free.StandardErrors[j]);
    }

    [Fact]
    public void The_pass_limit_is_a_result_with_its_reason() =>
        Assert.Equal(Stop.PassLimit, new RelevanceVectorMachine(new RvmOptions { MaxPasses = 2 }).Fit(Problem.Random(6, 100, 5).Equations).Stop);

    [Fact]
    public void Options_are_checked_also_by_with() =>
        Assert.Equal("AlphaMax", Assert.Throws<OptionError>(() => new RvmOptions() with { AlphaMax = 0 }).Option);

    // Uncorrelated columns of unit variance; the target has unit variance too, to rounding.
    private static NormalEquations Standardized(double[] c, int rows)
    {
        double[] unit = [.. c.Select(x => x * Math.Sqrt(rows))];
        Problem problem = Problem.Orthonormal(unit, rows, offset: 1e-3);
        return problem.Scaled(1 / Math.Sqrt(c.Sum(x => x * x)), [.. c.Select(_ => Math.Sqrt(rows))]).Equations;
    }
}
