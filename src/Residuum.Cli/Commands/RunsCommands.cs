using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Residuum.Experiments.Methods;
using Residuum.Experiments.Runs;
using Residuum.Numerics.Errors;

namespace Residuum.Cli.Commands;

/// <summary><c>residuum runs</c>: the folders that runs left.</summary>
internal static class RunsCommands
{
    public static IReadOnlyList<Verb> Verbs { get; } =
    [
        new Verb<NoOptions, Listing>("list")
        {
            Summary = "List the runs, the unfinished ones too.",
            Examples = [new("residuum runs list --runs /scratch/runs", "Lists the runs of another folder.")],
            Run = (_, run, _) => new Listing(run.Settings.RunsFolder, new RunStore(run.Settings.RunsFolder).List()),
        },
        new Verb<NoOptions, Details>("show")
        {
            Summary = "Show what a run did, and its files.",
            Inputs = [RunInput],
            Examples = [new("residuum runs show latest", "Shows the run that started last.")],
            Run = (_, run, _) => new Details(Find(run)),
        },
        new Verb<NoOptions, Opened>("open")
        {
            Summary = "Open a run's report in the browser.",
            Inputs = [RunInput],
            Examples = [new("residuum runs open latest", "Opens the report of the run that started last.")],
            Run = (_, run, _) => Open(Find(run)),
        },
    ];

    private static Input RunInput => Input.Word("run", "name of the run or its beginning, or latest");

    private static RunEntry Find(VerbRun run) => new RunStore(run.Settings.RunsFolder).Show(run.Text("run"));

    private static Opened Open(RunEntry run)
    {
        string report = Path.Combine(run.Path, RunFolder.ReportName);
        if (!File.Exists(report)) throw new UserError("this run has no report", run.Record.Id, $"state {Text(run.State)}", "a complete run");
        try
        {
            Process.Start(new ProcessStartInfo(report) { UseShellExecute = true })?.Dispose();
            return new Opened(report, true);
        }
        catch (Win32Exception)
        {
            return new Opened(report, false); // no desktop here: the path is what helps
        }
    }

    private static string Text(RunState state) => state.ToString().ToLowerInvariant();

    private static string Seconds(double? seconds) => seconds?.ToString("0.0", CultureInfo.InvariantCulture) ?? "";

    internal sealed record Listing(string Folder, IReadOnlyList<RunEntry> Runs) : IVerbResult
    {
        public void Write(IPage page)
        {
            if (Runs.Count == 0)
            {
                page.Line($"no runs in {Folder}");
                return;
            }
            page.Table(["run", "command", "started (UTC)", "seconds", "state"], Runs.Select(run => (IReadOnlyList<string>)
            [
                run.Record.Id,
                run.Record.Command.Name,
                run.Record.StartedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                Seconds(run.Record.Seconds),
                Text(run.State),
            ]));
        }
    }

    internal sealed record Details(RunEntry Run) : IVerbResult
    {
        public IReadOnlyList<string> Files { get; } =
            [.. Directory.EnumerateFiles(Run.Path, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Run.Path, file)).Order(StringComparer.Ordinal)];

        public void Write(IPage page)
        {
            var record = Run.Record;
            page.Table(["what", "value"],
            [
                ["run", record.Id],
                ["state", Text(Run.State)],
                ["folder", Run.Path],
                ["command", record.Command.CommandLine.Length > 0 ? record.Command.CommandLine : record.Command.Name],
                .. record.Command.Options.Select(option => (IReadOnlyList<string>)[option.Key, option.Value]),
                ["seeds", string.Join(", ", record.Command.Seeds)],
                ["seconds", Seconds(record.Seconds)],
                ["version", record.Version],
                ["machine", record.Machine],
            ]);
            page.Line();
            foreach (string file in Files) page.Line(file);
        }
    }

    internal sealed record Opened(string Report, bool Shown) : IVerbResult
    {
        public void Write(IPage page) => page.Line(Report);
    }
}
