using System.Diagnostics;
using Residuum.Experiments.Runs;

namespace Residuum.Cli.Tests.Interruption;

/// <summary><c>discover run</c> as a process that is killed at any moment of its life, or that has company.</summary>
public sealed class DiscoverInterruptionTests(ITestOutputHelper output) : IDisposable
{
    private const int AtOnce = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);
    private readonly DiscoverRuns _runs = new();
    private TimeSpan _life;

    /// <summary>What a round waits for before its delay starts.</summary>
    private enum Landmark
    {
        Start,
        FirstWrite,
        LastWrite,
    }

    public void Dispose() => _runs.Dispose();

    [Fact]
    public void Killed_at_any_moment_a_run_is_never_broken_and_resumes_to_identical_results()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "signals of Unix");
        int rounds = Effort.Rounds(usual: 30, soak: 1000);
        string undisturbed = RunUndisturbed();
        int nothing = 0, partial = 0, complete = 0;
        Parallel.For(0, rounds, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, round =>
        {
            string root = _runs.Root($"killed-{round}");
            Kill(root, LandmarkOf(round), (round + 0.5) / rounds);
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
        var clock = Stopwatch.StartNew();
        using var tool = _runs.Start(root);
        DiscoverRuns.Finish(tool.End());
        _life = clock.Elapsed;
        return Assert.Single(DiscoverRuns.List(root)).Path;
    }

    private void Kill(string root, Landmark landmark, double fraction)
    {
        using var tool = _runs.Start(root);
        WaitFor(() => landmark switch { Landmark.Start => true, Landmark.FirstWrite => Directory.Exists(root), _ => HasMetrics(root) }, tool);
        Thread.Sleep(Window(landmark) * fraction);
        tool.Kill();
    }

    /// <summary>An even spread over the whole life would miss the short instants of the first write and the last: every third round looks there.</summary>
    private static Landmark LandmarkOf(int round) => (round % 6) switch { 2 => Landmark.FirstWrite, 5 => Landmark.LastWrite, _ => Landmark.Start };

    private TimeSpan Window(Landmark landmark) => landmark switch
    {
        Landmark.Start => _life,
        Landmark.FirstWrite => TimeSpan.FromMilliseconds(60),
        _ => TimeSpan.FromMilliseconds(20),
    };

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
