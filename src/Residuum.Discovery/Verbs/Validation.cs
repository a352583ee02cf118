using System.Diagnostics;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Reports;
using Residuum.Discovery.Skill;
using Residuum.Discovery.Solvers;
using Residuum.Numerics;

namespace Residuum.Discovery.Verbs;

/// <summary>Puts a corrected model to the test on what was held out, and on a long run.</summary>
internal static class Validation
{
    private const int StabilityMembers = 4, StabilitySteps = 10_000, StepsOfAChild = 20;

    public static DiscoveryRecord Of(DiscoveryRecord record, MedidaResult result, ISolver model, MedidaOptions options, IProgress<Progress> progress, CancellationToken cancel)
    {
        if (record.Verdict is not (Verdict.Found or Verdict.NothingMissing)) return record;
        progress.Report(new Progress("held-out forecasts", double.NaN));
        var observations = result.Observations;
        int[] heldOut = options.HeldOut(observations.Samples);
        if (heldOut.Length > 0)
            record = record with { HeldOut = SkillRecord.Of(SkillComparison.AgainstObserved(model, result.Trained, observations.Select(heldOut), cancel)) };
        if (record.Verdict != Verdict.Found) return record;
        progress.Report(new Progress("long run of the corrected model", double.NaN));
        return record with { Stability = StabilityRecord.Of(StabilityCheck.Of(result.Corrected, Few(observations).Starts(model.Lags), observations.TimeSteps[0], Steps(model), cancel)) };
    }

    /// <summary>Seconds that the long run will take, from one interval of it with the model as given.</summary>
    public static double SecondsOfLongRun(ISolver model, ObservationSet observations, CancellationToken cancel)
    {
        var starts = Few(observations).Starts(model.Lags);
        double interval = observations.TimeSteps[0], seconds = 0;
        for (int call = 0; call < 2; call++) // the first is compiled on the way
        {
            long start = Stopwatch.GetTimestamp();
            model.Run(starts, interval, cancel);
            seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
        return seconds * Steps(model) * StabilityCheck.StepOf(model, interval) / interval;
    }

    private static ObservationSet Few(ObservationSet observations) => observations.Select([.. Enumerable.Range(0, Math.Min(StabilityMembers, observations.Samples))]);

    // A child process for every step would take hours: few steps of it are run, and the report says how many.
    private static int Steps(ISolver model) => model is ExternalSolver ? StepsOfAChild : StabilitySteps;
}
