using System.Diagnostics;
using Residuum.Experiments.Runs;

namespace Residuum.Cli.Tests.Interruption;

/// <summary><c>discover run</c> as a process that is killed, or that has company, in its folder of runs.</summary>
public sealed class DiscoverKillTests(ITestOutputHelper output) : IDisposable
{
    private const int AtOnce = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly DiscoverRuns _runs = new();

    /// <summary>What a round waits for before its delay starts; the short instants are hit only from close by.</summary>
    private enum Landmark
    {
        Start,
        FirstWrite,
        LastWrite,
    }

    public void Dispose() => _runs.Dispose();

    [Fact]
    public void Killed_at_any_moment_of_its_life_a_run_is_never_broken_and_resumes_to_identical_results()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "signals of Unix");
        int rounds = Effort.Rounds(usual: 30, soak: 1000);
        var (undisturbed, life) = RunUndisturbed();
        int nothing = 0, partial = 0, complete = 0;
        Parallel.For(0, rounds, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, round =>
        {
            string root = _runs.Root($"killed-{round}");
            Kill(root, round, rounds, life);
            var left = DiscoverRuns.List(root);
            if (left.Count == 0) Interlocked.Increment(ref nothing);
            else if (Assert.Single(left).State == RunState.Partial) Interlocked.Increment(ref partial);
            else Interlocked.Increment(ref complete);
            if (left.All(run => run.State == RunState.Partial)) _runs.Finish(root, resume: left.Count > 0);
            DiscoverRuns.AssertComplete(root, 1, undisturbed);
            Directory.Delete(root, recursive: true);
        });
        output.WriteLine($"a life of {life.TotalSeconds:f1} s; killed before the record {nothing} times, while partial {partial}, after the end {complete}");
        Assert.True(partial >= rounds / 5, $"only {partial} of {rounds} rounds hit the run while it ran");
    }

    [Fact]
    public void Of_two_runs_at_once_in_one_folder_neither_disturbs_the_other_even_when_it_is_killed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "signals of Unix");
        var (undisturbed, _) = RunUndisturbed();
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
            killed.Wait();
        }
        Assert.Single(DiscoverRuns.List(root), run => run.State == RunState.Partial);
        _runs.Finish(root, resume: true);
        DiscoverRuns.AssertComplete(root, 4, undisturbed);
        DiscoverRuns.AssertTidy(root);
    }

    private (string Path, TimeSpan Life) RunUndisturbed()
    {
        string root = _runs.Root("undisturbed");
        var clock = Stopwatch.StartNew();
        using var tool = _runs.Start(root);
        DiscoverRuns.Finish(tool.End());
        var life = clock.Elapsed;
        return (Assert.Single(DiscoverRuns.List(root)).Path, life);
    }

    /// <summary>Half of the rounds spread over the whole life, a quarter lie around the first write and a quarter around the rename.</summary>
    private void Kill(string root, int round, int rounds, TimeSpan life)
    {
        double fraction = (round / 4 + 0.5) / ((rounds + 3) / 4);
        var (landmark, delay) = (round % 4) switch
        {
            0 => (Landmark.FirstWrite, TimeSpan.FromMilliseconds(60) * fraction),
            1 => (Landmark.LastWrite, TimeSpan.FromMilliseconds(20) * fraction),
            2 => (Landmark.Start, life * fraction),
            _ => (Landmark.Start, life * (1 - fraction / 2)), // the later half twice: there the files are written
        };
        using var tool = _runs.Start(root);
        var clock = Stopwatch.StartNew();
        if (landmark == Landmark.FirstWrite) WaitFor(() => Directory.Exists(root), tool);
        if (landmark == Landmark.LastWrite) WaitFor(() => HasMetrics(root), tool);
        if (landmark != Landmark.Start) clock.Restart();
        if (delay > clock.Elapsed) Thread.Sleep(delay - clock.Elapsed);
        tool.Kill();
        tool.Wait();
    }

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
