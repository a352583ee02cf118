using Residuum.Distribution.Problems;

namespace Residuum.Distribution.Tests.Problems;

public sealed class SyntheticLeastSquaresTests
{
    private static readonly SyntheticLeastSquares Problem = SyntheticLeastSquares.Heterogeneous(workers: 4, dimension: 6, heterogeneity: 10, noise: 3, seed: 1);

    [Fact]
    public void Gradients_agree_with_differences() => Gradients.AgreeWithDifferences(Problem);

    [Fact]
    public void Mean_gradient_vanishes_at_the_minimiser()
    {
        var (sum, gradient) = (new double[6], new double[6]);
        for (int i = 0; i < 4; i++)
        {
            Problem.Gradient(i, Problem.Minimiser, null, gradient);
            for (int j = 0; j < 6; j++) sum[j] += gradient[j];
        }
        Assert.All(sum, number => Assert.Equal(0, number, 1e-12));
    }

    [Fact]
    public void Gap_is_the_difference_of_values()
    {
        double[] x = [1, -2, 3, 0, 5, 1];
        double mean = Enumerable.Range(0, 4).Average(i => Problem.Value(i, x));
        Assert.Equal(mean - Problem.Minimum, Problem.Gap(x), 1e-10);
    }

    [Fact]
    public void Scales_follow_the_square_root_law()
    {
        var product = new double[6];
        Problem.AddBound(2, [1, 0, 0, 0, 0, 0], 1, product);
        Assert.Equal(9.0 / 4, product[0], 1e-14); // a_3² = 3²/n
    }

    [Fact]
    public void Noise_has_the_variance_asked_for_and_belongs_to_seed_round_and_worker()
    {
        double sum = 0;
        for (int round = 0; round < 4000; round++) sum += Noise(new GradientSample(1, round, 0), 1).Sum(number => number * number);
        Assert.Equal(9, sum / 4000, 0.4); // σ² = 9, deviation of the mean 0.08
        var key = new GradientSample(1, 7, 0);
        Assert.Equal(Noise(key, 1), Noise(key, 1));
        AssertDiffer(Noise(key, 1), Noise(key, 2));
        AssertDiffer(Noise(key, 1), Noise(key with { Round = 8 }, 1));
        AssertDiffer(Noise(key, 1), Noise(key with { Seed = 2 }, 1));
    }

    [Fact]
    public void Gradient_allocates_nothing() => Assert.Equal(0, Gradients.Allocated(Problem, new GradientSample(1, 1, 0)));

    /// <summary>By more than the rounding of the gradients that were subtracted.</summary>
    private static void AssertDiffer(double[] a, double[] b) => Assert.InRange(a.Zip(b, (first, second) => Math.Abs(first - second)).Max(), 0.1, 100);

    private static double[] Noise(GradientSample sample, int worker)
    {
        var (noisy, exact) = (new double[6], new double[6]);
        Problem.Gradient(worker, exact, sample, noisy);
        Problem.Gradient(worker, new double[6], null, exact);
        return [.. noisy.Zip(exact, (a, b) => a - b)];
    }
}
