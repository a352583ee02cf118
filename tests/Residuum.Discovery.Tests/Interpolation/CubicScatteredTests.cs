using Residuum.Discovery.Interpolation;
using Residuum.Discovery.Sensors;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Random;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests.Interpolation;

public sealed class CubicScatteredTests
{
    private static readonly PlaneGrid Grid = PlaneGrid.Periodic(32, 32, 2 * Math.PI, 2 * Math.PI);

    [Fact]
    public void A_plane_is_met_exactly_inside_the_hull_and_readings_at_the_sensors()
    {
        var network = SyntheticFlow.Anywhere(Grid, 300, seed: 3);
        var fields = Fit(network, (x, y) => 2 + x - (3 * y));
        Assert.InRange(SyntheticFlow.Error(fields.At(network.X, network.Y), [.. network.X.Zip(network.Y, (x, y) => 2 + x - (3 * y))]), 0, 1e-12);
        Assert.Equal(2 + 0.5 - (3 * 0.25), fields.At([0.5], [0.25])[0], 11);
    }

    [Fact]
    public void The_first_derivative_is_continuous_across_edges_of_every_kind()
    {
        var network = SyntheticFlow.Anywhere(Grid, 60, seed: 4);
        var fields = Fit(network, (x, y) => Math.Sin(2 * x) * Math.Cos(y));
        var random = new RandomStream(5, "lines");
        const double h = 1e-5;
        for (int line = 0; line < 20; line++)
        {
            // Along a line through many triangles, second differences stay bounded: a kink would be of size 1/h.
            double x0 = random.Uniform() - 0.5, y0 = random.Uniform() - 0.5, angle = 2 * Math.PI * random.Uniform();
            double[] at = [.. Enumerable.Range(0, 20_000).Select(i => (i - 10_000) * h)];
            double[] values = fields.At([.. at.Select(s => x0 + (s * Math.Cos(angle)))], [.. at.Select(s => y0 + (s * Math.Sin(angle)))]);
            double sharpest = Enumerable.Range(1, at.Length - 2).Max(i => Math.Abs(values[i + 1] - (2 * values[i]) + values[i - 1])) / (h * h);
            Assert.InRange(sharpest, 0, 500);
        }
    }

    [Fact]
    public void Triangles_cover_the_hull_of_a_grid_with_gaps()
    {
        var grid = PlaneGrid.Periodic(64, 96, 46, 68);
        var network = SyntheticFlow.Mask(grid, 0.5, seed: 6);
        var triangles = new Triangulation(ScaledPlaces.Of(grid, network.X, network.Y));
        double area = triangles.Corners.Sum(c => ((triangles.X[c[1]] - triangles.X[c[0]]) * (triangles.Y[c[2]] - triangles.Y[c[0]])) - ((triangles.X[c[2]] - triangles.X[c[0]]) * (triangles.Y[c[1]] - triangles.Y[c[0]])));
        Assert.InRange(area / 2 / (4 * Math.PI * Math.PI), 0.97, 1);
        Assert.Equal(1, triangles.X.Length - triangles.Edges.Length + triangles.Corners.Length); // Euler: no holes
    }

    [Fact]
    public void Sensors_on_one_line_are_refused()
    {
        var network = SensorNetwork.Scattered(Grid, [-1, 0, 1, 2], [0, 0, 0, 0]);
        Assert.Throws<UserError>(() => new CubicScattered().Fit(network, new SensorValues(1, 1, 4), seed: 0));
    }

    private static IInterpolatedFields Fit(SensorNetwork network, Func<double, double, double> field) =>
        new CubicScattered().Fit(network, new SensorValues(1, 1, network.Count, [.. network.X.Zip(network.Y, field)]), seed: 0);
}
