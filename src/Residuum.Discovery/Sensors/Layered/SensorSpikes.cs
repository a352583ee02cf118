using Residuum.Numerics.Statistics;

namespace Residuum.Discovery.Sensors.Layered;

/// <summary>Finds readings that the nearest sensors do not explain: the rule of <see cref="Observations.SpikeRule"/> for sensors anywhere on a plane.</summary>
/// <remarks>
/// The residual of a reading is its distance from the plane through its eight nearest sensors, weighted by 1/distance², or from the nearest of the
/// planes that leave one of the eight out, as that one may be the spike. A reading is a spike when its residual exceeds the threshold times the
/// median residual (scaled to a standard deviation) and one millionth of the largest reading, when it lies outside the readings of the eight by more
/// than their range, and when its residual is 20 times the 99th percentile of all and 20 times that of each neighbour: where sensors do not resolve
/// an eddy, residuals are large in many places and around it. Sensors at the edge of an array, with their neighbours on one side, are not judged.
/// </remarks>
internal sealed class SensorSpikes
{
    private const int Neighbours = 8, Fewest = 5;
    private const double MadToDeviation = 1.4826, SmallestShare = 1e-6;
    private const double StandsOut = 20;     // measured in 6,480 turbulent fields seen by 15 networks: clean readings reach 8.7, faults of 5 sd mostly pass 40
    private const double MostOneSided = 0.6; // length of the mean direction to the neighbours: 0 all around, 1 on one side
    private const double MostSpikes = 0.01;  // of all sensors; and two of few

    private readonly int[][] _near;
    private readonly (double X, double Y)[][] _offsets;
    private readonly double _threshold;
    private readonly bool[] _surrounded;

    public SensorSpikes(SensorNetwork sensors, double threshold)
    {
        _threshold = threshold;
        var nearest = new NearestSensors(sensors);
        _near = [.. Enumerable.Range(0, sensors.Count).Select(i => nearest.To(sensors.X[i], sensors.Y[i], Neighbours, except: i))];
        _offsets = [.. Enumerable.Range(0, sensors.Count).Select(i => _near[i].Select(j => nearest.Offset(j, sensors.X[i], sensors.Y[i])).ToArray())];
        _surrounded = [.. _offsets.Select(IsSurrounded)];
    }

    /// <summary>Whether a sensor has neighbours on all sides: those on one side alone can not tell what is on the other.</summary>
    private static bool IsSurrounded((double X, double Y)[] offsets)
    {
        double x = 0, y = 0;
        foreach (var offset in offsets)
        {
            double distance = Math.Sqrt((offset.X * offset.X) + (offset.Y * offset.Y));
            (x, y) = (x + (offset.X / distance), y + (offset.Y / distance));
        }
        return (x * x) + (y * y) <= MostOneSided * MostOneSided * offsets.Length * offsets.Length;
    }

    /// <summary>The worst spike of a field, or nothing; readings that are NaN count as not there.</summary>
    /// <param name="readings">Readings of the sensors.</param>
    /// <param name="largest">Largest reading, for the floor below which nothing is a spike.</param>
    public (int Sensor, double Deviations)? Worst(ReadOnlySpan<double> readings, double largest)
    {
        double[] residuals = Residuals(readings, out double scale);
        double[] known = [.. residuals.Where(double.IsFinite)];
        if (known.Length < Fewest) return null;
        double usual = Quantiles.Of(known, Math.Min(1 - MostSpikes, 1 - (2.5 / known.Length)));
        double least = Math.Max(Math.Max(_threshold * scale, StandsOut * usual), SmallestShare * largest);
        (int Sensor, double Deviations)? worst = null;
        for (int i = 0; i < residuals.Length; i++)
        {
            // NaN compares as false, and so is passed over
            if (!(residuals[i] > least && residuals[i] / scale > (worst?.Deviations ?? 0))) continue;
            if (IsOutside(readings, i) && StandsOutOf(residuals, i)) worst = (i, residuals[i] / scale);
        }
        return worst;
    }

    /// <summary>Residuals of the sensors that are surrounded; NaN for others. Only the large ones are worth leaving a neighbour out.</summary>
    private double[] Residuals(ReadOnlySpan<double> readings, out double scale)
    {
        const double Large = 3;
        var residuals = new double[readings.Length];
        for (int i = 0; i < residuals.Length; i++) residuals[i] = _surrounded[i] ? Residual(readings, i, without: -1) : double.NaN;
        double[] known = [.. residuals.Where(double.IsFinite)];
        scale = known.Length == 0 ? double.NaN : MadToDeviation * Quantiles.Median(known);
        for (int i = 0; i < residuals.Length; i++)
        {
            if (!(residuals[i] > Large * scale)) continue;
            foreach (int neighbour in _near[i]) residuals[i] = Math.Min(residuals[i], Residual(readings, i, neighbour));
        }
        return residuals;
    }

    /// <summary>Distance of a reading from a + b x + c y, fitted to its neighbours.</summary>
    private double Residual(ReadOnlySpan<double> readings, int i, int without)
    {
        double sw = 0, sx = 0, sy = 0, sxx = 0, sxy = 0, syy = 0, sv = 0, sxv = 0, syv = 0;
        for (int k = 0; k < _near[i].Length; k++)
        {
            double value = readings[_near[i][k]];
            if (double.IsNaN(value) || _near[i][k] == without) continue;
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

    private bool StandsOutOf(double[] residuals, int i)
    {
        foreach (int j in _near[i])
        {
            if (residuals[j] * StandsOut >= residuals[i]) return false;
        }
        return true;
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
