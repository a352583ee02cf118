using Residuum.Experiments.Runs;

namespace Residuum.Cli.Tests.Interruption;

/// <summary>Results do not know how many threads made them; processes of their own, since a number of threads is a property of the whole process.</summary>
public sealed class ThreadCountTests : IDisposable
{
    private readonly DiscoverRuns _runs = new();

    public void Dispose() => _runs.Dispose();

    [Fact]
    public void The_same_bits_on_one_thread_on_two_and_on_eight()
    {
        string one = Run(threads: "1");
        foreach (string threads in new[] { "2", "8" })
        {
            string many = Run(threads);
            Assert.Empty(RunComparison.Differences(one, many));
            Assert.Equal(File.ReadAllBytes(Path.Combine(one, "increments.nc")), File.ReadAllBytes(Path.Combine(many, "increments.nc")));
        }
    }

    private string Run(string threads)
    {
        string root = _runs.Root($"threads-{threads}");
        using var tool = _runs.Start(root, new() { ["DOTNET_PROCESSOR_COUNT"] = threads, ["OMP_NUM_THREADS"] = threads });
        DiscoverRuns.Finish(tool.End());
        return Assert.Single(DiscoverRuns.List(root)).Path;
    }
}
