using Residuum.Experiments.Figures;

namespace Residuum.Distribution.Verbs;

/// <summary>Runs drawn side by side, against rounds and against what they sent.</summary>
internal static class DistributeFigures
{
    public static Figure Of(params IReadOnlyList<DistributeResult> runs) => new(
        "Squared gradient against rounds and against bits",
        string.Join(" ", runs.Select(run => $"{run.Method} with {run.Compressor}: |∇f|² goes from {DistributeResult.Text(run.Records[0].GradientSquare)} to {DistributeResult.Text(run.Records[^1].GradientSquare)}; it {run.Ending}.")),
        new Panel(new Axis("round"), new Axis("|∇f|²") { Logarithmic = true }, [.. runs.Select(run => Curve(run, runs.Count, record => record.Round))]),
        new Panel(new Axis("sent per worker", "bit") { Logarithmic = true }, new Axis("|∇f|²") { Logarithmic = true }, [.. runs.Select(run => Curve(run, runs.Count, record => record.BitsUp))]));

    private static Curve Curve(DistributeResult run, int runs, Func<Runs.RoundRecord, double> x) =>
        new([.. run.Records.Select(x)], [.. run.Records.Select(record => record.GradientSquare)]) { Label = runs > 1 ? $"{run.Method} {run.Compressor}" : "" };
}
