using System.Diagnostics;
using System.Text.Json;
using Residuum.Experiments.Runs;
using Residuum.Experiments.Studies;

namespace Residuum.Experiments.Tests.Runs;

public sealed class KillTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Killed_at_any_moment_a_run_is_never_broken_and_resumes_to_identical_results()
    {
        int rounds = Effort.Rounds(usual: 6, soak: 1000);
        var (whole, life) = RunUndisturbed();
        int interrupted = 0;
        for (int round = 0; round < rounds; round++)
        {
            string root = _folder.File($"runs-{round}");
            KillAfter(life * (round + 0.5) / rounds, root);

            var store = new RunStore(root);
            var left = store.List();
            interrupted += left.Count(run => run.State == RunState.Partial);
            if (left.All(run => run.State != RunState.Complete))
            {
                using var run = left.Count == 0 ? store.Start(KilledRun.Command) : store.Resume(KilledRun.Command); // none: killed before its record
                StudyRunner.Run(KilledRun.Study, Profile.Quick, run);
            }
            Assert.Equal(RunState.Complete, Assert.Single(store.List()).State);
            foreach (string path in Directory.EnumerateDirectories(Path.Combine(root, "mean"))) AssertIsWhole(path, whole);
        }
        Assert.True(interrupted > 0, "no round hit the run while it ran");
    }

    private (string Path, TimeSpan Life) RunUndisturbed()
    {
        string root = _folder.File("whole");
        using var child = KilledRun.Start(root);
        WaitForFirstFile(child, root);
        var clock = Stopwatch.StartNew();
        Assert.True(child.WaitForExit(Patience), "the undisturbed run does not end");
        Assert.True(child.ExitCode == 0, child.StandardError.ReadToEnd());
        return (Assert.Single(new RunStore(root).List()).Path, clock.Elapsed);
    }

    private static void KillAfter(TimeSpan moment, string root)
    {
        using var child = KilledRun.Start(root);
        WaitForFirstFile(child, root);
        Thread.Sleep(moment);
        child.Kill(); // SIGKILL: nothing in the process gets a chance
        child.WaitForExit();
    }

    private static void WaitForFirstFile(Process child, string root)
    {
        var clock = Stopwatch.StartNew();
        while (!Directory.Exists(root) && !child.HasExited && clock.Elapsed < Patience) Thread.Sleep(1);
        Assert.True(Directory.Exists(root), "the run does not begin");
    }

    private static void AssertIsWhole(string path, string whole)
    {
        Assert.Empty(RunComparison.Differences(whole, path));
        Assert.All(File.ReadLines(Path.Combine(path, "trace.jsonl")), line => JsonDocument.Parse(line));
        Assert.True(File.Exists(Path.Combine(path, "report.html")));
        Assert.False(Directory.Exists(Path.Combine(path, "checkpoints")));
    }
}
