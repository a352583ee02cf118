using Residuum.Data.Npy;
using Residuum.Discovery.Interpolation;
using Residuum.Discovery.Sensors;
using Residuum.Numerics.Random;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests.Interpolation;

[Trait("Needs", "python")]
public sealed class ScipyTests
{
    private const int Sensors = 400, Places = 500;

    /// <summary>A square of side 2π, on which scaled coordinates are the coordinates themselves.</summary>
    private static readonly PlaneGrid Grid = PlaneGrid.Periodic(32, 32, 2 * Math.PI, 2 * Math.PI);

    [Fact]
    public void Cubics_planes_and_multiquadrics_are_those_of_scipy()
    {
        using var folder = new TemporaryFolder();
        var network = SyntheticFlow.Anywhere(Grid, Sensors, seed: 1);
        var values = new SensorValues(1, 1, Sensors, [.. network.X.Zip(network.Y, (x, y) => Math.Sin(3 * x) + Math.Cos((2 * y) - x) + (0.1 * x * y))]);
        var random = new RandomStream(2, "targets");
        double[] x = new double[Places], y = new double[Places];
        for (int i = 0; i < Places; i++) (x[i], y[i]) = (5 * (random.Uniform() - 0.5), 5 * (random.Uniform() - 0.5)); // inside the hull

        Scipy(folder, network, values, x, y);

        Assert.InRange(Difference(new CubicScattered(), "cubic"), 0, 1e-11);
        Assert.InRange(Difference(new LinearScattered(), "linear"), 0, 1e-12);
        Assert.InRange(Difference(new MultiquadricRbf(), "multiquadric"), 0, 1e-9);

        double Difference(IFieldInterpolator interpolator, string judge)
        {
            using var file = NpyReader.Open(folder.File(judge + ".npy"));
            return SyntheticFlow.Error(interpolator.Fit(network, values, seed: 0).At(x, y), file.Variables[0].Read());
        }
    }

    private static void Scipy(TemporaryFolder folder, SensorNetwork network, SensorValues values, double[] x, double[] y)
    {
        double[] places = [.. network.X.Zip(network.Y).SelectMany(place => new[] { place.First, place.Second })];
        double[] at = [.. x.Zip(y).SelectMany(place => new[] { place.First, place.Second })];
        NpyWriter.Write(folder.File("places.npy"), places, Sensors, 2);
        NpyWriter.Write(folder.File("values.npy"), values.Values, Sensors);
        NpyWriter.Write(folder.File("at.npy"), at, Places, 2);
        ChildProcess.Output(Needs.PythonModule("scipy"), Repository.File("tests", "reference", "scattered.py"), folder.Path);
    }
}
