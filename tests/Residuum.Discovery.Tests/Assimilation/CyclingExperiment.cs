using System.Numerics.Tensors;
using Residuum.Discovery.Assimilation;
using Residuum.Discovery.Skill;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Random;

namespace Residuum.Discovery.Tests.Assimilation;

/// <summary>A filter at work: truth and ensemble run side by side, and the ensemble is drawn to noisy observations of the truth.</summary>
/// <remarks>Scores as in the tables of DAPPER (medida-product, section A): the RMSE over the state of each cycle, averaged over cycles.</remarks>
internal static class CyclingExperiment
{
    /// <summary>Runs the burn-in and the cycles.</summary>
    /// <param name="truth">The true system, a one-step solver.</param>
    /// <param name="model">The model of the ensemble, a one-step solver.</param>
    /// <param name="analysis">The filter.</param>
    /// <param name="truthStart">One true state.</param>
    /// <param name="ensembleStart">The ensemble.</param>
    /// <param name="settings">Times, noise, inflation.</param>
    /// <param name="seed">Seed of noise and perturbations.</param>
    /// <param name="cancel">Stops the work.</param>
    public static CyclingScores Run(
        ISolver truth, ISolver model, IAnalysis analysis, StateBatch truthStart, StateBatch ensembleStart, CyclingSettings settings, long seed, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(settings);
        var random = new RandomStream(seed, "cycling experiment");
        var (state, ensemble) = (truthStart, ensembleStart);
        double forecastRmse = 0, spread = 0;
        var errors = new double[settings.BurnIn + settings.Cycles];
        for (int cycle = 0; cycle < errors.Length; cycle++)
        {
            state = truth.Run([state], settings.Interval, cancel).States;
            var forecast = Survivors.Of(model.Run([ensemble], settings.Interval, cancel), settings.Filter.FailedMembers, random, out _);
            Matrix members = analysis.Ensemble(forecast, Observe(state, settings.Deviation, random), random);
            double[] mean = AfterAnalysis(members, settings.Filter, random);
            errors[cycle] = EnsembleScores.Rmse(mean, state.Values);
            if (cycle >= settings.BurnIn)
            {
                forecastRmse += EnsembleScores.Rmse(EnsembleMoments.Mean(forecast), state.Values) / settings.Cycles;
                spread += EnsembleScores.Spread(members) / settings.Cycles;
            }
            ensemble = new StateBatch(model.Layout, members.Rows, members.Values);
        }
        return new CyclingScores(forecastRmse, errors.Skip(settings.BurnIn).Average(), spread, errors);
    }

    /// <summary>Inflates and rotates the anomalies in place; the mean stays.</summary>
    /// <returns>The mean, <c>[n]</c>.</returns>
    private static double[] AfterAnalysis(Matrix members, FilterOptions filter, RandomStream random)
    {
        double[] mean = EnsembleMoments.Centre(members);
        if (filter.Inflation != 1) TensorPrimitives.Multiply(members.Values, filter.Inflation, members.Values);
        if (filter.Rotate) MeanPreservingRotation.Apply(members, random);
        for (int member = 0; member < members.Rows; member++) TensorPrimitives.Add<double>(members.Row(member), mean, members.Row(member));
        return mean;
    }

    private static Observation Observe(StateBatch state, double deviation, RandomStream random)
    {
        var noisy = new double[state.Layout.Size];
        random.Normal(noisy);
        TensorPrimitives.MultiplyAdd(noisy, deviation, state.Values, noisy);
        return Observation.Full(noisy, deviation);
    }
}
