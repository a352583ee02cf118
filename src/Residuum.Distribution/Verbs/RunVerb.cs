using System.Diagnostics;
using Residuum.Distribution.Problems;
using Residuum.Distribution.Runs;
using Residuum.Experiments.Methods;
using Residuum.Experiments.Reports;
using Residuum.Experiments.Runs;
using Residuum.Numerics;

namespace Residuum.Distribution.Verbs;

/// <summary><c>distribute run</c>: a method over the workers of an objective, into a run folder.</summary>
internal static class RunVerb
{
    public const string RunName = "distribute-run", ResultName = "result.json", CheckpointName = "state.bin", FigureName = "gradient";

    /// <summary>Seconds of work from one checkpoint to the next.</summary>
    private const double CheckpointSeconds = 10;

    public static IVerbResult Run(DistributeOptions options, VerbRun run, CancellationToken cancel)
    {
        int seed = VerbRun.RunSeed(run.Seed);
        var problem = ProblemSource.Open(options, run.BaseFolder, seed);
        var compressor = MethodChoice.Compressor(options);
        var method = MethodChoice.Of(options, compressor, problem.Dimension);
        var step = StepRule.Of(options, problem, compressor);
        var settings = Settings(options, step, seed, problem is SyntheticLeastSquares { Noise: > 0 });
        var work = new DistributedRun(problem, method, compressor, settings);
        if (run.Settings.DryRun) return DistributeDryRun.Of(options, problem, step, work);
        using var folder = run.OpenFolder(RunName, options, seed);
        if (folder.Restore(CheckpointName) is { } state) work.Restore(state);
        var trace = Execute(work, folder, run.Progress, cancel);
        return Written(DistributeResult.Of(options, problem, compressor, step, trace), folder);
    }

    private static DistributeResult Written(DistributeResult result, RunFolder folder)
    {
        folder.WriteJson(ResultName, result);
        var figure = DistributeFigures.Of(result);
        folder.Draw(FigureName, figure);
        folder.Write(RunFolder.ReportName, ReportWriter.Html(DistributeReport.Of(result, figure, folder)));
        return result with { Run = folder.Complete() };
    }

    private static RunTrace Execute(DistributedRun work, RunFolder folder, IProgress<Progress> progress, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            return work.Execute(progress, record =>
            {
                Keep(folder, record);
                if (clock.Elapsed.TotalSeconds < CheckpointSeconds) return;
                folder.Checkpoint(CheckpointName, work.Checkpoint());
                clock.Restart();
            }, cancel);
        }
        catch (OperationCanceledException)
        {
            folder.Checkpoint(CheckpointName, work.Checkpoint());
            throw;
        }
    }

    private static void Keep(RunFolder folder, RoundRecord record)
    {
        folder.Trace("round", record);
        foreach (var (name, value) in new[] { ("f", record.Value), ("|∇f|²", record.GradientSquare), ("bits up per worker", record.BitsUp), ("α measured", record.Alpha), ("f - f*", record.Gap) })
        {
            if (double.IsFinite(value)) folder.Add(new Metric(record.Round, name, value, folder.Record.Command.Seeds[0]));
        }
    }

    private static DistributedRunOptions Settings(DistributeOptions options, StepRule step, int seed, bool isNoisy) => new()
    {
        StepSize = step.Size,
        Weights = options.Method == MethodKind.Ef21W ? step.Weights : null,
        Rounds = options.Rounds,
        Batch = options.Batch,
        IsStochastic = options.Batch > 0 || isNoisy,
        Seed = seed,
        RecordEvery = options.RecordEvery,
        RelativeTarget = options.Target,
        Participation = options.Participation,
        Values = options.Values,
        MeasuresLoss = true,
    };
}
