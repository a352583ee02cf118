using Residuum.Discovery.Interpolation;
using Residuum.Discovery.Sensors;
using Residuum.Numerics.Errors;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Random;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests.Interpolation;

public sealed class PolyharmonicFillTests
{
    private static readonly PlaneGrid Grid = SyntheticFlow.Grid;
    private static readonly double[] Truth = SyntheticFlow.Pairs(Grid, pairs: 1, seed: 3);

    [Theory]
    [InlineData(4, 0.9)]
    [InlineData(6, 0.9)]
    [InlineData(6, 0.5)]
    public void The_gradient_of_the_energy_is_zero_at_missing_points(int power, double ratio)
    {
        var sensors = SyntheticFlow.Mask(Grid, ratio, seed: 0);
        double[] filled = Fill(new PolyharmonicFill(power), sensors, Truth);
        var observed = sensors.GridIndices!.ToHashSet();
        for (int field = 0; field < 4; field++)
        {
            double mean = sensors.GridIndices!.Average(i => Truth[(field * Grid.Points) + i]);
            double[] gradient = Gradient([.. filled[(field * Grid.Points)..((field + 1) * Grid.Points)].Select(value => value - mean)], power);
            double largest = observed.Max(i => Math.Abs(gradient[i]));
            Assert.All(Enumerable.Range(0, Grid.Points).Except(observed), i => Assert.InRange(Math.Abs(gradient[i]) / largest, 0, 1e-9));
        }
    }

    [Fact]
    public void Readings_stay_as_they_are_and_a_full_grid_is_left_alone()
    {
        var sensors = SyntheticFlow.Mask(Grid, 0.8, seed: 1);
        double[] filled = Fill(new PolyharmonicFill(), sensors, Truth);
        Assert.All(sensors.GridIndices!, i => Assert.Equal(Truth[i], filled[i]));
        Assert.Equal(Truth, Fill(new PolyharmonicFill(), SyntheticFlow.Mask(Grid, 1, seed: 1), Truth));
    }

    [Fact]
    public void A_constant_is_filled_by_itself()
    {
        double[] constant = [.. Enumerable.Repeat(7.25, 2 * Grid.Points)];
        Assert.All(Fill(new PolyharmonicFill(), SyntheticFlow.Mask(Grid, 0.6, seed: 2), constant), value => Assert.Equal(7.25, value, 12));
    }

    [Fact]
    public void The_error_falls_with_the_power_on_smooth_fields()
    {
        var grid = PlaneGrid.Periodic(48, 48, 48, 48);
        double[] smooth = SyntheticFlow.Smooth(grid, seed: 5, largest: 2 * Math.PI * 6 / 48); // a wave number of N/8
        var sensors = SyntheticFlow.Mask(grid, 0.8, seed: 0);
        double[] errors = [.. new[] { 2, 4, 6 }.Select(power => SyntheticFlow.Error(Fill(new PolyharmonicFill(power), sensors, smooth, layers: 1), smooth))];
        Assert.True(errors[1] < errors[0] / 5 && errors[2] < errors[1] / 5, string.Join(", ", errors));
    }

    [Fact]
    public void Conjugate_gradients_give_what_the_factor_gives()
    {
        var sensors = SyntheticFlow.Mask(Grid, 0.7, seed: 4);
        double[] factored = Fill(new PolyharmonicFill(4), sensors, Truth), iterated = Fill(new PolyharmonicFill(new PolyharmonicOptions { Power = 4, LargestDense = 0 }), sensors, Truth);
        Assert.InRange(SyntheticFlow.Error(iterated, factored), 0, 1e-10);
    }

    [Fact]
    public void Sensors_anywhere_get_the_combination_of_kernels_that_goes_through_them()
    {
        var grid = PlaneGrid.Periodic(10, 12, 10, 12);
        var sensors = SyntheticFlow.Anywhere(grid, 30, seed: 2);
        var readings = new SensorValues(1, 1, 30);
        new RandomStream(0, "readings").Normal(readings.Values);
        double mean = readings.Values.Average();

        // The Green's function of the energy, K = E S⁻¹ Eᵀ: at p = 2 it can still be inverted.
        var modes = RealModes.Of(grid);
        double[] energy = [.. modes.SquaredWaveNumbers().Select(K2 => Math.Pow(K2 + 1e-3, 2))];
        Matrix E = modes.At(sensors.X, sensors.Y), scaled = E.Copy();
        for (int i = 0; i < scaled.Values.Length; i++) scaled.Values[i] /= energy[i % modes.Count];
        Matrix weights = Dense.Multiply(new Matrix(1, 30, [.. readings.Values.Select(value => value - mean)]), GeneralInverse.Of(Dense.Multiply(E, scaled, transposeB: true)));
        double[] expected = [.. modes.ToGrid(Dense.Multiply(weights, scaled)).Select(value => value + mean)];

        Assert.InRange(SyntheticFlow.Error(new PolyharmonicFill(2).Fit(sensors, readings, seed: 0).Values, expected), 0, 1e-6);
    }

    [Fact]
    public void A_spline_goes_through_sensors_that_stand_anywhere()
    {
        var grid = PlaneGrid.Periodic(20, 24, 23, 34);
        var truth = new GridFields(grid, SyntheticFlow.Pairs(grid, 1, seed: 7));
        var sensors = SyntheticFlow.Anywhere(grid, 200, seed: 1);
        var values = new SensorValues(2, 2, 200, truth.At(sensors.X, sensors.Y));
        var fields = new PolyharmonicFill().Fit(sensors, values, seed: 0);
        Assert.InRange(SyntheticFlow.Error(fields.At(sensors.X, sensors.Y), values.Values), 0, 1e-9);
    }

    [Fact]
    public void A_grid_too_large_for_scattered_sensors_is_refused_with_a_remedy()
    {
        var grid = PlaneGrid.Periodic(128, 128, 1, 1);
        var error = Assert.Throws<UserError>(() => new PolyharmonicFill().Fit(SyntheticFlow.Anywhere(grid, 10, seed: 0), new SensorValues(1, 1, 10), seed: 0));
        Assert.Contains("12000", error.Message, StringComparison.Ordinal);
    }

    private static double[] Fill(PolyharmonicFill fill, SensorNetwork sensors, double[] truth, int layers = 2) =>
        fill.Fit(sensors, SyntheticFlow.Read(sensors, truth, layers), seed: 0).Values;

    /// <summary>Σ_j Q_ij ψ_j by transforms, from the card's own formula.</summary>
    private static double[] Gradient(double[] field, int power)
    {
        var transform = PlaneTransform.Create(Grid.Nx, Grid.Ny);
        var spectrum = new double[transform.SpectrumSize];
        transform.Forward(field, spectrum);
        for (int i = 0; i < spectrum.Length; i++)
        {
            double k = Grid.WaveNumbersX[i / 2 % transform.ModesX], l = Grid.WaveNumbersY[i / 2 / transform.ModesX];
            spectrum[i] *= Math.Pow((k * k) + (l * l) + 1e-3, power);
        }
        transform.Inverse(spectrum, field);
        return field;
    }
}
