namespace Residuum.Discovery.Regression;

/// <summary>Evidence maximized by iterating the conditions of its maximum, columns of large α leaving on the way.</summary>
/// <remarks>medida-ks, Algorithm 4. For many rows γ → 1, so α ≥ α_max drops |m| ≤ α_max^(-1/2).</remarks>
public static class EvidenceFixedPoint
{
    private const double Start = 1e-6;
    private const int LeastPasses = 3;

    /// <summary>Iterates to rest.</summary>
    /// <param name="data">Scaled equations.</param>
    /// <param name="options">Thresholds and limits.</param>
    /// <param name="noisePrecision">β where it is known; else it is estimated too.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>The posterior at the end; null where every column left.</returns>
    public static (Posterior? Posterior, int Passes, Stop Stop) Run(StandardizedEquations data, RvmOptions options, double? noisePrecision = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        int[] active = [.. Enumerable.Range(0, data.Columns.Count)];
        double[] alpha = [.. active.Select(_ => Start)];
        double beta = noisePrecision ?? Start;
        for (int pass = 1; pass <= options.MaxPasses; pass++)
        {
            cancel.ThrowIfCancellationRequested();
            var posterior = new Posterior(data, active, alpha, beta);
            double[] next = NextAlpha(posterior, options.Update);
            beta = noisePrecision ?? posterior.NextBeta();

            int[] kept = [.. Enumerable.Range(0, active.Length).Where(i => next[i] < options.AlphaMax)];
            if (kept.Length == 0) return (null, pass, Stop.Empty);
            double change = kept.Max(i => Math.Abs(next[i] - alpha[i]));
            (active, alpha) = ([.. kept.Select(i => active[i])], [.. kept.Select(i => next[i])]);
            if (change < options.Tolerance && pass >= LeastPasses) return (new Posterior(data, active, alpha, beta), pass, Stop.Converged);
        }
        return (new Posterior(data, active, alpha, beta), options.MaxPasses, Stop.PassLimit);
    }

    private static double[] NextAlpha(Posterior posterior, EvidenceUpdate update)
    {
        var next = new double[posterior.Mean.Length];
        for (int i = 0; i < next.Length; i++)
        {
            double m = posterior.Mean[i];
            next[i] = update == EvidenceUpdate.MacKay
                ? posterior.Determination(i) / (m * m)
                : 1 / ((m * m) + posterior.Sigma[i, i]);
        }
        return next;
    }
}
