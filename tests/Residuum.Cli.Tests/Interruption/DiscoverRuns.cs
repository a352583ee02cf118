using Residuum.Experiments.Runs;

namespace Residuum.Cli.Tests.Interruption;

/// <summary>One short discovery, run as often as asked into folders of runs, and what such a folder must look like.</summary>
internal sealed class DiscoverRuns : IDisposable
{
    private static readonly string[] Unfinished = [".partial-", ".new-", ".lock-"];
    private static readonly string[] Results = ["result.json", "increments.nc", RunFolder.ReportName];
    private readonly TemporaryFolder _folder = new();
    private readonly string[] _line;

    public DiscoverRuns()
    {
        string observations = _folder.File("obs.nc");
        Assert.Equal(0, ToolRun.Here(["discover", "observe", "--output", observations, "--observe-samples", "20", "--observe-spin-up", "20", "--points", "128", "--observe-lag", "0.05", "--observe-noise", "0.001"]).ExitCode);
        _line = ["discover", "run", "--observations-file", observations, "--model-name", "kuramoto-sivashinsky", "--model-parameters", "advection=0", "--model-step", "0.01", "--method-replicates", "5"];
    }

    /// <summary>A folder for runs that does not exist yet.</summary>
    public string Root(string name) => _folder.File(name);

    public ToolProcess Start(string root, Dictionary<string, string>? environment = null) => new([.. _line, "--runs", root], environment ?? []);

    /// <summary>Starts the run, or goes on with the one that was killed; in this process, which is warm.</summary>
    public void Finish(string root, bool resume) => Finish(ToolRun.Here([.. _line, "--runs", root, .. resume ? ["--resume"] : Array.Empty<string>()]));

    public static void Finish(ToolRun run) => Assert.True(run.ExitCode == 0, run.Error);

    /// <summary>The runs of a folder, which <c>runs list</c> shows too; every folder in it is whole or names itself unfinished.</summary>
    public static IReadOnlyList<RunEntry> List(string root)
    {
        var runs = new RunStore(root).List();
        string listed = ToolRun.Here(["runs", "list", "--runs", root]).Output;
        Assert.All(runs, run => Assert.Contains(run.Record.Id, listed, StringComparison.Ordinal));
        if (!Directory.Exists(root)) return runs;
        var named = Directory.EnumerateDirectories(root).Where(folder => !Path.GetFileName(folder).StartsWith(".new-", StringComparison.Ordinal));
        var folders = named.SelectMany(folder => Path.GetFileName(folder).StartsWith('.') ? [folder] : Directory.GetDirectories(folder));
        Assert.Equal(runs.Select(run => run.Path).Order(StringComparer.Ordinal), folders.Order(StringComparer.Ordinal));
        return runs;
    }

    /// <summary>Every run is complete, nothing unfinished is left, and the results are those of the undisturbed run.</summary>
    public static void AssertComplete(string root, int runs, string undisturbed)
    {
        var list = List(root);
        Assert.Equal(runs, list.Count);
        foreach (var run in list)
        {
            Assert.Equal(RunState.Complete, run.State);
            Assert.Empty(RunComparison.Differences(undisturbed, run.Path));
            foreach (string file in Results) Assert.True(new FileInfo(Path.Combine(run.Path, file)).Length > 0, file);
            Assert.Empty(Directory.EnumerateFiles(run.Path, "*.partial", SearchOption.AllDirectories));
        }
    }

    /// <summary>No trace of an unfinished run, not even a lock: what two runs that ended by themselves leave.</summary>
    public static void AssertTidy(string root) => Assert.DoesNotContain(
        Directory.EnumerateFileSystemEntries(root), entry => Unfinished.Any(prefix => Path.GetFileName(entry).StartsWith(prefix, StringComparison.Ordinal)));

    public void Dispose() => _folder.Dispose();
}
