using Residuum.Experiments.Methods;
using Residuum.Experiments.Reports;
using Residuum.Experiments.Runs;

namespace Residuum.Discovery.Reports;

/// <summary>The report of a discovery: verdict, equation, terms, figures, and what a reader must know.</summary>
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
        var blocks = new List<Block> { new Callout(record.Sentence, record.Outcome() == Outcome.Done) };
        foreach (var field in result.Fields) blocks.AddRange(Field(field, result.Fields.Count > 1, folder));
        if (result.Passes.Count > 1) blocks.Add(Draw(folder, "passes", DiscoveryFigures.Passes(result)));
        blocks.Add(new Heading("What to know"));
        blocks.Add(new Facts(
        [
            ("samples", $"{record.Samples} used, {record.Dropped.Count} dropped"),
            ("terms enter", record.Entry == Solvers.TermEntry.InsideStep ? "inside each step of the solver" : "by splitting: half a term before and half after each step"),
            ("library evaluated at", Numerics.Options.OptionName.Kebab(record.LibraryTime.ToString())),
            ("pass kept", $"{record.KeptPass}"),
        ]));
        blocks.AddRange(record.Notes.Concat(record.Dropped.Select(dropped => $"Dropped {dropped}.")).Select(note => new Paragraph(note)));
        blocks.Add(folder.Provenance());
        return new Report("Missing terms of a model", blocks);
    }

    private static IEnumerable<Block> Field(FieldResult field, bool several, RunFolder folder)
    {
        if (several) yield return new Heading($"The equation of {field.Field}");
        yield return new Equation(EquationWriter.MathMl(field), EquationWriter.Text(field));
        if (field.Terms.Count > 0) yield return new TableBlock(Terms(field));
        foreach (var (name, figure) in DiscoveryFigures.Of(field)) yield return Draw(folder, several ? $"{field.Field}-{name}" : name, figure);
    }

    private static FigureBlock Draw(RunFolder folder, string name, Experiments.Figures.Figure figure)
    {
        folder.Draw(name, figure);
        return new FigureBlock(figure.AltText, figure.Title, folder.Svg(name));
    }

    private static Table Terms(FieldResult field) => new(
        "Terms that the model is missing, or has too much of where the sign is the model's own",
        [new Column("term"), new Column("coefficient", Numeric: true), new Column("standard error", Numeric: true), new Column("kept in replicates", Numeric: true)],
        [.. field.Terms.Select(found => (IReadOnlyList<string>)[found.Term.Name, MeasuredNumber.Plain(found.Coefficient), MeasuredNumber.Plain(found.StandardError), MeasuredNumber.Percent(found.InclusionProbability)])]);
}
