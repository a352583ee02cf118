using System.Numerics.Tensors;
using Residuum.Discovery.Assimilation;
using Residuum.Discovery.Sensors;
using Residuum.Numerics.Errors;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Interpolation;

/// <summary>The mean of an ensemble Kalman analysis of given states of the model: x̄ + K (ψ_obs - H x̄) (medida-qg, Interpolators, g).</summary>
/// <remarks>It corrects within the span of the members, without localisation: it can meet no more independent readings than there are members.
/// All layers are analysed together, so that readings of one correct the others. Sensors between grid points are observed by augmenting the state with
/// the members' values there.</remarks>
/// <param name="options">Options, with the states.</param>
public sealed class EnsembleAnalysis(EnsembleOptions? options = null) : LinearInterpolator
{
    private readonly EnsembleOptions _options = options ?? new EnsembleOptions();

    /// <inheritdoc/>
    public override string Name => "enkf";

    /// <inheritdoc/>
    private protected override Prior Prepare(SensorNetwork sensors, SensorValues values, long seed, CancellationToken cancel)
    {
        Matrix forecast = Augmented(sensors, values.Layers);
        int points = values.Layers * sensors.Grid.Points;
        double[] deviations = Deviations(forecast, points, values.Layers);
        int[] sites = [.. Enumerable.Range(points, values.Layers * sensors.Count)];
        var anomalies = new ObservedAnomalies(forecast, new Observation(new double[sites.Length], deviations, sites));
        var background = new Background(new GridFields(sensors.Grid, anomalies.Mean[..points]), new Matrix(values.Layers, sensors.Count, anomalies.Mean[points..]));
        return new Prior(new Gain(sensors.Grid, anomalies, points), background);
    }

    /// <summary>Members as [states on the grid, values at the sensors].</summary>
    private Matrix Augmented(SensorNetwork sensors, int layers)
    {
        int points = layers * sensors.Grid.Points;
        if (_options.States is not { } states) throw new UserError("an ensemble analysis needs states of the model", "enkf", remedy: "give an ensemble");
        if (states.Length == 0 || states.Length % points != 0)
            throw new UserError("the ensemble is that of another grid", "enkf", $"{states.Length} numbers", $"a multiple of {layers} layers times {sensors.Grid.Ny} x {sensors.Grid.Nx} points");
        double[] atSensors = new GridFields(sensors.Grid, states).At(sensors.X, sensors.Y);
        var members = new Matrix(states.Length / points, points + (layers * sensors.Count));
        for (int member = 0; member < members.Rows; member++)
        {
            states.AsSpan(member * points, points).CopyTo(members.Row(member));
            atSensors.AsSpan(member * layers * sensors.Count, layers * sensors.Count).CopyTo(members.Row(member)[points..]);
        }
        return members;
    }

    /// <summary>The error of each reading: a part of the spread of its layer.</summary>
    private double[] Deviations(Matrix forecast, int points, int layers)
    {
        Matrix spread = forecast.Copy();
        EnsembleMoments.Centre(spread);
        int size = points / layers, sensors = (forecast.Columns - points) / layers;
        double[] variances = new double[layers];
        for (int member = 0; member < spread.Rows; member++)
        {
            for (int layer = 0; layer < layers; layer++) variances[layer] += TensorPrimitives.SumOfSquares<double>(spread.Row(member).Slice(layer * size, size));
        }
        return [.. variances.SelectMany(variance => Enumerable.Repeat(_options.Error * Math.Sqrt(variance / spread.Rows / size), sensors))];
    }

    private sealed class Gain(PlaneGrid grid, ObservedAnomalies forecast, int points) : ISensorOperator
    {
        private readonly KalmanGain _gain = new(forecast);

        public IInterpolatedFields Apply(SensorValues readings, CancellationToken cancel)
        {
            int size = readings.Layers * readings.Sensors;
            var innovations = new Matrix(readings.Snapshots, size);
            var origin = new double[points + size]; // readings come less their background
            for (int snapshot = 0; snapshot < readings.Snapshots; snapshot++)
                forecast.Innovation(readings.Values.AsSpan(snapshot * size, size), origin).CopyTo(innovations.Row(snapshot));
            Matrix increments = _gain.Apply(innovations);
            var fields = new double[readings.Snapshots * points];
            for (int snapshot = 0; snapshot < readings.Snapshots; snapshot++) increments.Row(snapshot)[..points].CopyTo(fields.AsSpan(snapshot * points));
            return new GridFields(grid, fields);
        }
    }
}
