using System.Numerics.Tensors;
using Residuum.Discovery.Assimilation;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery;

/// <summary>Takes one-step increments of a model (medida-ks, Algorithm 1 and 2): band limit, forecast, analysis, difference.</summary>
internal sealed class IncrementTaker
{
    private readonly ISolver _model;
    private readonly ObservationSet _observations;
    private readonly AssimilationOptions _assimilation;
    private readonly long _seed;
    private readonly IReadOnlyList<StateBatch> _starts;
    private readonly StateBatch _ends;

    /// <param name="model">The model without any found term.</param>
    /// <param name="grid">Grid of the fields.</param>
    /// <param name="observations">The samples.</param>
    /// <param name="cutoffs">Highest mode kept of each field.</param>
    /// <param name="assimilation">How noisy ends become analyses.</param>
    /// <param name="seed">Seed of the ensembles.</param>
    public IncrementTaker(ISolver model, FourierGrid grid, ObservationSet observations, IReadOnlyList<int> cutoffs, AssimilationOptions assimilation, long seed)
    {
        (_model, _observations, _assimilation, _seed) = (model, observations, assimilation, seed);
        _starts = [.. observations.Starts(model.Lags).Select(batch => Cut(batch, grid, cutoffs))];
        _ends = Cut(observations.Ends, grid, cutoffs);
    }

    /// <summary>Increments of the model with terms added.</summary>
    public IncrementSet Take(IReadOnlyList<AddedTerm> terms, CancellationToken cancel)
    {
        var solver = terms.Count == 0 ? _model : _model.WithTerms(terms);
        var (forecast, ends, failures) = _assimilation.Filter == Filter.None ? Forecasts(solver, cancel) : Analyses(solver, cancel);
        var values = new StateBatch(_ends.Layout, _ends.Members);
        TensorPrimitives.Subtract<double>(ends.Values, forecast.Values, values.Values);
        for (int sample = 0; sample < values.Members; sample++)
            TensorPrimitives.Divide(values.State(sample), _observations.TimeSteps[sample], values.State(sample));
        return new IncrementSet(values, _starts[^1], ends, failures);
    }

    // Samples with equal time steps run as one batch.
    private (StateBatch Forecast, StateBatch Ends, IReadOnlyList<MemberFailure> Failures) Forecasts(ISolver solver, CancellationToken cancel)
    {
        var result = new StateBatch(_ends.Layout, _ends.Members);
        var failures = new List<MemberFailure>();
        foreach (var group in Enumerable.Range(0, _ends.Members).GroupBy(sample => _observations.TimeSteps[sample]))
        {
            int[] samples = [.. group];
            var run = solver.Run([.. _starts.Select(batch => Pick(batch, samples))], group.Key, cancel);
            for (int i = 0; i < samples.Length; i++) run.States.State(i).CopyTo(result.State(samples[i]));
            failures.AddRange(run.Failures.Select(failure => failure with { Member = samples[failure.Member] }));
        }
        return (result, _ends, failures);
    }

    private (StateBatch Forecast, StateBatch Ends, IReadOnlyList<MemberFailure> Failures) Analyses(ISolver solver, CancellationToken cancel)
    {
        var prior = _assimilation.Perturbation(_ends);
        var filter = new SampleAssimilation(solver, prior, _assimilation, _seed);
        double[] deviations = Deviations();
        var (forecast, analysis) = (new StateBatch(_ends.Layout, _ends.Members), new StateBatch(_ends.Layout, _ends.Members));
        var failures = new List<MemberFailure>();
        for (int sample = 0; sample < _ends.Members; sample++)
        {
            var end = new Observation(_ends.State(sample).ToArray(), deviations);
            var result = filter.Analyse([.. _starts.Select(batch => Pick(batch, [sample]))], end, _observations.TimeSteps[sample], sample, cancel);
            result.Forecast.CopyTo(forecast.State(sample));
            result.Analysis.CopyTo(analysis.State(sample));
            if (result.Members < 2) failures.Add(new MemberFailure(sample, $"only {result.Members} members survived"));
        }
        return (forecast, analysis, failures);
    }

    private double[] Deviations()
    {
        var known = _observations.Metadata.NoiseStandardDeviations;
        if (known.Count < _ends.Layout.Fields.Count)
            throw new UserError("assimilation needs the noise of the observations", "noise", expected: "a standard deviation for each field", remedy: "give --noise, or take --filter none");
        return [.. known.Take(_ends.Layout.Fields.Count).SelectMany(deviation => Enumerable.Repeat(deviation, _ends.Layout.Points))];
    }

    private static StateBatch Pick(StateBatch batch, int[] samples)
    {
        if (samples.Length == batch.Members) return batch;
        var picked = new StateBatch(batch.Layout, samples.Length);
        for (int i = 0; i < samples.Length; i++) batch.State(samples[i]).CopyTo(picked.State(i));
        return picked;
    }

    private static StateBatch Cut(StateBatch states, FourierGrid grid, IReadOnlyList<int> cutoffs)
    {
        if (cutoffs.All(cutoff => cutoff >= grid.Points / 2)) return states;
        var cut = new StateBatch(states.Layout, states.Members);
        var spectrum = new double[grid.Transform.SpectrumSize];
        for (int member = 0; member < states.Members; member++)
        {
            for (int field = 0; field < cutoffs.Count; field++)
            {
                grid.Transform.Forward(states.Field(member, field), spectrum);
                spectrum.AsSpan(Math.Min(2 * (cutoffs[field] + 1), spectrum.Length)).Clear();
                grid.Transform.Inverse(spectrum, cut.Field(member, field));
            }
        }
        return cut;
    }
}
