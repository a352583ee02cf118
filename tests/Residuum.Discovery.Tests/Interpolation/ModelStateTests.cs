using Residuum.Discovery.Interpolation;
using Residuum.Discovery.Models;

namespace Residuum.Discovery.Tests.Interpolation;

/// <summary>Errors on turbulent states of the model, 64 x 96, with bounds from other masks and runs than those judged.</summary>
public sealed class ModelStateTests
{
    private static readonly TwoLayerModel Model = TurbulentStates.Model;
    private static readonly double[][] States = [.. TurbulentStates.All];

    [Theory]
    [InlineData("polyharmonic:6", 0.95, 4e-4, 0.03)]
    [InlineData("polyharmonic:6", 0.9, 8e-4, 0.05)]
    [InlineData("polyharmonic:6", 0.75, 2.5e-3, 0.09)]
    [InlineData("gp", 0.95, 3e-4, 0.025)]
    [InlineData("gp", 0.9, 6e-4, 0.04)]
    [InlineData("gp", 0.75, 2e-3, 0.08)]
    public void Smooth_fills_keep_the_laplacian(string name, double ratio, double streamFunction, double laplacian)
    {
        var errors = Errors(name, ratio, mask: 7);
        Assert.InRange(errors.StreamFunction[0], streamFunction / 10, streamFunction);
        Assert.InRange(errors.Laplacian[0], laplacian / 5, laplacian);
    }

    [Fact]
    public void The_published_baselines_lose_it()
    {
        double smooth = Errors("polyharmonic:6", 0.9, mask: 8).Laplacian[1];
        Assert.InRange(Errors("cubic", 0.9, mask: 8).Laplacian[1] / smooth, 4, 40);
        Assert.InRange(Errors("linear", 0.9, mask: 8).Laplacian[1] / smooth, 15, 150);
    }

    [Fact]
    public void The_choice_is_within_half_of_the_best_on_twenty_masks()
    {
        Effort.Slow();
        double[] ratios = [0.95, 0.9, 0.75, 0.5];
        for (int mask = 0; mask < 20; mask++)
        {
            double[] pair = Pair(mask % States.Length);
            var sensors = SyntheticFlow.Mask(Model.Grid, ratios[mask % 4], seed: 500 + mask);
            var values = SyntheticFlow.Read(sensors, pair);
            double Error(string name) => InterpolationErrors.Of(Model.Grid, 2, Interpolators.Create(name).Fit(sensors, values, seed: mask), pair).StreamFunction.Sum(e => e * e);
            double chosen = Error(new AutoInterpolator().Choose(sensors, values, seed: mask).Best.Name), best = AutoInterpolator.Candidates.Min(Error);
            Assert.True(Math.Sqrt(chosen / best) <= 1.5, $"mask {mask}: {Math.Sqrt(chosen / best)} times the best");
        }
    }

    private static InterpolationErrors Errors(string name, double ratio, int mask)
    {
        double[] pair = Pair(mask % States.Length);
        var sensors = SyntheticFlow.Mask(Model.Grid, ratio, mask);
        return InterpolationErrors.Of(Model.Grid, 2, Interpolators.Create(name).Fit(sensors, SyntheticFlow.Read(sensors, pair), seed: 0), pair);
    }

    /// <summary>A state and the state one Euler step later, <c>[2, layers, Ny, Nx]</c>.</summary>
    private static double[] Pair(int state)
    {
        double[] psi = States[state];
        return [.. psi, .. Model.StreamFunction(Model.EulerStep(Model.PotentialVorticity(psi)))];
    }
}
