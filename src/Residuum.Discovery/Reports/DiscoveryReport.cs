using System.Globalization;
using Residuum.Discovery.Expressions;
using Residuum.Experiments.Figures;
using Residuum.Experiments.Reports;
using Residuum.Experiments.Runs;
using Residuum.Numerics.Options;

namespace Residuum.Discovery.Reports;

/// <summary>The report of a discovery: verdict, equation, terms, evidence, figures, and what a reader must know.</summary>
public static class DiscoveryReport
{
    /// <summary>Draws the figures into the run folder and composes the report.</summary>
    /// <param name="result">The result.</param>
    /// <param name="record">Its record.</param>
    /// <param name="folder">The run folder.</param>
    public static Report Of(MedidaResult result, DiscoveryRecord record, RunFolder folder)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(folder);
        bool several = result.Fields.Count > 1;
        var blocks = new List<Block> { new Callout(record.Sentence, record.IsValidated) };
        for (int field = 0; field < result.Fields.Count; field++) blocks.AddRange(Field(result, field, record.Fields[field], several, folder));
        blocks.Add(new Heading("The corrected model"));
        if (record.HeldOut is { } heldOut) blocks.Add(new Paragraph(heldOut.Sentence));
        if (record.Stability is { } stability) blocks.Add(new Paragraph(stability.Sentence));
        if (result.Passes.Count > 1) blocks.Add(Draw(folder, "passes", DiscoveryFigures.Passes(result)));
        if (result.Passes.Count > 1) blocks.Add(new Details("The passes in numbers", new TableBlock(Passes(result))));
        blocks.Add(new Heading("What to know"));
        blocks.Add(new Facts(Facts(record)));
        blocks.AddRange(record.Notes.Select(note => new Paragraph(note)));
        if (record.Dropped.Count > 0) blocks.Add(new TableBlock(new Table("Samples that were dropped", [new Column("sample and reason")], [.. record.Dropped.Select(dropped => (IReadOnlyList<string>)[dropped])])));
        blocks.Add(folder.Provenance());
        return new Report(record.Verdict == Verdict.Found ? "Missing terms of a model" : "Missing terms of a model: none that can be relied on", blocks);
    }

    private static IEnumerable<Block> Field(MedidaResult result, int index, FieldRecord record, bool several, RunFolder folder)
    {
        var field = result.Fields[index];
        if (several) yield return new Heading($"The equation of {field.Field}");
        yield return new Equation(record.MathMl, record.Equation);
        if (record is { Whole: { } whole, Terms.Count: > 0 })
        {
            yield return new Paragraph("With the model's own terms, coefficients merged:");
            yield return new Equation(whole.MathMl, whole.Text);
        }
        if (record.Terms.Count > 0) yield return new TableBlock(Terms(record));
        foreach (var (name, figure) in DiscoveryFigures.Of(field, result.Observations)) yield return Draw(folder, several ? $"field-{index}-{name}" : name, figure);
        if (record.Candidates.Count > 0) yield return new Details("Why each candidate was kept or dropped", new TableBlock(Evidence(record)));
        if (record.Terms.Count > 0) yield return new Details("The found terms as source code", [.. Enum.GetValues<SourceLanguage>().Select(language => new Code(TermSource.Of(record, index, [.. result.Fields.Select(f => f.Field)], language)))]);
    }

    private static FigureBlock Draw(RunFolder folder, string name, Figure figure)
    {
        folder.Draw(name, figure);
        return new FigureBlock(figure.AltText, figure.Title, folder.Svg(name));
    }

    private static Table Terms(FieldRecord field) => new(
        "Terms that the model is missing on its right-hand side; a negative sign means that it has too much of the term, or that the term itself is negative",
        [new Column("term"), new Column("coefficient", Numeric: true), new Column("in standard errors", Numeric: true), new Column("kept in replicates", Numeric: true)],
        [.. field.Terms.Select(term => (IReadOnlyList<string>)[term.Name, MeasuredNumber.WithError(term.Coefficient, term.StandardError), MeasuredNumber.Ratio(term.Coefficient, term.StandardError), MeasuredNumber.Percent(term.InclusionProbability)])]);

    private static Table Evidence(FieldRecord field) => new(
        "Size: root mean square of the term with its coefficient, relative to the model error. Held-out factor: mean square error without the term over that with it, on samples that were not fitted.",
        [new Column("term"), new Column("verdict"), new Column("coefficient", Numeric: true), new Column("size", Numeric: true), new Column("held-out factor", Numeric: true), new Column("in standard errors", Numeric: true)],
        [
            .. field.Candidates.OrderByDescending(item => item.Kept).ThenByDescending(item => item.HeldOutFactor).Select(item => (IReadOnlyList<string>)
                [item.Term, item.Kept ? "kept" : "dropped", MeasuredNumber.Plain(item.Coefficient), Text(item.Size, "P1"), Text(item.HeldOutFactor, "G4"), Text(item.HeldOutSignificance, "F1")]),
        ]);

    private static Table Passes(MedidaResult result) => new(
        "Each pass puts the found terms into the model and takes the increments anew",
        [new Column("pass", Numeric: true), new Column("terms", Numeric: true), new Column("held-out root mean square, relative", Numeric: true), new Column("change", Numeric: true)],
        [
            .. result.Passes.Select(pass => (IReadOnlyList<string>)
                [Text(pass.Pass, "0"), Text(pass.Coefficients.Sum(c => c.Count(value => value != 0)), "0"), Text(Math.Sqrt(pass.HeldOutSquare), "G4"), double.IsNaN(pass.Change) ? "" : Text(pass.Change, "G2")]),
        ]);

    private static List<(string, string)> Facts(DiscoveryRecord record) =>
    [
        ("samples", $"{record.Samples} used, {record.Dropped.Count} dropped"),
        ("terms enter", record.Entry == Solvers.TermEntry.InsideStep ? "inside each step of the solver" : "by splitting: half a term before and half after each step"),
        ("library evaluated at", OptionName.Kebab(record.LibraryTime.ToString())),
        .. record.Fields.Select(field => ($"waves used of {field.Field}", $"up to wave number {Text(field.Cutoff, "G4")}")),
        .. record.Fields.Select(field => ($"noise of {field.Field}", field.NoiseDeviation > 0 ? $"standard deviation {Text(field.NoiseDeviation, "G4")}" : "none seen")),
        ("pass kept", Text(record.KeptPass, "0")),
    ];

    private static string Text(double value, string format) => double.IsNaN(value) ? "not known" : value.ToString(format, CultureInfo.InvariantCulture);
}
