using Residuum.Data.Safetensors;
using Residuum.Discovery.Interpolation;
using Residuum.Discovery.Sensors;
using Residuum.Numerics.Errors;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery.Tests.Interpolation.Networks;

[Collection(nameof(Alone))]
public sealed class NetworkInterpolatorTests
{
    // A quarter of the default network on a quarter of its domain.
    private static readonly RandomFourierOptions Small = new() { Frequencies = 48, Width = 40, HiddenLayers = 2, Iterations = 150, BatchSize = 400, SigmaX = 0.35, SigmaY = 0.35 };
    private static readonly double[] Flow = SyntheticFlow.Pairs(SyntheticFlow.Grid, pairs: 2, seed: 1);
    private static readonly SensorNetwork Sensors = SyntheticFlow.Mask(SyntheticFlow.Grid, 0.9, seed: 5);
    private static readonly SensorValues Readings = SyntheticFlow.Read(Sensors, Flow);

    [Fact]
    public void The_tangent_readout_keeps_the_difference_of_snapshots_as_accurate_as_a_snapshot()
    {
        double[] found = new RandomFourierNetwork(Small).Fit(Sensors, Readings, seed: 0).Values;
        Assert.InRange(SyntheticFlow.Error(found, Flow), 0, 5e-3);
        Assert.InRange(Changes(found), 0, 0.1);
        double[] published = new RandomFourierNetwork(Small with { Readout = NetworkReadout.TwoNet }).Fit(Sensors, Readings, seed: 0).Values;
        Assert.True(Changes(published) > 10 * Changes(found), $"{Changes(published)} against {Changes(found)}"); // what the card calls amplification
    }

    [Theory]
    [InlineData(NetworkReadout.Tangent)]
    [InlineData(NetworkReadout.LastLayer)]
    public void The_linear_readouts_are_one_operator_for_all_readings(NetworkReadout readout)
    {
        var fields = Assert.IsAssignableFrom<ILinearFields>(new RandomFourierNetwork(Small with { Readout = readout, Iterations = 20 }).Fit(Sensors, Readings, seed: 0));
        var differences = new SensorValues(2, 2, Sensors.Count);
        int snapshot = 2 * Sensors.Count, points = 2 * SyntheticFlow.Grid.Points;
        for (int i = 0; i < 2 * snapshot; i++) differences.Values[i] = Readings.Values[(2 * snapshot) + i] - Readings.Values[i];
        double[] found = fields.Differences(differences);
        for (int i = 0; i < found.Length; i++) Assert.Equal(fields.Values[(2 * points) + i] - fields.Values[i], found[i], 1e-7);
    }

    [Fact]
    public void Sensors_on_the_grid_keep_what_they_read_unless_told_otherwise()
    {
        double[] kept = new RandomFourierNetwork(Small with { Iterations = 5 }).Fit(Sensors, Readings, seed: 0).Values;
        double[] fitted = new RandomFourierNetwork(Small with { Iterations = 5, KeepObserved = false }).Fit(Sensors, Readings, seed: 0).Values;
        int[] indices = Sensors.GridIndices!;
        Assert.All(Enumerable.Range(0, Sensors.Count), i => Assert.Equal(Readings.Values[i], kept[indices[i]]));
        Assert.Contains(Enumerable.Range(0, Sensors.Count), i => Readings.Values[i] != fitted[indices[i]]);
        int missing = Enumerable.Range(0, SyntheticFlow.Grid.Points).Except(indices).First();
        Assert.Equal(fitted[missing], kept[missing]);
    }

