using Residuum.Discovery.Observations;
using Residuum.Discovery.Sensors;
using Residuum.Discovery.Sensors.Layered;
using Residuum.Numerics.Random;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests.Sensors;

/// <summary>Smooth layered flows that drift, and their observations.</summary>
internal static class LayeredSamples
{
    public static readonly PlaneGrid Grid = PlaneGrid.Periodic(16, 24, 4, 6);

    /// <summary>ψ of a layer at a place and time: a few waves.</summary>
    public static double Psi(int layer, double x, double y, double t)
    {
        double kx = 2 * Math.PI / Grid.LengthX, ky = 2 * Math.PI / Grid.LengthY;
        return (1 + layer) * (Math.Sin((kx * x) + t) + (0.7 * Math.Cos((ky * y) - (0.5 * t) + layer)) + (0.3 * Math.Sin((2 * kx * x) + (ky * y) - t)));
    }

    public static SensorGroup Group(SensorNetwork sensors, double interval, params double[] times)
    {
        var values = new SensorValues(2 * times.Length, 2, sensors.Count);
        for (int snapshot = 0; snapshot < values.Snapshots; snapshot++)
        {
            double t = times[snapshot / 2] - (snapshot % 2 == 0 ? interval : 0);
            for (int layer = 0; layer < 2; layer++)
            {
                var field = values.Field(snapshot, layer);
                for (int i = 0; i < field.Length; i++) field[i] = Psi(layer, sensors.X[i], sensors.Y[i], t);
            }
        }
        return new SensorGroup(sensors, values, interval) { Times = times };
    }

    public static LayeredObservations Observations(params SensorGroup[] groups)
    {
        int number = 0;
        SensorGroup[] numbered = [.. groups.Select(group => group with { Numbers = [.. Enumerable.Range(0, group.Pairs).Select(_ => number++)] })];
        var metadata = new ObservationMetadata { FieldUnits = ["m2 s-1", "m2 s-1"], TimeUnit = "s", LengthUnit = "m", NoiseStandardDeviations = [0.01, 0.02], Seed = 5 };
        return new LayeredObservations(Grid, numbered, ObservedQuantity.StreamFunction, metadata);
    }

    public static SensorNetwork Scattered(int count, long seed = 0)
    {
        var random = new RandomStream(seed, "test places");
        double[] x = new double[count], y = new double[count];
        for (int i = 0; i < count; i++) (x[i], y[i]) = ((random.Uniform() - 0.5) * Grid.LengthX, (random.Uniform() - 0.5) * Grid.LengthY);
        return SensorNetwork.Scattered(Grid, x, y);
    }

    public static void Same(LayeredObservations expected, LayeredObservations found)
    {
        Assert.Equal(expected.Groups.Count, found.Groups.Count);
        Assert.Equal((expected.Grid.Nx, expected.Grid.Ny, expected.Grid.LengthX, expected.Grid.LengthY), (found.Grid.Nx, found.Grid.Ny, found.Grid.LengthX, found.Grid.LengthY));
        foreach (var (before, after) in expected.Groups.Zip(found.Groups))
        {
            Assert.Equal(before.Interval, after.Interval);
            Assert.Equal(before.Times, after.Times);
            Assert.Equal(before.Numbers, after.Numbers);
            Assert.Equal(before.Sensors.GridIndices, after.Sensors.GridIndices);
            Assert.Equal(before.Sensors.X, after.Sensors.X);
            Assert.Equal(before.Sensors.Y, after.Sensors.Y);
            Assert.Equal(before.Values.Values, after.Values.Values);
        }
    }
}
