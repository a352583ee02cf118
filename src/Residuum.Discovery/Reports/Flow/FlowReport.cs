using System.Globalization;
using Residuum.Discovery.Models;
using Residuum.Discovery.TwoLayer;
using Residuum.Experiments.Figures;
using Residuum.Experiments.Reports;
using Residuum.Experiments.Runs;
using Residuum.Numerics.Options;

namespace Residuum.Discovery.Reports;

/// <summary>The report of a discovery on a flow.</summary>
internal static class FlowReport
{
    /// <summary>Draws the figures into the run folder and composes the report.</summary>
    public static Report Of(FlowPicture picture, FlowDiscoveryRecord record, RunFolder folder)
    {
        var figures = new FlowFigures(picture).All().ToDictionary(entry => entry.Name, entry => entry.Figure);
        var blocks = new List<Block> { new Callout(string.Join(" ", record.Layers.Select(layer => layer.Sentence)), record.IsValidated) };
        blocks.AddRange(record.Findings.Select(finding => new Callout($"{Kind(finding.Kind)}: {finding.Sentence}.", finding.Kind == FindingKind.Note ? null : false)));
        foreach (var layer in record.Layers) blocks.AddRange(Layer(layer));
        if (record.Layers.Any(layer => layer.Terms.Count > 0)) blocks.Add(new TableBlock(Terms(record)));
        Draw("coefficients");
        blocks.Add(new Heading("The model's error as an image"));
        Draw("increments");
        blocks.Add(new Heading("Observations and interpolation"));
        if (record.Interpolation is { } interpolation) blocks.AddRange([new Paragraph(interpolation.Sentence), new TableBlock(Scores(interpolation))]);
        foreach (string name in new[] { "sensors", "states", "spectra" }) Draw(name);
        blocks.Add(new Heading("Number of terms"));
        Draw("l-curves");
        blocks.Add(new Heading("The corrected model"));
        if (record.Forecasts is { } forecasts) blocks.Add(new TableBlock(Forecasts(forecasts)));
        blocks.Add(new Paragraph(record.Forecasts?.Sentence ?? "No forecasts were made."));
        blocks.Add(new Heading("What to know"));
        blocks.Add(new Facts(Facts(record)));
        blocks.AddRange(record.Notes.Select(note => new Paragraph(note)));
        blocks.Add(Model(picture));
        blocks.Add(folder.Provenance());
        return new Report("Missing terms of a two-layer flow model", blocks);

        void Draw(string name)
        {
            if (!figures.TryGetValue(name, out Figure? figure)) return;
            folder.Draw(name, figure);
            blocks.Add(new FigureBlock(figure.AltText, figure.Title, folder.Svg(name)));
        }
    }

    private static IEnumerable<Block> Layer(FlowLayerRecord layer)
    {
        yield return new Heading($"Layer {layer.Layer}");
        yield return new Equation(layer.Equation.MathMl, layer.Equation.Text);
        yield return new Paragraph("With the model's own terms, coefficients merged:");
        yield return new Equation(layer.Whole.MathMl, layer.Whole.Text);
    }

    private static Table Terms(FlowDiscoveryRecord record) => new(
        "Terms that the model is missing on its right-hand side; a negative sign means that it has too much of the term, or that the term itself is negative",
        [new Column("layer"), new Column("term"), new Column("coefficient", Numeric: true), new Column("unit"), new Column("in standard errors", Numeric: true), new Column("kept in replicates", Numeric: true)],
        [.. record.Layers.SelectMany(FlowDiscoveryRecord.Rows)]);

    private static Table Scores(FlowInterpolationRecord interpolation) => new(
        "Errors at held-out sensors, layers 1 and 2: of psi, as a share of its size on the whole grid, and of its change within a pair, of which increments are made",
        [new Column("interpolator"), new Column("error of psi", "%", true), new Column("error of the change", "%", true), new Column("folds", Numeric: true)],
        [.. interpolation.Scores.Select(score => (IReadOnlyList<string>)[score.Interpolator, Both(score.Layers, 100), Both(score.Tendencies, 100), Text(score.Folds, "0")])]);

    private static Details Model(FlowPicture picture) => new(
        "The model as given",
        [
            .. TwoLayerEquationText.Of(picture.Result.Model.Parameters).Select(equation => new Equation(equation.MathMl, equation.Text)),
            new Facts([.. ModelCoefficient.Of(picture.Result.Model.Parameters).Select(coefficient => (coefficient.Name, coefficient.ToString()))]),
        ]);

    private static Table Forecasts(FlowForecastRecord forecasts) => new(
        "Root mean square error at the sensors over the standard deviation of the readings, layers 1 and 2",
        [new Column("time", Numeric: true), new Column("forecasts", Numeric: true), new Column("model as given", Numeric: true), new Column("corrected model", Numeric: true), new Column("field unchanged", Numeric: true)],
        [.. forecasts.Leads.Select(lead => (IReadOnlyList<string>)[Text(lead.Time, "G4"), Text(lead.Forecasts, "0"), Both(lead.Given), Both(lead.Corrected), Both(lead.Unchanged)])]);

    private static List<(string, string)> Facts(FlowDiscoveryRecord record) =>
    [
        ("pairs fitted", Text(record.Pairs, "0")),
        ("grid points observed", $"{Text(100 * record.SensorRatio, "F1")} %"),
        ("interpolator", record.Interpolator),
        ("filled", OptionName.Kebab(record.Fill.ToString())),
        ("library evaluated at", OptionName.Kebab(record.LibraryTime.ToString())),
        ("weight of the scales", OptionName.Kebab(record.Weight.ToString())),
        ("waves used", double.IsPositiveInfinity(record.Cutoff) ? "all" : $"up to wave number {Text(record.Cutoff, "G4")}"),
        ("passes", Text(record.Passes, "0")),
        .. record.Layers.Select(layer => ($"gate of layer {layer.Layer}", $"{Text(100 * layer.Gate, "G3")} %; explained {Text(100 * layer.Explained, "G4")} %")),
        .. record.Layers.Select(layer => ($"increments of layer {layer.Layer}", $"{Text(layer.IncrementSize, "G3")} before, {Text(layer.ResidualSize, "G3")} after; whole tendency {Text(layer.TendencySize, "G3")}")),
    ];

    private static string Kind(FindingKind kind) => kind switch
    {
        FindingKind.Noise => "Noise",
        FindingKind.Hyperdiffusion => "Hyperdiffusion",
        FindingKind.Sensors => "Sensors",
        FindingKind.Unstable => "Not stable",
        FindingKind.Invented => "Invented by the interpolator",
        _ => "Note",
    };

    private static string Both(IReadOnlyList<double> errors, double scale = 1) => string.Join(", ", errors.Select(error => Text(scale * error, "G4")));

    private static string Text(double value, string format) => double.IsNaN(value) ? "not known" : value.ToString(format, CultureInfo.InvariantCulture);
}
