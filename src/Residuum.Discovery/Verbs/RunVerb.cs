using System.Text;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Projects;
using Residuum.Discovery.Reports;
using Residuum.Experiments.Methods;
using Residuum.Experiments.Options;
using Residuum.Experiments.Reports;
using Residuum.Experiments.Runs;
using Residuum.Numerics;

namespace Residuum.Discovery.Verbs;

/// <summary><c>discover run</c>: from a project to a run folder with the result and a report.</summary>
internal static class RunVerb
{
    public const string RunName = "discover-run", ProjectFileName = "project.yaml";

    public static Input ProjectInput => Input.Options("project", "project file; flags override it") with { IsOptional = true };

    /// <summary>The project that a verb was given; the tool's seed goes before the project's.</summary>
    public static Project ProjectOf(ProjectOptions options, VerbRun run)
    {
        if (run.Settings.Seed is { } seed) options = options with { Method = options.Method with { Seed = seed } };
        return new Project(options, run.BaseFolder);
    }

    public static IVerbResult Run(ProjectOptions options, VerbRun run, CancellationToken cancel)
    {
        var project = ProjectOf(options, run);
        var observations = project.Observe();
        foreach (var library in project.Candidates(observations.Layout)) Sufficiency.Demand(observations, library.Terms.Count);
        if (project.CommandToConfirm is { } command) run.Confirm(command);
        using var work = run.Settings.DryRun ? null : Folder(project, run);
        if (work is null) return DryRun.Of(project, observations, cancel);
        return Discover(project, observations, work, run, cancel);
    }

    /// <summary>Discovers, validates, and writes everything into the run folder.</summary>
    public static DiscoveryRecord Discover(Project project, ObservationSet observations, RunFolder folder, VerbRun run, CancellationToken cancel)
    {
        var method = project.Options.Method;
        var solver = project.Solve(observations.Layout, folder.PathTo("calls"), _ => { });
        folder.Write(ProjectFileName, Encoding.UTF8.GetBytes(OptionWriter.Yaml(Portable(project))));
        var result = Medida.Discover(solver, observations, project.Candidates(observations.Layout), method, new RunPassMemory(folder), run.Progress, cancel);
        var record = Validation.Of(DiscoveryRecord.Of(result, solver), result, solver, method, run.Progress, cancel);
        run.Progress.Report(new Progress("report", double.NaN));
        folder.WriteJson(DiscoveryRecord.FileName, record);
        ResultFiles.Write(folder, project, result, record);
        foreach (var pass in result.Passes) folder.Add(new Metric(pass.Pass, "held-out mean square", pass.HeldOutSquare, (int)method.Seed));
        folder.Write(RunFolder.ReportName, ReportWriter.Html(DiscoveryReport.Of(result, record, folder)));
        return record with { Run = folder.Complete() };
    }

    /// <summary>The run folder of a project: a new one, or the one to go on with.</summary>
    public static RunFolder Folder(Project project, VerbRun run) => run.OpenFolder(RunName, Portable(project), project.Options.Method.Seed);

    /// <summary>The options with paths that hold from any folder.</summary>
    public static ProjectOptions Portable(Project project) => project.Options with
    {
        Observations = project.Options.Observations with { File = Path.GetFullPath(project.Options.Observations.File, Path.GetFullPath(project.Folder)) },
    };
}
