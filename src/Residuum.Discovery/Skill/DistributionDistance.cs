namespace Residuum.Discovery.Skill;

/// <summary>How far apart the long-run statistics of two systems are.</summary>
public static class DistributionDistance
{
    /// <summary>Wasserstein-1 distance of two samples of numbers: the mean distance that one must be moved to become the other, in their unit.</summary>
    /// <param name="a">One sample, in any order.</param>
    /// <param name="b">The other, of any size.</param>
    public static double Wasserstein(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double[] x = a.ToArray(), y = b.ToArray();
        Array.Sort(x);
        Array.Sort(y);
        double distance = 0, level = 0;
        for (int i = 0, j = 0; i < x.Length && j < y.Length;)
        {
            double next = Math.Min((i + 1.0) / x.Length, (j + 1.0) / y.Length);
            distance += (next - level) * Math.Abs(x[i] - y[j]);
            level = next;
            bool endsX = (i + 1L) * y.Length <= (j + 1L) * x.Length, endsY = (j + 1L) * x.Length <= (i + 1L) * y.Length;
            if (endsX) i++;
            if (endsY) j++;
        }
        return distance;
    }

    /// <summary>Root mean square of ln(P / Q) over the modes in which either holds more than a share of its peak.</summary>
    /// <param name="p">Mean power of each mode, the mean left out.</param>
    /// <param name="q">The other spectrum, of the same modes.</param>
    /// <param name="floor">Share of the peak below which a mode is rounding, not physics.</param>
    public static double LogSpectral(ReadOnlySpan<double> p, ReadOnlySpan<double> q, double floor = 1e-10)
    {
        if (p.Length != q.Length) throw new ArgumentException($"spectra of {p.Length} and {q.Length} modes");
        double least = floor * Math.Max(Peak(p), Peak(q)), sum = 0;
        int modes = 0;
        for (int k = 0; k < p.Length; k++)
        {
            if (Math.Max(p[k], q[k]) <= least) continue;
            double ratio = Math.Log(Math.Max(p[k], least) / Math.Max(q[k], least));
            sum += ratio * ratio;
            modes++;
        }
        return modes == 0 ? 0 : Math.Sqrt(sum / modes);
    }

    private static double Peak(ReadOnlySpan<double> power)
    {
        double peak = 0;
        foreach (double value in power) peak = Math.Max(peak, value);
        return peak;
    }
}
