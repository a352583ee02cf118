using System.Globalization;
using Residuum.Numerics.Options;

namespace Residuum.Discovery.Observations;

/// <summary>Finds a spike: one grid point that its neighbours and the other times of the sample do not explain.</summary>
/// <remarks>
/// The residual of a point is its distance from the cubic through two neighbours on either side. It is a spike when it
/// exceeds the threshold times the field's own median absolute residual (scaled to a standard deviation), half of the range of
/// its six nearest neighbours, and one millionth of the field's largest value. The rule is applied to each state, where a stuck
/// sensor shows, and to the difference of neighbouring times, where a fault of one time stands out of a smooth field.
/// The range keeps resolved fronts and solitary waves, whose residuals are large against the flat rest of the domain.
/// </remarks>
public sealed record SpikeRule
{
    private const double MadToDeviation = 1.4826; // of a normal distribution
    private const double NeighbourRange = 0.5;
    private const double SmallestShare = 1e-6;

    /// <summary>Residuals above so many standard deviations are spikes.</summary>
    public double Threshold { get; init => field = Require.Positive(value); } = 10;

    /// <summary>What is wrong with a sample, or nothing.</summary>
    /// <param name="observations">All samples; this one is finite.</param>
    /// <param name="sample">Sample, from 0.</param>
    public string? Fault(ObservationSet observations, int sample)
    {
        ArgumentNullException.ThrowIfNull(observations);
        int points = observations.Layout.Points;
        if (points < 8) return null; // too few neighbours to judge by
        for (int field = 0; field < observations.Layout.Fields.Count; field++)
        {
            var change = new double[points];
            for (int lag = 0; lag < observations.States.Count; lag++)
            {
                var state = observations.States[lag].Field(sample, field);
                double floor = SmallestShare * Largest(state);
                if (Find(state, floor) is { } stuck) return Text(observations, field, lag, stuck);
                if (lag == 0) continue;
                var before = observations.States[lag - 1].Field(sample, field);
                for (int i = 0; i < points; i++) change[i] = state[i] - before[i];
                if (Find(change, floor) is { } jumped) return Text(observations, field, LagOf(jumped.Point, before, state, lag), jumped);
            }
        }
        return null;
    }

    /// <summary>The largest spike of a periodic field, or nothing.</summary>
    private (int Point, double Deviations)? Find(ReadOnlySpan<double> values, double floor)
    {
        var residuals = new double[values.Length];
        for (int i = 0; i < residuals.Length; i++) residuals[i] = Math.Abs(Residual(values, i));
        double scale = MadToDeviation * Median(residuals);
        (int Point, double Deviations)? worst = null;
        for (int i = 0; i < residuals.Length; i++)
        {
            if (residuals[i] <= Threshold * scale || residuals[i] <= floor || residuals[i] <= NeighbourRange * RangeAround(values, i)) continue;
            double deviations = residuals[i] / scale;
            if (worst is null || deviations > worst.Value.Deviations) worst = (i, deviations);
        }
        if (worst is null) return null;
        int point = Peak(residuals, worst.Value.Point);
        return (point, residuals[point] / scale);
    }

    /// <summary>A spike disturbs the residuals of its neighbours as well: the largest of the three is the spike itself.</summary>
    private static int Peak(double[] residuals, int point)
    {
        int n = residuals.Length, left = (point + n - 1) % n, right = (point + 1) % n;
        if (residuals[left] > residuals[point]) point = left;
        return residuals[right] > residuals[point] ? right : point;
    }

    private static double Residual(ReadOnlySpan<double> u, int i)
    {
        int n = u.Length;
        double near = u[(i + n - 1) % n] + u[(i + 1) % n], far = u[(i + n - 2) % n] + u[(i + 2) % n];
        return u[i] - (((4 * near) - far) / 6);
    }

    private static double RangeAround(ReadOnlySpan<double> u, int i)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        for (int offset = -3; offset <= 3; offset++)
        {
            if (offset == 0) continue;
            double value = u[(i + offset + u.Length) % u.Length];
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }
        return high - low;
    }

    /// <summary>A jump may come from either time: the one with the larger residual is named.</summary>
    private static int LagOf(int point, ReadOnlySpan<double> before, ReadOnlySpan<double> state, int lag) =>
        Math.Abs(Residual(before, point)) > Math.Abs(Residual(state, point)) ? lag - 1 : lag;

    private static double Largest(ReadOnlySpan<double> values)
    {
        double largest = 0;
        foreach (double value in values) largest = Math.Max(largest, Math.Abs(value));
        return largest;
    }

    private static double Median(double[] values)
    {
        var sorted = (double[])values.Clone();
        Array.Sort(sorted);
        return sorted[sorted.Length / 2];
    }

    private static string Text(ObservationSet observations, int field, int lag, (int Point, double Deviations) spike) =>
        string.Create(CultureInfo.InvariantCulture,
            $"a spike in {observations.Layout.Fields[field]} at lag {lag}, point {spike.Point}: {spike.Deviations:G3} standard deviations off its neighbours");
}
