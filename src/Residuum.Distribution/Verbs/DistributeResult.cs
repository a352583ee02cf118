using System.Globalization;
using Residuum.Distribution.Compressors;
using Residuum.Distribution.Problems;
using Residuum.Distribution.Runs;
using Residuum.Experiments.Methods;
using Residuum.Numerics.Options;

namespace Residuum.Distribution.Verbs;

/// <summary>A run of <c>distribute run</c>, as its <c>result.json</c> holds it.</summary>
internal sealed record DistributeResult(
    string Objective, int Workers, int Dimension, string Method, string Compressor, double Step, string StepSource, RunStop Stop, int Rounds, double BitsUp, IReadOnlyList<RoundRecord> Records) : IVerbResult
{
    /// <summary>The run's folder.</summary>
    public string Run { get; init; } = "";

    public static DistributeResult Of(DistributeOptions options, IObjective problem, ICompressor compressor, StepRule step, RunTrace trace) => new(
        problem.Name, problem.Workers, problem.Dimension, OptionName.Kebab(options.Method.ToString()), compressor.Name, step.Size, step.Source, trace.Stop, trace.Rounds, trace.BitsUp,
        trace.Records);

    public Outcome Outcome() => Stop == RunStop.Diverged ? Experiments.Methods.Outcome.Failed : Experiments.Methods.Outcome.Done;

    public void Write(IPage page)
    {
        RoundRecord first = Records[0], last = Records[^1];
        page.Line($"{Method} with {Compressor} on {Objective}: {Workers} workers, {Dimension} numbers");
        page.Table(["", "first", "last"],
        [
            ["f", Text(first.Value), Text(last.Value)],
            ["|∇f|²", Text(first.GradientSquare), Text(last.GradientSquare)],
            ["bits up per worker", Text(first.BitsUp), Text(last.BitsUp)],
        ]);
        page.Line($"step {Text(Step)}: {StepSource}");
        page.Line(Ending);
        page.Line($"run: {Run}");
    }

    /// <summary>How it ended, in a sentence.</summary>
    public string Ending => Stop switch
    {
        RunStop.Target => $"reached its target after {Rounds} rounds",
        RunStop.Diverged => $"diverged by round {Rounds}: take a smaller step, or a method with error feedback",
        _ => $"did all of its {Rounds} rounds",
    };

    public static string Text(double value) => value.ToString("g6", CultureInfo.InvariantCulture);
}
