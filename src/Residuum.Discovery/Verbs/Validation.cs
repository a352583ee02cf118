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
        int[] few = [.. Enumerable.Range(0, Math.Min(StabilityMembers, observations.Samples))];
        // A child process for every step would take hours: few steps of it are run, and the report says how many.
        int steps = model is ExternalSolver ? StepsOfAChild : StabilitySteps;
        var check = StabilityCheck.Of(result.Corrected, observations.Select(few).Starts(model.Lags), observations.TimeSteps[0], steps, cancel);
        return record with { Stability = StabilityRecord.Of(check) };
    }
}