    [Fact]
    public void Scattered_sensors_are_interpolated_too()
    {
        var grid = SyntheticFlow.Grid;
        var anywhere = SyntheticFlow.Anywhere(grid, 1400, seed: 2);
        var values = new SensorValues(1, 2, anywhere.Count);
        for (int i = 0; i < anywhere.Count; i++)
        {
            for (int layer = 0; layer < 2; layer++) values.Field(0, layer)[i] = Wave(grid.LengthX, grid.LengthY, anywhere.X[i], anywhere.Y[i], layer);
        }
        var fields = new RandomFourierNetwork(Small).Fit(anywhere, values, seed: 0);
        double[] expected = [.. from layer in Enumerable.Range(0, 2) from y in grid.Y from x in grid.X select Wave(grid.LengthX, grid.LengthY, x, y, layer)];
        Assert.InRange(SyntheticFlow.Error(fields.Values, expected), 0, 2e-2);
        Assert.Equal(fields.Values[5], fields.At([grid.X[5]], [grid.Y[0]])[0], 1e-10);
    }

    [Fact]
    public void Exact_derivatives_are_near_the_spectral_ones_of_the_same_network()
    {
        var options = Small with { KeepObserved = false, SigmaX = 0.2, SigmaY = 0.2, Iterations = 50 };
        double[] flow = SyntheticFlow.Smooth(SyntheticFlow.Grid, seed: 1, largest: 0.8);
        var readings = SyntheticFlow.Read(Sensors, [.. flow, .. flow]);
        IInterpolatedFields exact = new RandomFourierNetwork(options with { ExactDerivatives = true }).Fit(Sensors, readings, 0), spectral = new RandomFourierNetwork(options).Fit(Sensors, readings, 0);
        Assert.Equal(spectral.Values, exact.Values);
        foreach (var (orderX, orderY) in new[] { (1, 0), (0, 1), (2, 0), (1, 1), (0, 2) })
            Assert.InRange(SyntheticFlow.Error(exact.Derivative(orderX, orderY), SyntheticFlow.Grid.Derivative([.. flow, .. flow], orderX, orderY)), 0, 0.1); // the network itself is not periodic
    }

    [Fact]
    public void The_last_layers_residual_is_orthogonal_to_its_features_and_a_second_fit_changes_nothing()
    {
        var network = TrainedNetwork.Of(FieldNetwork.Create(Small, new(Small.Frequencies, [0.5, 0.5], 1), 2, seed: 2));
        var places = ScaledPlaces.Of(SyntheticFlow.Grid, Sensors.X, Sensors.Y);
        var solver = new LastLayerOperator(network, new NetworkPlane(SyntheticFlow.Grid, false), places);
        Matrix features = solver.Features(places), fitted = Dense.Multiply(solver.Solve(Readings), features, transposeB: true);
        var residual = new Matrix(fitted.Rows, fitted.Columns, [.. Readings.Values.Zip(fitted.Values, (reading, fit) => reading - fit)]);
        Matrix products = Dense.Multiply(residual, features);
        for (int field = 0; field < products.Rows; field++)
        {
            double size = Math.Sqrt(Norm(residual.Row(field)));
            for (int feature = 0; feature < products.Columns; feature++)
                Assert.InRange(Math.Abs(products[field, feature]), 0, 1e-8 * size * Math.Sqrt(Enumerable.Range(0, features.Rows).Sum(row => Math.Pow(features[row, feature], 2))));
        }
        double[] again = Dense.Multiply(solver.Solve(new SensorValues(Readings.Snapshots, 2, Readings.Sensors, fitted.Values)), features, transposeB: true).Values;
        Assert.All(fitted.Values.Zip(again), pair => Assert.Equal(pair.First, pair.Second, 1e-8));
    }

    [Fact]
    public void A_seed_gives_the_same_bits_and_another_seed_another_network()
    {
        var options = Small with { Iterations = 5, KeepObserved = false };
        double[][] found = [.. new long[] { 3, 3, 4 }.Select(seed => new RandomFourierNetwork(options).Fit(Sensors, Readings, seed).Values)];
        Assert.Equal(found[0], found[1]);
        Assert.NotEqual(found[0], found[2]);
    }

