using System.Text;
using Residuum.Discovery.Projects;
using Residuum.Discovery.Reports;
using Residuum.Discovery.TwoLayer;
using Residuum.Experiments.Methods;
using Residuum.Experiments.Options;
using Residuum.Experiments.Reports;
using Residuum.Experiments.Runs;
using Residuum.Numerics;

namespace Residuum.Discovery.Verbs;

/// <summary><c>discover flow</c>: from readings of a two-layer flow to a run folder with the missing terms and a report.</summary>
internal static class FlowVerb
{
    public const string RunName = "discover-flow", ResultName = "result.json";

    public static IVerbResult Run(FlowProjectOptions options, VerbRun run, CancellationToken cancel)
    {
        if (run.Settings.Seed is { } seed) options = options with { Method = options.Method with { Seed = seed } };
        run.Progress.Report(new Progress("observations", double.NaN));
        var project = FlowProject.Open(options, run.BaseFolder);
        if (run.Settings.DryRun) return FlowDryRun.Of(project);
        using var folder = run.OpenFolder(RunName, project.Portable, project.Options.Method.Seed);
        return Discover(project, folder, run, cancel);
    }

    private static FlowDiscoveryRecord Discover(FlowProject project, RunFolder folder, VerbRun run, CancellationToken cancel)
    {
        folder.Write(RunVerb.ProjectFileName, Encoding.UTF8.GetBytes(OptionWriter.Yaml(project.Portable)));
        project = project.InStreamFunctions(cancel);
        var split = FlowSplit.Of(project.Observations, project.Options.Validation);
        (project, var interpolation) = FlowInterpolation.Judge(project, split, run.Progress, cancel);
        var result = TwoLayerMedida.Discover(project.Model, split.Fitted, project.Interpolator, project.Library, project.Options.Method, project.Noise, run.Progress, cancel);
        var record = FlowDiscoveryRecord.Of(result, Notes(project, split)) with { Interpolation = interpolation };
        if (record.Verdict is Verdict.Found or Verdict.NothingMissing)
            record = record with { Forecasts = new FlowForecasts(project, result).Compare(split, run.Progress, cancel) };
        run.Progress.Report(new Progress("report", double.NaN));
        folder.WriteJson(ResultName, record);
        FlowFiles.Write(folder, project, result);
        foreach (var layer in result.Layers) folder.Add(new Metric(layer.Layer + 1, "explained on a pair left out", layer.Explained, (int)project.Options.Method.Seed));
        folder.Write(RunFolder.ReportName, ReportWriter.Html(FlowReport.Of(new FlowPicture(project, result), record, folder)));
        return record with { Run = folder.Complete() };
    }

    private static string[] Notes(FlowProject project, FlowSplit split) =>
    [
        .. split.HeldOut > 0 ? [$"{split.HeldOut} of {project.Observations.Pairs} pairs judge the forecasts and were not fitted"] : Array.Empty<string>(),
        .. project.Observations.Notes,
        .. project.Observations.Quality.Dropped.Select(dropped => $"dropped {dropped.Name}: {dropped.Reason}"),
    ];
}
