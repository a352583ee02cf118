using System.Globalization;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Observations;

/// <summary>Finds samples with missing cells or spikes, drops them and names them.</summary>
public static class QualityControl
{
    /// <summary>Keeps the samples that are complete, finite and free of spikes.</summary>
    /// <param name="observations">What was read; missing cells are NaN.</param>
    /// <param name="spikes">The rule for spikes; nothing to keep every finite sample.</param>
    /// <returns>The samples kept, and what was dropped and why.</returns>
    /// <exception cref="UserError">Nothing is left.</exception>
    public static (ObservationSet Kept, QualityReport Report) Apply(ObservationSet observations, SpikeRule? spikes)
    {
        ArgumentNullException.ThrowIfNull(observations);
        var kept = new List<int>();
        var dropped = new List<DroppedSample>();
        for (int sample = 0; sample < observations.Samples; sample++)
        {
            string? fault = NotFinite(observations, sample) ?? spikes?.Fault(observations, sample);
            if (fault is null) kept.Add(sample);
            else dropped.Add(new DroppedSample(sample, observations.Names[sample], fault));
        }
        if (kept.Count == 0)
            throw new UserError(
                "quality control dropped every sample",
                where: observations.Metadata.Source,
                found: dropped.Count == 0 ? "no samples" : $"{dropped[0].Name}: {dropped[0].Reason}",
                remedy: "look at the file's missing values, or raise 'spike-threshold'");
        var report = new QualityReport(observations.Samples, dropped);
        return (dropped.Count == 0 ? observations : observations.Select(kept), report);
    }

    private static string? NotFinite(ObservationSet observations, int sample)
    {
        for (int lag = 0; lag < observations.States.Count; lag++)
        {
            for (int field = 0; field < observations.Layout.Fields.Count; field++)
            {
                var values = observations.States[lag].Field(sample, field);
                int missing = 0, first = -1;
                for (int point = 0; point < values.Length; point++)
                {
                    if (double.IsFinite(values[point])) continue;
                    if (missing++ == 0) first = point;
                }
                if (missing > 0)
                    return string.Create(CultureInfo.InvariantCulture,
                        $"{missing} missing or not finite cell(s) of {observations.Layout.Fields[field]} at lag {lag}, the first at point {first}");
            }
        }
        return null;
    }
}