    [Fact]
    public void A_warm_start_leaves_less_between_the_two_networks_than_independent_ones()
    {
        var options = Small with { Readout = NetworkReadout.TwoNet, Iterations = 40 };
        double warm = Changes(new RandomFourierNetwork(options).Fit(Sensors, Readings, 0).Values), cold = Changes(new RandomFourierNetwork(options with { WarmStart = false }).Fit(Sensors, Readings, 0).Values);
        Assert.True(warm < cold / 2, $"{warm} against {cold}");
    }

    [Fact]
    public void Sigma_follows_the_scale_of_the_flow()
    {
        var options = Small with { Iterations = 10, Frequencies = 64 };
        Assert.True(Tuned(0.5) < Tuned(2.2), "smooth flow took the larger sigma");

        double Tuned(double largest)
        {
            double[] flow = SyntheticFlow.Smooth(SyntheticFlow.Grid, seed: 3, largest);
            var tuned = SigmaTuning.Tune(options, Sensors, SyntheticFlow.Read(Sensors, [.. flow, .. flow]), seed: 0, null, CancellationToken.None);
            return tuned.SigmaX * tuned.SigmaY;
        }
    }

    [Fact]
    public void Trained_weights_are_written_as_safetensors()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("network.safetensors");
        new RandomFourierNetwork(Small with { Iterations = 3, Weights = path, Readout = NetworkReadout.TwoNet }).Fit(Sensors, Readings, seed: 0);
        using var file = SafetensorsFile.Open(path);
        Assert.Equal("rff-mlp:two-net", file.Metadata["interpolator"]);
        Assert.Contains(file.Tensors, tensor => tensor is { Name: "snapshot3.stack.layers.2.weight", Type: SafetensorsType.F32 } && tensor.Shape.SequenceEqual([2L, 40]));
        Assert.Contains(file.Tensors, tensor => tensor.Name == "snapshot0.features.frequencies" && tensor.Shape.SequenceEqual([48L, 2]));
    }

    [Fact]
    public void Names_say_kind_and_readout()
    {
        Assert.Equal(("rff-mlp:tangent", true), (new RandomFourierNetwork().Name, new RandomFourierNetwork().IsLinear));
        Assert.Equal("rff-mlp:last-layer", new RandomFourierNetwork(Small with { Readout = NetworkReadout.LastLayer }).Name);
        Assert.Equal(("rff-mlp:two-net", false), (new RandomFourierNetwork(RandomFourierOptions.Published).Name, new RandomFourierNetwork(RandomFourierOptions.Published).IsLinear));
        Assert.Equal("mlp:tangent", new PlainNetwork().Name);
    }

    [Fact]
    public void Cancellation_and_readings_that_are_not_finite_stop_the_work()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Assert.Throws<OperationCanceledException>(() => new RandomFourierNetwork(Small).Fit(Sensors, Readings, 0, null, cancel.Token));
        var broken = new SensorValues(Readings.Snapshots, 2, Readings.Sensors, (double[])Readings.Values.Clone());
        broken.Values[7] = double.NaN;
        Assert.Throws<NonFiniteException>(() => new RandomFourierNetwork(Small).Fit(Sensors, broken, 0));
    }

    private static double Changes(double[] fields) => Math.Max(Change(fields, 0), Change(fields, 2));

    /// <summary>Relative error of the difference of a pair's snapshots.</summary>
    private static double Change(double[] fields, int snapshot)
    {
        int size = 2 * SyntheticFlow.Grid.Points, from = snapshot * size;
        double[] Step(double[] all) => [.. Enumerable.Range(0, size).Select(i => all[from + size + i] - all[from + i])];
        return SyntheticFlow.Error(Step(fields), Step(Flow));
    }

    private static double Norm(ReadOnlySpan<double> values) => System.Numerics.Tensors.TensorPrimitives.SumOfSquares(values);

    private static double Wave(double lengthX, double lengthY, double x, double y, int layer) =>
        Math.Sin(2 * Math.PI * 2 * x / lengthX) * Math.Cos(2 * Math.PI * (layer + 1) * y / lengthY);
}
