using CsCheck;
using Residuum.Distribution.Problems;
using Residuum.Numerics.Errors;

namespace Residuum.Distribution.Tests.Problems;

public sealed class StepSizesTests
{
    private static readonly SmoothnessConstants Uneven = new(20, [1, 1, 1, 100]);

    [Fact]
    public void Closed_forms_of_xi_agree() => Gen.Double[1e-6, 1].Sample(alpha =>
    {
        double first = Math.Sqrt(StepSizes.Beta(alpha) / StepSizes.Theta(alpha)), second = ((1 + Math.Sqrt(1 - alpha)) / alpha) - 1;
        return Math.Abs(StepSizes.Xi(alpha) - first) <= 1e-9 * (1 + first) && Math.Abs(StepSizes.Xi(alpha) - second) <= 1e-9 * (1 + second);
    });

    [Fact]
    public void Xi_is_known_at_its_ends()
    {
        Assert.Equal(0, StepSizes.Xi(1));
        Assert.Equal(38.4936, StepSizes.Xi(1 / 20.0), 1e-4);
        Assert.Equal(1, 1e-12 * StepSizes.Xi(1e-12) / 2, 1e-6);
        Assert.Equal(1, StepSizes.Theta(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => StepSizes.Xi(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => StepSizes.Xi(double.NaN));
    }

    [Fact]
    public void Means_of_the_example_of_four_workers()
    {
        Assert.Equal(25.75, Uneven.ArithmeticMean);
        Assert.Equal(50.0075, Uneven.QuadraticMean, 5e-5);
        Assert.Equal((50.0075 * 50.0075) - (25.75 * 25.75), Uneven.Variance, 0.01);
        Assert.Equal([1 / 103.0, 1 / 103.0, 1 / 103.0, 100 / 103.0], Uneven.Weights());
        Assert.Equal([1, 1, 1, 4], StepSizes.Ef21(Uneven, 0.1).CloneCounts);
    }

    [Fact]
    public void Step_sizes_follow_their_formulas()
    {
        var steps = StepSizes.Ef21(Uneven, 0.05);
        double xi = StepSizes.Xi(0.05);
        Assert.Equal(1 / (20 + (25.75 * xi)), steps.New, 1e-15);
        Assert.Equal(1 / (20 + (Uneven.QuadraticMean * xi)), steps.Old, 1e-15);
        Assert.Equal(1 / (20 + (25.75 * StepSizes.Xi(0.025))), steps.Partial(0.5), 1e-15);
        Assert.Equal(Math.Sqrt(7 * (3 + (1e4 / 4))) / 4, steps.CloneMean, 1e-12);
        Assert.Equal(steps.New / steps.Old, steps.SpeedUp);
        Assert.Equal(1 / 20.0, StepSizes.Ef21(Uneven, 1).New);
    }

    [Fact]
    public void Clones_number_n_to_2n_and_lose_at_most_the_root_of_2() => Gen.Double[1e-3, 1e3].Array[1, 40].Sample(constants =>
    {
        var c = new SmoothnessConstants(constants.Average() / 2, constants);
        var steps = StepSizes.Ef21(c, 0.1);
        int n = constants.Length, total = steps.CloneCounts.Sum();
        return total >= n && total <= 2 * n && steps.CloneMean <= Math.Sqrt(2) * c.ArithmeticMean * (1 + 1e-12)
            && steps.CloneMean >= c.ArithmeticMean * (1 - 1e-12) && steps.Clone >= steps.New / Math.Sqrt(2);
    });

    [Fact]
    public void Cloned_problem_has_the_quadratic_mean_foretold()
    {
        var f = QuadraticObjective.Random([1, 2, 3, 60], smallest: 0.5, dimension: 4, heterogeneity: 1, seed: 5);
        var steps = StepSizes.Ef21(Smoothness.Estimate(f), 0.1);
        var cloned = Smoothness.Estimate(new ScaledCopies(f, steps.CloneCounts));
        Assert.Equal(steps.CloneMean, cloned.QuadraticMean, 1e-10);
        Assert.Equal(steps.Constants.Whole, cloned.Whole, 1e-10);
    }

    [Fact]
    public void Rare_features_shrink_the_bound_by_the_root_of_the_overlap()
    {
        int[][] supports = [[0, 1], [1, 2], [2, 3], [3, 0]];
        Assert.Equal(0.5, StepSizes.Overlap(supports, [0.25, 0.25, 0.25, 0.25]));
        var steps = StepSizes.Ef21(Uneven, 0.5);
        Assert.Equal(1 / (20 + (Math.Sqrt(0.5) * Uneven.QuadraticMean * StepSizes.Xi(0.5))), steps.RareEqual(supports), 1e-15);
        Assert.Equal(1 / (20 + (Math.Sqrt(101 / 103.0) * 25.75 * StepSizes.Xi(0.5))), steps.RareWeighted(supports), 1e-15);
    }

    [Fact]
    public void Workers_that_do_not_curve_get_no_weight_and_one_clone()
    {
        var steps = StepSizes.Ef21(new SmoothnessConstants(1, [0, 2]), 0.5);
        Assert.Equal([0, 1], steps.Constants.Weights());
        Assert.Equal([1, 2], steps.CloneCounts);
        Assert.Throws<UserError>(() => StepSizes.Ef21(new SmoothnessConstants(0, [0, 0]), 0.5).New);
    }
}
