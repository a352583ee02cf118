using Residuum.Experiments.Figures;
using Residuum.Experiments.Reports;
using Residuum.Experiments.Runs;

namespace Residuum.Distribution.Verbs;

/// <summary>The report of a run.</summary>
internal static class DistributeReport
{
    public static Report Of(DistributeResult result, Figure figure, RunFolder folder) =>
        new(
            $"{result.Method} with {result.Compressor}",
            new Callout($"The run {result.Ending}.", result.Stop != Runs.RunStop.Diverged),
            new Facts(
            [
                ("objective", result.Objective), ("workers", $"{result.Workers}"), ("numbers in x", $"{result.Dimension}"),
                ("step size", $"{DistributeResult.Text(result.Step)}: {result.StepSource}"), ("rounds", $"{result.Rounds}"), ("bits up per worker", DistributeResult.Text(result.BitsUp)),
            ]),
            new FigureBlock(figure.Title, figure.AltText, folder.Svg(RunVerb.FigureName)),
            folder.Provenance());
}
