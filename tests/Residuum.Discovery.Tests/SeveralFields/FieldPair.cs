using System.Numerics.Tensors;
using Residuum.Discovery.Models;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Skill;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Random;
using Residuum.Numerics.Steppers;

namespace Residuum.Discovery.Tests.SeveralFields;

/// <summary>Observed pairs of states from many independent starts, each with a time step of its own.</summary>
internal static class FieldPair
{
    /// <summary>Runs the truth from one start a sample, and observes the start and the end of a last short step.</summary>
    /// <param name="truth">The true system.</param>
    /// <param name="samples">Number of samples.</param>
    /// <param name="spinUp">Time before the first state of each pair.</param>
    /// <param name="step">Time step of a sample.</param>
    /// <param name="noise">Noise as a part of each field's standard deviation.</param>
    public static ObservationSet Observe(IPeriodicModel truth, int samples, double spinUp, Func<int, double> step, double noise = 0)
    {
        const double coarse = 0.02, fine = 0.005;
        var solver = truth.With(TimeScheme.Etdrk4, fine);
        var starts = new StateBatch(solver.Layout, samples, [.. Enumerable.Range(0, samples).SelectMany(seed => truth.InitialState(seed))]);
        starts = truth.With(TimeScheme.Etdrk4, coarse).Run([starts], spinUp).States;
        var ends = new StateBatch(solver.Layout, samples);
        for (int sample = 0; sample < samples; sample++)
            solver.Run([new StateBatch(solver.Layout, 1, starts.State(sample).ToArray())], step(sample)).States.State(0).CopyTo(ends.State(sample));
        double[] deviations = [.. Climatology.Of(ends).Deviation.Select(deviation => noise * deviation)];
        var metadata = noise > 0 ? new ObservationMetadata { NoiseStandardDeviations = deviations } : new ObservationMetadata();
        return new ObservationSet([Noisy(starts, deviations, 0), Noisy(ends, deviations, 1)], [.. Enumerable.Range(0, samples).Select(step)], metadata);
    }

    private static StateBatch Noisy(StateBatch states, double[] deviations, int lag)
    {
        var noisy = states.Copy();
        var values = new double[states.Layout.Points];
        for (int sample = 0; sample < states.Members; sample++)
        {
            var random = new RandomStream(lag, "noise of a pair", sample);
            for (int field = 0; field < deviations.Length; field++)
            {
                random.Normal(values);
                TensorPrimitives.MultiplyAdd(values, deviations[field], noisy.Field(sample, field), noisy.Field(sample, field));
            }
        }
        return noisy;
    }
}
