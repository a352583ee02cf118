using System.Numerics.Tensors;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Skill;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Random;

namespace Residuum.Discovery.Assimilation;

/// <summary>Observations of a truth that is known: what a method can be judged by.</summary>
/// <param name="Clean">The true states.</param>
/// <param name="Noisy">The same with independent Gaussian noise on every state; equal to <paramref name="Clean"/> without noise.</param>
public sealed record TwinExperiment(ObservationSet Clean, ObservationSet Noisy)
{
    /// <summary>Runs the truth and observes groups of its states.</summary>
    /// <param name="truth">The true system, a one-step solver.</param>
    /// <param name="start">Where it starts, one member.</param>
    /// <param name="settings">Groups, times and noise.</param>
    /// <param name="inside">The truth with the finer step used inside groups; <paramref name="truth"/> itself where left out.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="UserError">The groups overlap, or the truth needs more than one state to start.</exception>
    /// <exception cref="NonFiniteException">The truth overflowed.</exception>
    public static TwinExperiment Observe(ISolver truth, StateBatch start, TwinSettings settings, ISolver? inside = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(settings);
        double between = settings.Every - (settings.Lags * settings.Lag);
        if (between <= 0)
            throw new UserError("the groups overlap", "every", $"{settings.Every}", $"more than {settings.Lags * settings.Lag}, the length of a group");
        var states = new StateBatch[settings.Lags + 1];
        for (int lag = 0; lag < states.Length; lag++) states[lag] = new StateBatch(truth.Layout, settings.Samples);
        var times = new double[settings.Samples];
        var now = settings.SpinUp > 0 ? truth.Run([start], settings.SpinUp, cancel).States : start;
        for (int sample = 0; sample < settings.Samples; sample++)
        {
            if (sample > 0) now = truth.Run([now], between, cancel).States;
            for (int lag = 0; lag < states.Length; lag++)
            {
                if (lag > 0) now = (inside ?? truth).Run([now], settings.Lag, cancel).States;
                now.State(0).CopyTo(states[lag].State(sample));
            }
            if (!TensorPrimitives.IsFiniteAll<double>(now.Values)) throw new NonFiniteException($"the truth, at sample {sample}");
            times[sample] = settings.SpinUp + (sample * settings.Every) + (settings.Lags * settings.Lag);
        }
        return With(states, times, settings);
    }

    private static TwinExperiment With(StateBatch[] states, double[] times, TwinSettings settings)
    {
        double[] deviations = [.. Climatology.Of(states[^1]).Deviation.Select(deviation => deviation * settings.Noise)];
        double[] steps = [.. Enumerable.Repeat(settings.Lag, settings.Samples)];
        var metadata = new ObservationMetadata { Source = "twin experiment", Seed = settings.Seed };
        var clean = new ObservationSet(states, steps, metadata, times);
        if (settings.Noise == 0) return new TwinExperiment(clean, clean);
        StateBatch[] noisy = [.. states.Select((batch, lag) => Perturbed(batch, deviations, settings.Seed, lag))];
        return new TwinExperiment(clean, new ObservationSet(noisy, steps, metadata with { NoiseStandardDeviations = deviations }, times));
    }

    private static StateBatch Perturbed(StateBatch states, double[] deviations, long seed, int lag)
    {
        var noisy = new StateBatch(states.Layout, states.Members);
        for (int sample = 0; sample < states.Members; sample++)
        {
            var random = new RandomStream(seed, $"observation noise of lag {lag}", sample);
            for (int field = 0; field < deviations.Length; field++)
            {
                var values = noisy.Field(sample, field);
                random.Normal(values);
                TensorPrimitives.MultiplyAdd(values, deviations[field], states.Field(sample, field), values);
            }
        }
        return noisy;
    }
}
