using Residuum.Discovery.Solvers;
using Residuum.Numerics.Random;

namespace Residuum.Discovery.Assimilation;

/// <summary>Analyses sporadic samples one by one, without cycling: perturb the observed start, forecast once, take the analysis mean (medida-ks, Algorithm step 2).</summary>
/// <param name="solver">The model; all members share the older state of a two-step scheme.</param>
/// <param name="prior">Perturbations around the observed start.</param>
/// <param name="options">Filter, members and failure policy.</param>
/// <param name="seed">The run's seed; each sample and member has a random stream of its own.</param>
public sealed class SampleAssimilation(ISolver solver, PriorPerturbation prior, AssimilationOptions options, long seed)
{
    private readonly IAnalysis _analysis = options.Analysis();

    /// <summary>Analyses one sample.</summary>
    /// <param name="starts">Observed states before the end, <see cref="ISolver.Lags"/> batches of one member, oldest first.</param>
    /// <param name="end">Observation at the end; for virtual observations its values are their centre.</param>
    /// <param name="interval">Time step Δt.</param>
    /// <param name="sample">Index of the sample, which keys its random numbers.</param>
    /// <param name="cancel">Stops the work.</param>
    public SampleAnalysis Analyse(IReadOnlyList<StateBatch> starts, Observation end, double interval, int sample, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(starts);
        ArgumentNullException.ThrowIfNull(end);
        int members = options.Members(solver.Layout);
        StateBatch[] ensembles = [.. starts.Select((batch, lag) => lag < starts.Count - 1 ? Repeated(batch, members)
            : prior.Around(batch.State(0), batch.Layout, members, seed, sample))];
        var forecast = solver.Run(ensembles, interval, cancel);
        var survivors = Survivors.Of(forecast, options.FailedMembers, new RandomStream(seed, "new members", sample), out var failures);
        var anomalies = new ObservedAnomalies(survivors, end);
        double[] centre = _analysis.MeanObservation(end, survivors.Rows, new RandomStream(seed, "virtual observations", sample));
        return new SampleAnalysis(anomalies.Mean, KalmanMean.Update(anomalies, centre), survivors.Rows, failures);
    }

    private static StateBatch Repeated(StateBatch state, int members)
    {
        var batch = new StateBatch(state.Layout, members);
        for (int member = 0; member < members; member++) state.State(0).CopyTo(batch.State(member));
        return batch;
    }
}
