using System.Diagnostics;
using Residuum.Distribution.Problems;
using Residuum.Distribution.Runs;
using Residuum.Experiments.Methods;

namespace Residuum.Distribution.Verbs;

/// <summary>Sizes and time of a run, from a few of its rounds.</summary>
internal sealed record DistributeDryRun(int Workers, int Dimension, double Step, string StepSource, double SecondsPerRound, double SecondsAtMost, double StateMegabytes) : IVerbResult
{
    private const int Rounds = 3;

    public static DistributeDryRun Of(DistributeOptions options, IObjective problem, StepRule step, DistributedRun work)
    {
        work.Step();
        long from = Stopwatch.GetTimestamp();
        for (int round = 0; round < Rounds; round++) work.Step();
        double seconds = Stopwatch.GetElapsedTime(from).TotalSeconds / Rounds;
        return new DistributeDryRun(problem.Workers, problem.Dimension, step.Size, step.Source, seconds, seconds * options.Rounds, work.Checkpoint().Length / 1e6);
    }

    public void Write(IPage page)
    {
        page.Line($"{Workers} workers, {Dimension} numbers, step {DistributeResult.Text(Step)} ({StepSource})");
        page.Line($"{DistributeResult.Text(SecondsPerRound)} s a round, {DistributeResult.Text(SecondsAtMost)} s for all of them without records; a checkpoint takes {DistributeResult.Text(StateMegabytes)} MB");
    }
}
