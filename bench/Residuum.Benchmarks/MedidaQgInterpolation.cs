using System.Numerics;
using Residuum.Data.Npy;
using Residuum.Discovery.Interpolation;
using Residuum.Discovery.Sensors;
using Residuum.Numerics.Random;
using Residuum.Numerics.Transforms;

namespace Residuum.Benchmarks;

/// <summary>The interpolators of MEDIDA on two-layer turbulence: one pair of snapshots of two layers, 64 x 96 points, three in four of them observed.</summary>
public sealed class MedidaQgInterpolation : IComparisonSuite
{
    private const int Fields = 4, Frequencies = 1200;
    private const double SigmaX = 1.4, SigmaY = 2;
    private readonly PlaneGrid _grid = PlaneGrid.Periodic(64, 96, 46, 68);
    private readonly SensorNetwork _onGrid, _between;
    private readonly double[] _flow, _frequencies = new double[2 * Frequencies];
    private readonly int _probe;

    /// <summary>Draws the input.</summary>
    public MedidaQgInterpolation()
    {
        var noise = new double[Fields * _grid.Points];
        new RandomStream(0, "flow").Normal(noise);
        _flow = _grid.Apply(noise, [.. _grid.WaveNumbersY.SelectMany(l => _grid.WaveNumbersX.Select(k => new Complex(Math.Pow(1 + (k * k) + (l * l), -3), 0)))]);
        int[] places = [.. Enumerable.Range(0, _grid.Points)];
        new RandomStream(0, "mask").Shuffle<int>(places);
        int count = 3 * _grid.Points / 4;
        _onGrid = SensorNetwork.OnGrid(_grid, places[..count]);
        _between = SensorNetwork.Scattered(_grid, Moved(_onGrid.X, _grid.StepX), Moved(_onGrid.Y, _grid.StepY));
        _probe = places[count..].MinBy(place => Math.Abs(place - ((_grid.Points + _grid.Nx) / 2))); // not observed, in the middle
        var random = new RandomStream(0, "Fourier features"); // the draws of the interpolator for seed 0
        for (int i = 0; i < Frequencies; i++) (_frequencies[2 * i], _frequencies[(2 * i) + 1]) = (SigmaX * random.Normal(), SigmaY * random.Normal());
    }

    private int Missing => _grid.Points - _onGrid.Count;

    /// <inheritdoc/>
    public void Write(string folder)
    {
        double[] observed = [.. _onGrid.GridIndices!.Select(i => (double)i)], between = [.. _between.X, .. _between.Y], probe = [_probe];
        NpyWriter.Write(Path.Combine(folder, "readings.npy"), Readings().Values, Fields, _onGrid.Count);
        NpyWriter.Write(Path.Combine(folder, "observed.npy"), observed, _onGrid.Count);
        NpyWriter.Write(Path.Combine(folder, "between.npy"), between, 2, _onGrid.Count);
        NpyWriter.Write(Path.Combine(folder, "frequencies.npy"), _frequencies, Frequencies, 2);
        NpyWriter.Write(Path.Combine(folder, "probe.npy"), probe, 1);
    }

    /// <inheritdoc/>
    public IEnumerable<Comparison> Comparisons()
    {
        const string Peer = "interpolation.py";
        double sensors = _onGrid.Count, features = 2 * Frequencies;
        yield return new Comparison(
            "discover/medida-qg/polyharmonic", $"polyharmonic fill of {Missing:n0} missing points, {Fields} fields", (Peer, "polyharmonic"), Work(new PolyharmonicFill(), _onGrid), 1,
            machine => Math.Pow(Missing, 3) / 3 / machine.Flops, Bar: 1.5)
        {
            Limit = "the Cholesky factor of the missing points at the speed of a matrix product",
        };
        yield return new Comparison(
            "discover/medida-qg/rff-ridge", $"ridge regression of {sensors:n0} sensors on {features:n0} random features", (Peer, "rff-ridge"), Work(new RffRidge(), _onGrid), 1,
            machine => ((sensors * features * features) + (Math.Pow(features, 3) / 3)) / machine.Flops, Bar: 0.9)
        {
            Pairs = 7,
            Limit = "half a Gram matrix and a Cholesky factor at the speed of a matrix product; the peer does the same operations, and numpy too sees the symmetry",
        };
        yield return new Comparison(
            "discover/medida-qg/rbf", $"multiquadric interpolation of {sensors:n0} sensors on the grid", (Peer, "rbf"), Work(new MultiquadricRbf(), _onGrid), 1,
            machine => Math.Pow(sensors, 3) / 3 / machine.Flops, Bar: 1.5)
        {
            Pairs = 7,
            Limit = "a Cholesky factor at the speed of a matrix product; the peer's LU factor has twice its operations",
        };
        yield return new Comparison(
            "discover/medida-qg/cubic", $"Clough-Tocher cubics between {sensors:n0} sensors that stand anywhere", (Peer, "cubic"), Work(new CubicScattered(), _between), 1,
            machine => Fields * sensors * Math.Log2(sensors) * 10 / machine.Flops, Bar: 1)
        {
            Limit = "n log n comparisons of the triangulation and some sweeps of the gradients, far below what either reaches",
        };
    }

    private Func<double> Work(IFieldInterpolator interpolator, SensorNetwork sensors)
    {
        var readings = Readings();
        return () => interpolator.Fit(sensors, readings, seed: 0).Values[_probe];
    }

    /// <summary>The flow at the sensors on grid points; sensors between them read the same.</summary>
    private SensorValues Readings()
    {
        var readings = new SensorValues(2, 2, _onGrid.Count);
        for (int i = 0; i < readings.Values.Length; i++) readings.Values[i] = _flow[(i / _onGrid.Count * _grid.Points) + _onGrid.GridIndices![i % _onGrid.Count]];
        return readings;
    }

    private static double[] Moved(double[] places, double step)
    {
        var random = new RandomStream(0, "moved", (long)(1e6 * step));
        return [.. places.Select(place => place + (0.4 * step * (random.Uniform() - 0.5)))];
    }
}
