using System.Globalization;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Observations;

/// <summary>Cuts a continuous series into samples of consecutive times.</summary>
internal static class TimeSeriesCut
{
    private const double LongestStep = 1.5;  // of the usual step: beyond, a time is missing in between
    private const double ShortestGap = 0.5;  // of the usual step: nearer groups begin at the wrong time
    private const double EqualSteps = 1e-3;  // steps within a sample may differ by this part
    private const double Rounding = 1e-6;    // of the usual step: what differences of large times lose

    /// <summary>Cuts.</summary>
    /// <param name="times">Time of each frame, rising.</param>
    /// <param name="lags">States before the end of each sample.</param>
    /// <param name="overlap">Whether neighbouring samples share frames.</param>
    /// <param name="where">File and variable, for messages.</param>
    /// <returns>Frames, step and end of each sample; groups with a gap or unequal steps are passed over.</returns>
    /// <exception cref="UserError">Times do not rise, too few, or groups that lie nearer to each other than their own times do.</exception>
    public static (List<int[]> Groups, double[] Steps, double[] Ends) Cut(ReadOnlySpan<double> times, int lags, bool overlap, string where)
    {
        if (times.Length <= lags)
            throw new UserError("too few times for one sample", where, $"{times.Length}", $"at least {lags + 1}");
        for (int i = 1; i < times.Length; i++)
        {
            if (times[i] > times[i - 1]) continue;
            throw new UserError("times do not rise", where, string.Create(CultureInfo.InvariantCulture, $"{times[i]:G8} after {times[i - 1]:G8}"), remedy: "sort the file by time and remove what stands twice");
        }
        var groups = new List<int[]>();
        for (int first = 0; first + lags < times.Length; first += overlap ? 1 : lags + 1) groups.Add([.. Enumerable.Range(first, lags + 1)]);
        var steps = new double[groups.Count];
        for (int i = 0; i < steps.Length; i++) steps[i] = (times[groups[i][^1]] - times[groups[i][0]]) / lags;
        double usual = Median(steps);
        if (!overlap) DemandApart(times, groups, usual, where);
        var kept = new List<int>();
        for (int i = 0; i < steps.Length; i++)
        {
            if (steps[i] <= LongestStep * usual && Equal(times, groups[i], steps[i])) kept.Add(i);
        }
        var ends = new double[kept.Count];
        for (int i = 0; i < ends.Length; i++) ends[i] = times[groups[kept[i]][^1]];
        return ([.. kept.Select(i => groups[i])], Snapped([.. kept.Select(i => steps[i])]), ends);
    }

    /// <summary>A time without partners at the beginning shifts all groups behind it: they would join the end of one to the start of the next.</summary>
    private static void DemandApart(ReadOnlySpan<double> times, List<int[]> groups, double usual, string where)
    {
        for (int i = 1; i < groups.Count; i++)
        {
            double between = times[groups[i][0]] - times[groups[i - 1][^1]];
            if (between >= ShortestGap * usual) continue;
            throw new UserError("the times do not come in groups", where,
                string.Create(CultureInfo.InvariantCulture, $"{between:G6} between the groups that end at {times[groups[i - 1][^1]]:G8} and start at {times[groups[i][0]]:G8}, {usual:G6} within groups"),
                "the shorter distance within groups", "remove times without a partner, or give the groups a dimension or column 'sample'");
        }
    }

    /// <summary>Steps that differ from the usual one by rounding alone become equal to it, so that samples can be forecast together.</summary>
    /// <param name="steps">Differences of times.</param>
    public static double[] Snapped(double[] steps)
    {
        if (steps.Length == 0) return steps;
        double usual = Median(steps);
        return [.. steps.Select(step => Math.Abs(step - usual) <= Rounding * usual ? usual : step)];
    }

    private static bool Equal(ReadOnlySpan<double> times, int[] group, double step)
    {
        for (int i = 1; i < group.Length; i++)
        {
            if (Math.Abs(times[group[i]] - times[group[i - 1]] - step) > EqualSteps * step) return false;
        }
        return true;
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
