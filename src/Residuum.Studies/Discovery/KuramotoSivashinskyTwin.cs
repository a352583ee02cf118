using Residuum.Discovery.Assimilation;
using Residuum.Discovery.Models;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Steppers;
using Residuum.Numerics.Transforms;

namespace Residuum.Studies.Discovery;

/// <summary>The true system of card medida-ks and how it is observed.</summary>
internal static class KuramotoSivashinskyTwin
{
    /// <summary>Time step of the truth between samples and of the noisy part's models.</summary>
    public const double Step = 5e-3;

    private const double FineStep = 1e-3, Every = 2, SpinUp = 100;

    /// <summary>λ₁ = λ₂ = λ₄ = 1, L = 100, 256 points.</summary>
    public static KuramotoSivashinsky Truth { get; } = new(FourierGrid.Periodic(100, 256));

    /// <summary>Triples (t - 2Δt, t - Δt, t) with Δt = 0.005, for one CNAB step.</summary>
    public static ObservationSet Triples(int samples, int seed, CancellationToken cancel, double noise = 0) =>
        Observe(Truth, new TwinSettings { Samples = samples, Lags = 2, Lag = 0.005, Every = Every, SpinUp = SpinUp, Noise = noise, Seed = seed }, seed, cancel);

    /// <summary>Pairs (t - Δt, t) with Δt = 0.1 and noise, for many internal steps.</summary>
    public static ObservationSet Pairs(int samples, double noise, int seed, CancellationToken cancel, KuramotoSivashinsky? truth = null, int noiseSeed = 0) =>
        Observe(truth ?? Truth, new TwinSettings { Samples = samples, Lags = 1, Lag = 0.1, Every = Every, SpinUp = SpinUp, Noise = noise, Seed = (1000L * noiseSeed) + seed }, seed, cancel);

    /// <summary>The truth at the paper's resolution.</summary>
    public static KuramotoSivashinsky FineTruth { get; } = new(FourierGrid.Periodic(100, 1024));

    /// <summary>The paper's sparse set: 10 triples in T = 100..200, 1 % noise on the starts.</summary>
    /// <returns>Ends as they are, which is what virtual observations scatter around, and with noise, which is all that an instrument gives.</returns>
    public static (ObservationSet Virtual, ObservationSet Noisy) Published(int seed, CancellationToken cancel)
    {
        var truth = FineTruth.With(TimeScheme.Etdrk4, FineStep);
        var settings = new TwinSettings { Samples = 10, Lags = 2, Lag = 0.005, Every = 10, SpinUp = SpinUp, Noise = 0.01, Seed = seed };
        var twin = TwinExperiment.Observe(truth, new StateBatch(truth.Layout, 1, FineTruth.InitialState(seed)), settings, cancel: cancel);
        IReadOnlyList<StateBatch> states = [.. twin.Noisy.States.SkipLast(1), twin.Clean.Ends];
        return (new ObservationSet(states, twin.Noisy.TimeSteps, twin.Noisy.Metadata, twin.Noisy.Times), twin.Noisy);
    }

    private static ObservationSet Observe(KuramotoSivashinsky truth, TwinSettings settings, int seed, CancellationToken cancel)
    {
        var solver = truth.With(TimeScheme.Etdrk4, Step);
        var start = new StateBatch(solver.Layout, 1, truth.InitialState(seed));
        var inside = settings.Lags == 2 ? truth.With(TimeScheme.Etdrk4, FineStep) : null;
        return TwinExperiment.Observe(solver, start, settings, inside, cancel).Noisy;
    }
}
