using System.Diagnostics;
using Residuum.Experiments.Runs;

namespace Residuum.Cli.Tests;

/// <summary>A discovery killed at any moment of its life: never a broken run folder, and going on gives what an undisturbed run gives.</summary>
public sealed class DiscoverKillTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Killed_at_any_moment_a_discovery_goes_on_to_the_identical_result()
    {
        int rounds = Effort.Rounds(usual: 30, soak: 1000);
        string observations = _folder.File("obs.nc");
        Assert.Equal(0, Run("discover", "observe", "--output", observations, "--observe-samples", "12", "--observe-spin-up", "20", "--points", "64", "--length", "22", "--observe-lags", "1", "--observe-lag", "0.05", "--observe-noise", "0.001"));
        string[] command =
        [
            "discover", "run", "--observations-file", observations, "--model-name", "kuramoto-sivashinsky", "--model-case", "no-advection", "--model-step", "0.01", "--method-replicates", "5",
        ];
        var clock = Stopwatch.StartNew();
        Assert.InRange(Run([.. command, "--runs", _folder.File("whole")]), 0, 3);
        var life = clock.Elapsed;
        string whole = Single(_folder.File("whole"));
        int interrupted = 0;

        // Two at a time, each in a runs folder of its own.
        Parallel.For(0, rounds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, round =>
        {
            string runs = _folder.File($"runs-{round}");
            using (var killed = new ToolProcess([.. command, "--runs", runs]))
            {
                Thread.Sleep(life * (round + 0.5) / rounds);
                killed.Kill();
            }
            var left = new RunStore(runs).List();
            Interlocked.Add(ref interrupted, left.Count(run => run.State == RunState.Partial));
            if (left.All(run => run.State != RunState.Complete))
                Assert.InRange(Run([.. command, "--runs", runs, .. left.Count == 0 ? Array.Empty<string>() : ["--resume"]]), 0, 3);
            string path = Single(runs);
            Assert.Empty(RunComparison.Differences(whole, path));
            foreach (string file in new[] { "result.json", "increments.nc", "report.html" })
                Assert.True(File.Exists(Path.Combine(path, file)), $"{file} after a kill at {(round + 0.5) / rounds:p0} of a run");
            Assert.Equal(File.ReadAllBytes(Path.Combine(whole, "increments.nc")), File.ReadAllBytes(Path.Combine(path, "increments.nc")));
        });
        Assert.True(interrupted > 0, "no round hit the run while it ran");
    }

    private static string Single(string runs)
    {
        var run = Assert.Single(new RunStore(runs).List());
        Assert.Equal(RunState.Complete, run.State);
        return run.Path;
    }

    private static int Run(params string[] arguments)
    {
        using var tool = new ToolProcess(arguments);
        return tool.End().ExitCode;
    }
}
