using Residuum.Numerics.Statistics;

namespace Residuum.Discovery.Sensors.Layered;

/// <summary>Finds readings that the nearest sensors do not explain: the rule of <see cref="Observations.SpikeRule"/> for sensors anywhere on a plane.</summary>
/// <remarks>
/// The residual of a reading is its distance from the plane through its eight nearest sensors, weighted by 1/distance². It is a spike when its
/// residual exceeds the threshold times the median residual (scaled to a standard deviation) and one millionth of the largest reading, and when it
/// lies outside the readings of those eight by more than their range: waves that sparse sensors do not resolve stay within it.
/// </remarks>
internal sealed class SensorSpikes
{
    private const int Neighbours = 8, Fewest = 5;
    private const double MadToDeviation = 1.4826, SmallestShare = 1e-6;

    private readonly int[][] _near;
    private readonly (double X, double Y)[][] _offsets;
    private readonly double _threshold;

    public SensorSpikes(SensorNetwork sensors, double threshold)
    {
        _threshold = threshold;
        var nearest = new NearestSensors(sensors);
        _near = [.. Enumerable.Range(0, sensors.Count).Select(i => nearest.To(sensors.X[i], sensors.Y[i], Neighbours, except: i))];
        _offsets = [.. Enumerable.Range(0, sensors.Count).Select(i => _near[i].Select(j => nearest.Offset(j, sensors.X[i], sensors.Y[i])).ToArray())];
    }

    /// <summary>The worst spike of a field, or nothing; readings that are NaN count as not there.</summary>
    /// <param name="readings">Readings of the sensors.</param>
    /// <param name="largest">Largest reading, for the floor below which nothing is a spike.</param>
    public (int Sensor, double Deviations)? Worst(ReadOnlySpan<double> readings, double largest)
    {
        var residuals = new double[readings.Length];
        for (int i = 0; i < residuals.Length; i++) residuals[i] = Residual(readings, i);
        double[] known = [.. residuals.Where(double.IsFinite)];
        if (known.Length < Fewest) return null;
        double scale = MadToDeviation * Quantiles.Median(known);
        (int Sensor, double Deviations)? worst = null;
        for (int i = 0; i < residuals.Length; i++)
        {
            // NaN compares as false, and so is passed over
            if (!(residuals[i] > _threshold * scale && residuals[i] > SmallestShare * largest && IsOutside(readings, i))) continue;
            double deviations = residuals[i] / scale;
            if (worst is null || deviations > worst.Value.Deviations) worst = (i, deviations);
        }
        return worst;
    }

    /// <summary>Distance of a reading from a + b x + c y, fitted to its neighbours.</summary>
    private double Residual(ReadOnlySpan<double> readings, int i)
    {
        double sw = 0, sx = 0, sy = 0, sxx = 0, sxy = 0, syy = 0, sv = 0, sxv = 0, syv = 0;
        for (int k = 0; k < _near[i].Length; k++)
        {
            double value = readings[_near[i][k]];
            if (double.IsNaN(value)) continue;
            var (x, y) = _offsets[i][k];
            double w = 1 / ((x * x) + (y * y));
            (sw, sx, sy, sv) = (sw + w, sx + (w * x), sy + (w * y), sv + (w * value));
            (sxx, sxy, syy, sxv, syv) = (sxx + (w * x * x), sxy + (w * x * y), syy + (w * y * y), sxv + (w * x * value), syv + (w * y * value));
        }
        if (sw == 0) return double.NaN;
        double mx = sx / sw, my = sy / sw, mean = sv / sw;
        double cxx = sxx - (sx * mx), cxy = sxy - (sx * my), cyy = syy - (sy * my), cx = sxv - (mx * sv), cy = syv - (my * sv);
        double ridge = 1e-6 * (cxx + cyy); // neighbours on one line give no slope across it
        double determinant = ((cxx + ridge) * (cyy + ridge)) - (cxy * cxy);
        double b = determinant > 0 ? (((cyy + ridge) * cx) - (cxy * cy)) / determinant : 0, c = determinant > 0 ? (((cxx + ridge) * cy) - (cxy * cx)) / determinant : 0;
        return Math.Abs(readings[i] - (mean - (b * mx) - (c * my)));
    }

    private bool IsOutside(ReadOnlySpan<double> readings, int i)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (int j in _near[i])
        {
            if (!double.IsNaN(readings[j])) (low, high) = (Math.Min(low, readings[j]), Math.Max(high, readings[j]));
        }
        return readings[i] > high + (high - low) || readings[i] < low - (high - low);
    }
}
