using Residuum.Discovery.Interpolation;
using Residuum.Discovery.Projects;
using Residuum.Discovery.Reports;
using Residuum.Numerics;

namespace Residuum.Discovery.Verbs;

/// <summary>Chooses the interpolator where that is left to the sensors, and scores it at sensors that are held out.</summary>
internal static class FlowInterpolation
{
    private const int MostPairs = 3; // more would not change the score

    /// <summary>The project with its interpolator, and the score; none where every grid point is observed or no score is wanted.</summary>
    public static (FlowProject Project, FlowInterpolationRecord? Record) Judge(FlowProject project, FlowSplit split, IProgress<Progress> progress, CancellationToken cancel)
    {
        var group = split.Fitted.MaxBy(group => group.Pairs)!;
        group = FlowSplit.Select(group, [.. Enumerable.Range(0, Math.Min(MostPairs, group.Pairs))]);
        long seed = project.Options.Method.Seed;
        if (project.Interpolator is AutoInterpolator auto)
        {
            var choice = auto.Choose(group.Sensors, group.Values, seed, progress, cancel);
            return (project with { Interpolator = choice.Best }, new FlowInterpolationRecord(true, choice.Scores, [.. choice.Failures.Select(failure => $"{failure.Interpolator}: {failure.Reason}")]));
        }
        if (!project.Options.Interpolation.Score || group.Sensors is { GridIndices: not null, Ratio: 1 }) return (project, null);
        progress.Report(new Progress("held-out sensors", double.NaN));
        var score = HeldOutSensors.Score(project.Interpolator, group.Sensors, group.Values, project.Options.Interpolation.HeldOut, seed, cancel);
        return (project, new FlowInterpolationRecord(false, [score], []));
    }
}
