using Residuum.Discovery.Interpolation;
using Residuum.Discovery.Sensors;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Tests.Interpolation;

public sealed class InterpolatorsTests
{
    [Theory]
    [InlineData("polyharmonic")]
    [InlineData("polyharmonic:4.5")]
    [InlineData("gp")]
    [InlineData("band-limited:12")]
    [InlineData("rff-ridge+union+keep:0.66")]
    [InlineData("rff-mlp:last-layer")]
    [InlineData("rff-mlp:two-net+union")]
    [InlineData("mlp:tangent")]
    public void A_name_makes_the_interpolator_that_bears_it(string text) =>
        Assert.Equal(text == "polyharmonic" ? "polyharmonic:6" : text, Interpolators.Create(text).Name);

    [Theory]
    [InlineData("kriging", "polyharmonic:POWER")]
    [InlineData("rbf:3", "nothing may stand behind the colon")]
    [InlineData("polyharmonic:high", "no number")]
    [InlineData("polyharmonic:20", "[1, 12]")]
    [InlineData("rff-mlp:deep", "expected tangent, last-layer, two-net")]
    [InlineData("rbf+join", "+union or +keep:RATIO")]
    [InlineData("rbf+keep:1.5", "(0, 1]")]
    public void What_is_wrong_with_a_name_is_said(string text, string said) =>
        Assert.Contains(said, Assert.ThrowsAny<UserError>(() => Interpolators.Create(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_union_keeps_the_data_and_needs_them_on_the_grid()
    {
        var grid = SyntheticFlow.Grid;
        double[] truth = SyntheticFlow.Pairs(grid, 1, seed: 1);
        var sensors = SyntheticFlow.Mask(grid, 0.7, seed: 1);
        double[] union = Interpolators.Create("band-limited+union").Fit(sensors, SyntheticFlow.Read(sensors, truth), seed: 0).Values;
        Assert.All(sensors.GridIndices!, i => Assert.Equal(truth[i], union[i]));
        Assert.Throws<UserError>(() => Interpolators.Create("rbf+union").Fit(SyntheticFlow.Anywhere(grid, 50, seed: 0), new SensorValues(1, 1, 50), seed: 0));
    }

    [Fact]
    public void A_kept_part_of_the_wave_numbers_holds_nothing_beyond_it()
    {
        var grid = SyntheticFlow.Grid;
        var sensors = SyntheticFlow.Mask(grid, 0.7, seed: 2);
        double[] kept = Interpolators.Create("nearest+keep:0.5").Fit(sensors, SyntheticFlow.Read(sensors, SyntheticFlow.Pairs(grid, 1, seed: 2)), seed: 0).Values;
        var spectrum = new double[grid.Transform.SpectrumSize];
        grid.Transform.Forward(kept.AsSpan(0, grid.Points), spectrum);
        for (int mode = 0; mode < spectrum.Length / 2; mode++)
        {
            int mx = mode % grid.Transform.ModesX, row = mode / grid.Transform.ModesX, my = Math.Min(row, grid.Ny - row);
            if (mx >= grid.Nx / 4 || my >= grid.Ny / 4) Assert.InRange(Math.Abs(spectrum[2 * mode]) + Math.Abs(spectrum[(2 * mode) + 1]), 0, 1e-9);
        }
    }

    [Fact]
    public void An_ensemble_analysis_without_an_ensemble_says_so()
    {
        var sensors = SyntheticFlow.Mask(SyntheticFlow.Grid, 0.7, seed: 3);
        var error = Assert.Throws<UserError>(() => Interpolators.Create("enkf").Fit(sensors, new SensorValues(1, 2, sensors.Count), seed: 0));
        Assert.Contains("give an ensemble", error.Message, StringComparison.Ordinal);
    }
}
