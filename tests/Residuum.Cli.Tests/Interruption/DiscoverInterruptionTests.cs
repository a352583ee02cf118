using System.Diagnostics;
using Residuum.Experiments.Runs;

namespace Residuum.Cli.Tests.Interruption;

/// <summary><c>discover run</c> as a process that is killed in the short instants that an even spread of kills misses, or that has company.</summary>
public sealed class DiscoverInterruptionTests(ITestOutputHelper output) : IDisposable
{
    private const int AtOnce = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly DiscoverRuns _runs = new();

    /// <summary>What a round waits for before its delay starts.</summary>
    private enum Landmark
    {
        FirstWrite,
        LastWrite,
    }

    public void Dispose() => _runs.Dispose();

    [Fact]
    public void Killed_around_its_first_write_or_its_last_a_run_is_never_broken_and_resumes_to_identical_results()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "signals of Unix");
        int rounds = Effort.Rounds(usual: 10, soak: 500);
        string undisturbed = RunUndisturbed();
        int nothing = 0, partial = 0, complete = 0;
        Parallel.For(0, rounds, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, round =>
        {
            string root = _runs.Root($"killed-{round}");
            Kill(root, round % 2 == 0 ? Landmark.FirstWrite : Landmark.LastWrite, (round + 0.5) / rounds);
            var left = DiscoverRuns.List(root);
            if (left.Count == 0) Interlocked.Increment(ref nothing);
            else if (Assert.Single(left).State == RunState.Partial) Interlocked.Increment(ref partial);
            else Interlocked.Increment(ref complete);
            if (left.All(run => run.State == RunState.Partial)) _runs.Finish(root, resume: left.Count > 0);
            DiscoverRuns.AssertComplete(root, 1, undisturbed);
            Directory.Delete(root, recursive: true);
        });
        output.WriteLine($"killed before the record {nothing} times, while partial {partial}, after the end {complete}");
        Assert.True(partial > 0, "no round hit the run while it ran");
    }

    [Fact]
    public void Of_two_runs_at_once_in_one_folder_neither_disturbs_the_other_even_when_it_is_killed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "signals of Unix");
        string undisturbed = RunUndisturbed();
        string root = _runs.Root("shared");
        using (ToolProcess first = _runs.Start(root), second = _runs.Start(root))
        {
            DiscoverRuns.Finish(first.End());
            DiscoverRuns.Finish(second.End());
        }
        DiscoverRuns.AssertComplete(root, 2, undisturbed);
        DiscoverRuns.AssertTidy(root);

        using (ToolProcess killed = _runs.Start(root), other = _runs.Start(root))
        {
            WaitFor(() => Directory.GetDirectories(root, ".partial-*").Length == 2, killed);
            killed.Kill();
            DiscoverRuns.Finish(other.End());
        }
        Assert.Single(DiscoverRuns.List(root), run => run.State == RunState.Partial);
        _runs.Finish(root, resume: true);
        DiscoverRuns.AssertComplete(root, 4, undisturbed);
        DiscoverRuns.AssertTidy(root);
    }

    private string RunUndisturbed()
    {
        string root = _runs.Root("undisturbed");
        using var tool = _runs.Start(root);
        DiscoverRuns.Finish(tool.End());
        return Assert.Single(DiscoverRuns.List(root)).Path;
    }

    private void Kill(string root, Landmark landmark, double fraction)
    {
        using var tool = _runs.Start(root);
        WaitFor(() => landmark == Landmark.FirstWrite ? Directory.Exists(root) : HasMetrics(root), tool);
        Thread.Sleep(Window(landmark) * fraction);
        tool.Kill();
    }

    private static TimeSpan Window(Landmark landmark) => TimeSpan.FromMilliseconds(landmark == Landmark.FirstWrite ? 60 : 20);

    /// <summary>The metrics are the last result written; the record and the rename follow.</summary>
    private static bool HasMetrics(string root) =>
        Directory.Exists(root) && Directory.EnumerateDirectories(root, ".partial-*").Any(folder => File.Exists(Path.Combine(folder, "metrics.parquet")));

    private static void WaitFor(Func<bool> reached, ToolProcess tool)
    {
        var clock = Stopwatch.StartNew();
        while (!reached() && !tool.HasEnded && clock.Elapsed < Patience) Thread.Sleep(1);
        Assert.True(clock.Elapsed < Patience, "the run does not get there");
    }
}
