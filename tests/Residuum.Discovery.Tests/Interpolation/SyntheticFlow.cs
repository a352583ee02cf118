using Residuum.Discovery.Sensors;
using Residuum.Numerics.Random;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests.Interpolation;

/// <summary>Stream functions of random phases with a steep spectrum about a jet: like the model's, without running it.</summary>
internal static class SyntheticFlow
{
    public static PlaneGrid Grid { get; } = PlaneGrid.Periodic(32, 48, 23, 34);

    /// <summary>Snapshots of two layers, <c>[snapshots, 2, Ny, Nx]</c>; the second of each pair is the first, slightly moved.</summary>
    public static double[] Pairs(PlaneGrid grid, int pairs, long seed, double roll = 6)
    {
        var fields = new double[4 * pairs * grid.Points];
        for (int pair = 0; pair < pairs; pair++)
        {
            for (int layer = 0; layer < 2; layer++)
            {
                double[] flow = Eddies(grid, new RandomStream(seed, "flow", (2 * pair) + layer), roll), tendency = Eddies(grid, new RandomStream(seed, "tendency", (2 * pair) + layer), roll);
                for (int i = 0; i < grid.Points; i++)
                {
                    double y = grid.Y[i / grid.Nx] / grid.LengthY, jet = (layer == 0 ? -8 : -1) * Math.Tanh(20 * y) * Math.Exp(-Math.Pow(2.7 * y, 8));
                    double first = jet + ((layer == 0 ? 3 : 0.5) * flow[i]);
                    fields[((((2 * pair) + 0) * 2) + layer) * grid.Points + i] = first;
                    fields[((((2 * pair) + 1) * 2) + layer) * grid.Points + i] = first + (0.01 * tendency[i]);
                }
            }
        }
        return fields;
    }

    /// <summary>A field with nothing above a wave number.</summary>
    public static double[] Smooth(PlaneGrid grid, long seed, double largest) => Filtered(grid, new RandomStream(seed, "smooth"), K => K <= largest ? 1 : 0);

    public static SensorNetwork Mask(PlaneGrid grid, double ratio, long seed)
    {
        int[] places = [.. Enumerable.Range(0, grid.Points)];
        new RandomStream(seed, "mask").Shuffle<int>(places);
        return SensorNetwork.OnGrid(grid, places[..(int)(ratio * grid.Points)]);
    }

    public static SensorNetwork Anywhere(PlaneGrid grid, int sensors, long seed)
    {
        var random = new RandomStream(seed, "places");
        double[] x = new double[sensors], y = new double[sensors];
        for (int i = 0; i < sensors; i++) (x[i], y[i]) = ((random.Uniform() - 0.5) * grid.LengthX, (random.Uniform() - 0.5) * grid.LengthY);
        return SensorNetwork.Scattered(grid, x, y);
    }

    /// <summary>What sensors on grid points read of fields, <c>[snapshots, layers, Ny, Nx]</c>.</summary>
    public static SensorValues Read(SensorNetwork sensors, double[] fields, int layers = 2)
    {
        int points = sensors.Grid.Points, snapshots = fields.Length / points / layers;
        var values = new SensorValues(snapshots, layers, sensors.Count);
        for (int field = 0; field < values.Fields; field++)
        {
            for (int i = 0; i < sensors.Count; i++) values.Values[(field * sensors.Count) + i] = fields[(field * points) + sensors.GridIndices![i]];
        }
        return values;
    }

    /// <summary>Relative L2 difference.</summary>
    public static double Error(ReadOnlySpan<double> found, ReadOnlySpan<double> truth)
    {
        double difference = 0, size = 0;
        for (int i = 0; i < truth.Length; i++) (difference, size) = (difference + Math.Pow(found[i] - truth[i], 2), size + (truth[i] * truth[i]));
        return Math.Sqrt(difference / size);
    }

    private static double[] Eddies(PlaneGrid grid, RandomStream random, double roll) =>
        Filtered(grid, random, K => Math.Pow(1 + Math.Pow(K / 0.6, 2), -roll / 2) * Math.Exp(-Math.Pow(K * grid.StepX / 2.9, 8)));

    private static double[] Filtered(PlaneGrid grid, RandomStream random, Func<double, double> gain)
    {
        var transform = PlaneTransform.Create(grid.Nx, grid.Ny);
        double[] field = new double[grid.Points], spectrum = new double[transform.SpectrumSize];
        random.Normal(field);
        transform.Forward(field, spectrum);
        for (int i = 0; i < spectrum.Length; i++)
        {
            double k = grid.WaveNumbersX[i / 2 % transform.ModesX], l = grid.WaveNumbersY[i / 2 / transform.ModesX];
            spectrum[i] *= i < 2 ? 0 : gain(Math.Sqrt((k * k) + (l * l)));
        }
        transform.Inverse(spectrum, field);
        double deviation = Math.Sqrt(field.Average(value => value * value));
        return [.. field.Select(value => value / deviation)];
    }
}
