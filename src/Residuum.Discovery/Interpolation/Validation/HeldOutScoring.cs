using Residuum.Discovery.Sensors;

namespace Residuum.Discovery.Interpolation;

/// <summary>A score in the making, fold by fold, so that hopeless candidates can be left early.</summary>
internal sealed class HeldOutScoring(IFieldInterpolator interpolator, SensorNetwork sensors, SensorValues values, HeldOutOptions options, long seed)
{
    private readonly int[][] _folds = HeldOutSensors.Folds(sensors.Count, options, seed);
    private readonly HeldOutSums _held = new(values.Layers, values.Snapshots), _seen = new(values.Layers, values.Snapshots);
    private int _done;

    public IFieldInterpolator Interpolator => interpolator;

    /// <summary>Fits the next fold; false where all are done.</summary>
    public bool Advance(CancellationToken cancel)
    {
        if (_done == _folds.Length) return false;
        cancel.ThrowIfCancellationRequested();
        int[] held = _folds[_done++], kept = [.. Enumerable.Range(0, sensors.Count).Except(held)];
        SensorNetwork shown = sensors.Subset(kept), hidden = sensors.Subset(held);
        SensorValues known = values.Subset(kept);
        var fields = interpolator.Fit(shown, known, seed, cancel: cancel);
        _held.Add(values.Subset(held), fields.At(hidden.X, hidden.Y));
        _seen.Add(known, fields.At(shown.X, shown.Y));
        return true;
    }

    /// <summary>The score of the folds so far.</summary>
    public HeldOutScore Score()
    {
        // Sensors on grid points leave the others open; between grid points all values are interpolated.
        double open = sensors.GridIndices is null ? 1 : 1 - sensors.Ratio;
        int layers = values.Layers;
        double[] errors = new double[layers], gaps = new double[layers], misfits = new double[layers], tendencies = new double[layers];
        for (int layer = 0; layer < layers; layer++)
        {
            double square = _seen.Square(layer);
            (double held, double seen) = (Part(_held.Mean(layer), square), Part(_seen.Mean(layer), square));
            (errors[layer], gaps[layer], misfits[layer]) = (Math.Sqrt((open * held) + ((1 - open) * seen)), Math.Sqrt(held), Math.Sqrt(seen));
            tendencies[layer] = values.Snapshots % 2 == 0 ? _held.ChangeError(layer) : double.NaN;
        }
        return new HeldOutScore(interpolator.Name, errors, gaps, misfits, tendencies, _done);
    }

    private static double Part(double error, double square) => error == 0 ? 0 : error / square;
}
