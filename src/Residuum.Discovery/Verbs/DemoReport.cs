using System.Globalization;
using Residuum.Discovery.Reports;
using Residuum.Discovery.Skill;
using Residuum.Experiments.Figures;
using Residuum.Experiments.Methods;
using Residuum.Experiments.Reports;

namespace Residuum.Discovery.Verbs;

/// <summary>The demonstration's report: what was found, and what it brings for forecasts.</summary>
internal static class DemoReport
{
    private static readonly double[] Thresholds = [0.2, ForecastComparison.Threshold, 0.8];

    public static Report Of(DemoScene scene, DiscoveryRecord found, ForecastComparison comparison) => new(
        $"What a Kuramoto-Sivashinsky solver is missing: {scene.Case.Name}",
        new Paragraph(string.Create(CultureInfo.InvariantCulture, $"The solver has an error ({scene.Case.Name}). It was given {found.Samples} pairs of observed states with {100 * scene.Noise:0.#} % noise, and never the truth.")),
        new Callout(found.Sentence, found.Outcome() == Outcome.Done),
        new Equation(found.Fields[0].MathMl, found.Fields[0].Equation),
        new Heading("What the correction brings"),
        new TableBlock(Times(comparison)),
        Block(ForecastFigures.Errors(comparison)),
        Block(ForecastFigures.SpaceTime(comparison)),
        new Facts(
        [
            ("Lyapunov exponent of the truth", MeasuredNumber.WithError(comparison.Exponent.Value, comparison.Exponent.StandardError)),
            ("the discovery's own report", Path.Combine(found.Run, Experiments.Runs.RunFolder.ReportName)),
        ]));

    private static Table Times(ForecastComparison comparison) => new(
        $"Valid prediction time over {comparison.Original.Errors.Rows} starts, in Lyapunov times",
        [new Column("normalised error", Numeric: true), new Column("model as given", Numeric: true), new Column("corrected model", Numeric: true)],
        [.. Thresholds.Select(threshold => (IReadOnlyList<string>)[MeasuredNumber.Plain(threshold), Time(comparison, comparison.Original, threshold), Time(comparison, comparison.Corrected, threshold)])]);

    private static string Time(ForecastComparison comparison, ErrorCurves errors, double threshold) => DemoTime.Of(comparison.ValidTime(errors, threshold)).ToString();

    private static FigureBlock Block(Figure figure) => new(figure.AltText, figure.Title, FigureWriter.Svg(figure));
}
