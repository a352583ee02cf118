namespace Residuum.Discovery.Regression;

/// <summary>Greedy deletion by evidence: one precision α for all columns, set with β to its best; columns leave while the evidence rises.</summary>
/// <remarks>The gain of a deletion at fixed α, β is that of the fast sequential form (medida-ks); α and β settle after each.</remarks>
/// <param name="options">Limit and scaling.</param>
public sealed class EvidenceGreedy(StepwiseOptions options) : StandardizedRegressor(options.Scaling)
{
    private const int SettlingPasses = 100;
    private const double SettlingTolerance = 1e-6;

    /// <summary>With the defaults.</summary>
    public EvidenceGreedy()
        : this(new StepwiseOptions())
    {
    }

    /// <inheritdoc/>
    public override string Name => "evidence";

    /// <inheritdoc/>
    protected override StandardizedFit Solve(StandardizedEquations data, CancellationToken cancel)
    {
        int[] active = [.. Enumerable.Range(0, data.Columns.Count)];
        for (int deletions = 0; active.Length > 0; deletions++)
        {
            cancel.ThrowIfCancellationRequested();
            Posterior posterior = Settle(data, active);
            int worst = Enumerable.Range(0, active.Length).MaxBy(i => Gain(posterior, i));
            bool mustGo = active.Length > (options.MaxTerms ?? int.MaxValue);
            if (Gain(posterior, worst) <= 0 && !mustGo) return posterior.ToFit(deletions, Stop.Converged);
            active = [.. active.Where((_, i) => i != worst)];
        }
        return StandardizedFit.Empty(data.Columns.Count);
    }

    private static Posterior Settle(StandardizedEquations data, int[] active)
    {
        double alpha = 1, beta = data.Rows / data.TargetSquare;
        for (int pass = 0; ; pass++)
        {
            var posterior = new Posterior(data, active, [.. Enumerable.Repeat(alpha, active.Length)], beta);
            double gamma = Enumerable.Range(0, active.Length).Sum(posterior.Determination);
            double nextAlpha = gamma / posterior.Mean.Sum(m => m * m), nextBeta = posterior.NextBeta();
            bool rests = Math.Abs(nextAlpha - alpha) < SettlingTolerance * alpha && Math.Abs(nextBeta - beta) < SettlingTolerance * beta;
            if (rests || pass == SettlingPasses || !double.IsFinite(nextAlpha)) return posterior;
            (alpha, beta) = (nextAlpha, nextBeta);
        }
    }

    // 2ΔL = Q²/(S-α) - ln(1-S/α) with S = α - α²Σ, Q = αm.
    private static double Gain(Posterior posterior, int i)
    {
        double alpha = posterior.Alpha[i], S = alpha - (alpha * alpha * posterior.Sigma[i, i]), Q = alpha * posterior.Mean[i];
        return ((Q * Q / (S - alpha)) - Math.Log(1 - (S / alpha))) / 2;
    }
}
