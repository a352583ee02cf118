namespace Residuum.Discovery.Regression;

/// <summary>Relevance vector machine by fast marginal likelihood, restarted on the survivors of α_max until all survive.</summary>
/// <remarks>medida-ks, Fast sequential form: cutting once at α_max does not give the support of the fixed point, restarting does.</remarks>
/// <param name="options">Thresholds and limits.</param>
public sealed class FastRelevanceVectorMachine(FastRvmOptions options) : StandardizedRegressor(options.Scaling)
{
    /// <summary>With the defaults.</summary>
    public FastRelevanceVectorMachine()
        : this(new FastRvmOptions())
    {
    }

    /// <inheritdoc/>
    public override string Name => "rvm-fast";

    /// <inheritdoc/>
    protected override StandardizedFit Solve(StandardizedEquations data, CancellationToken cancel)
    {
        int[] allowed = [.. Enumerable.Range(0, data.Columns.Count)];
        int moves = 0;
        while (allowed.Length > 0)
        {
            var evidence = new FastEvidence(data, allowed);
            Stop stop = Maximize(evidence, ref moves, cancel);
            Posterior posterior = evidence.Posterior;
            int[] survivors = [.. posterior.Active.Where((_, i) => posterior.Alpha[i] < options.AlphaMax).Order()];
            if (survivors.Length == posterior.Active.Count && survivors.Length > 0) return posterior.ToFit(moves, stop);
            allowed = survivors;
        }
        return StandardizedFit.Empty(moves);
    }

    private Stop Maximize(FastEvidence evidence, ref int moves, CancellationToken cancel)
    {
        for (int move = 0; move < options.MaxPasses; move++, moves++)
        {
            cancel.ThrowIfCancellationRequested();
            EvidenceStep step = evidence.Best();
            // Without a move β alone may still have to settle.
            double noiseChange = evidence.Apply(step.Gain > options.Tolerance ? step : default);
            if (step.Gain <= options.Tolerance && noiseChange < options.Tolerance) return Stop.Converged;
        }
        return Stop.PassLimit;
    }
}
