using Residuum.Discovery.Interpolation;
using Residuum.Discovery.Sensors;
using Residuum.Numerics.Errors;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests.Interpolation;

/// <summary>What every linear interpolator promises.</summary>
public sealed class LinearInterpolatorTests
{
    private static readonly PlaneGrid Grid = SyntheticFlow.Grid;
    private static readonly double[] States = SyntheticFlow.Pairs(Grid, pairs: 20, seed: 11), Truth = SyntheticFlow.Pairs(Grid, pairs: 1, seed: 12);
    private static readonly FlowClimatology Climatology = FlowClimatology.Of(Grid, 2, States);

    public static TheoryData<string> Names => ["polyharmonic:4", "gp", "rff-ridge", "rbf", "cubic", "linear", "nearest", "band-limited", "enkf", "rff-ridge+union", "rbf+keep:0.7"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Differences_of_readings_give_differences_of_fields(string name)
    {
        var (sensors, interpolator) = (SyntheticFlow.Mask(Grid, 0.8, seed: 1), Create(name));
        double[] other = States[..Truth.Length], less = [.. Truth.Zip(other, (a, b) => a - b)];
        var fields = (ILinearFields)interpolator.Fit(sensors, SyntheticFlow.Read(sensors, Truth), seed: 0);
        double[] first = fields.Values, second = interpolator.Fit(sensors, SyntheticFlow.Read(sensors, other), seed: 0).Values;
        double[] differences = fields.Differences(SyntheticFlow.Read(sensors, less));
        Assert.True(interpolator.IsLinear);
        Assert.InRange(SyntheticFlow.Error(differences, [.. first.Zip(second, (a, b) => a - b)]), 0, 1e-9);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_field_is_the_same_between_its_values_and_at_places(string name)
    {
        var sensors = SyntheticFlow.Mask(Grid, 0.8, seed: 2);
        var fields = Create(name).Fit(sensors, SyntheticFlow.Read(sensors, Truth), seed: 0);
        int[] points = [.. Enumerable.Range(0, 40).Select(i => (37 * i) % Grid.Points)];
        double[] at = fields.At([.. points.Select(i => Grid.X[i % Grid.Nx])], [.. points.Select(i => Grid.Y[i / Grid.Nx])]);
        for (int field = 0; field < 4; field++)
        {
            for (int i = 0; i < points.Length; i++) Assert.Equal(fields.Values[(field * Grid.Points) + points[i]], at[(field * points.Length) + i], 10);
        }
    }

    [Theory]
    [InlineData("polyharmonic:6", 1e-4)]
    [InlineData("gp", 1e-5)]
    [InlineData("rbf", 0.01)]
    [InlineData("cubic", 0.03)]
    [InlineData("band-limited", 1e-3)]
    [InlineData("rff-ridge", 0.03)]
    [InlineData("linear", 0.1)]
    [InlineData("nearest", 0.2)]
    public void The_error_is_that_of_its_kind(string name, double largest)
    {
        var sensors = SyntheticFlow.Mask(Grid, 0.9, seed: 3);
        double error = SyntheticFlow.Error(Create(name).Fit(sensors, SyntheticFlow.Read(sensors, Truth), seed: 0).Values, Truth);
        Assert.InRange(error, largest / 100, largest);
    }

    [Fact]
    public void Sensors_between_grid_points_serve_as_well()
    {
        var truth = new GridFields(Grid, Truth);
        var sensors = SyntheticFlow.Anywhere(Grid, 1300, seed: 4);
        var values = new SensorValues(2, 2, 1300, truth.At(sensors.X, sensors.Y));
        foreach (string name in new[] { "polyharmonic:4", "gp", "rff-ridge", "rbf", "cubic", "band-limited" })
            Assert.InRange(SyntheticFlow.Error(Create(name).Fit(sensors, values, seed: 0).Values, Truth), 0, 0.1);
    }

    [Fact]
    public void Derivatives_of_random_features_are_exact()
    {
        var sensors = SyntheticFlow.Mask(Grid, 0.9, seed: 5);
        var fields = Create("rff-ridge").Fit(sensors, SyntheticFlow.Read(sensors, Truth), seed: 0);
        const double h = 1e-4;
        double x = Grid.X[7], y = Grid.Y[9];
        double[] right = fields.At([x + h], [y]), left = fields.At([x - h], [y]), up = fields.At([x], [y + h]), down = fields.At([x], [y - h]), here = fields.At([x], [y]);
        int point = (9 * Grid.Nx) + 7;
        for (int field = 0; field < 4; field++)
        {
            Assert.Equal((right[field] - left[field]) / (2 * h), fields.Derivative(1, 0)[(field * Grid.Points) + point], 5);
            Assert.Equal((up[field] - (2 * here[field]) + down[field]) / (h * h), fields.Derivative(0, 2)[(field * Grid.Points) + point], 3);
        }
    }

    [Fact]
    public void Features_have_the_Gaussian_kernel_in_the_mean()
    {
        var places = new ScaledPlaces([0.3, 0.5, 0.3, -0.1], [0.2, 0.2, 0.4, 0.1]);
        Matrix features = new RandomFeatures(40_000, 0.5, 0.7, seed: 1).At(places), products = Dense.Multiply(features, features, transposeB: true);
        for (int i = 0; i < places.Count; i++)
        {
            double dx = 0.5 * (places.X[i] - places.X[0]), dy = 0.7 * (places.Y[i] - places.Y[0]);
            Assert.Equal(Math.Exp(-2 * Math.PI * Math.PI * ((dx * dx) + (dy * dy))), products[0, i] / 40_000, 2);
        }
    }

    [Fact]
    public void The_residual_of_the_ridge_is_balanced_by_it()
    {
        var sensors = SyntheticFlow.Mask(Grid, 0.9, seed: 6);
        var values = SyntheticFlow.Read(sensors, Truth);
        double[] fitted = Create("rff-ridge").Fit(sensors, values, seed: 3).At(sensors.X, sensors.Y);
        Matrix features = new RandomFeatures(300, 0.5, 0.7, seed: 3).At(ScaledPlaces.Of(Grid, sensors.X, sensors.Y));
        var residual = new Matrix(4, sensors.Count, [.. values.Values.Zip(fitted, (a, b) => a - b)]);
        // Φᵀ(v - Φ w) = λ w with λ = 1e-6 n / 2 and |w| of the size of the flow: the residual is nearly orthogonal to the features.
        double along = Dense.Multiply(residual, features).Values.Max(Math.Abs), size = Math.Sqrt(residual.Values.Sum(r => r * r));
        Assert.InRange(along / (size * Math.Sqrt(sensors.Count)), 0, 1e-2);
    }

    [Fact]
    public void A_process_that_knows_of_noise_bears_it()
    {
        var sensors = SyntheticFlow.Mask(Grid, 0.8, seed: 8);
        var values = SyntheticFlow.Read(sensors, Truth);
        values = SensorNoise.Add(values, [.. SensorNoise.Deviations(values).Select(deviation => 0.05 * deviation)], seed: 1);
        double[] Laplacian(double noise) => InterpolationErrors.Of(Grid, 2, new GaussianProcess(new GaussianProcessOptions { Climatology = Climatology, Noise = noise }).Fit(sensors, values, seed: 0), Truth).Laplacian;
        // The noise is a part of the whole flow, jet and all, whose deviation in layer 1 is about twice the eddies'.
        double[] exact = Laplacian(0), aware = Laplacian(0.1);
        for (int layer = 0; layer < 2; layer++) Assert.InRange(exact[layer] / aware[layer], 5, double.PositiveInfinity);
    }

    [Fact]
    public void A_reading_that_is_no_number_is_named()
    {
        var sensors = SyntheticFlow.Mask(Grid, 0.9, seed: 7);
        var values = SyntheticFlow.Read(sensors, Truth);
        values.Field(1, 0)[5] = double.NaN;
        var error = Assert.Throws<NonFiniteException>(() => Create("rbf").Fit(sensors, values, seed: 0));
        Assert.Equal("the reading of sensor 5 in snapshot 1, layer 1", error.Place);
    }

    private static IFieldInterpolator Create(string name) => Interpolators.Create(
        name, new RffRidgeOptions { Frequencies = 300, SigmaX = 0.5, SigmaY = 0.7 }, new EnsembleOptions { States = States }, new GaussianProcessOptions { Climatology = Climatology });
}
