using Residuum.Discovery.Solvers;
using Residuum.Experiments.Methods;

namespace Residuum.Discovery.Reports;

/// <summary>What a discovery found, as it stands in <c>result.json</c> and in the tool's JSON output.</summary>
public sealed record DiscoveryRecord : IVerbResult
{
    /// <summary>Name of the file in the run folder.</summary>
    public const string FileName = "result.json";

    /// <summary>Version of this form.</summary>
    public int SchemaVersion { get; init; } = 1;

    /// <summary>The verdict over all fields.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The verdict in a sentence: what was found, how sure, what was not tested.</summary>
    public required string Sentence { get; init; }

    /// <summary>What was found in each field's equation.</summary>
    public required IReadOnlyList<FieldRecord> Fields { get; init; }

    /// <summary>The pass whose terms were kept.</summary>
    public required int KeptPass { get; init; }

    /// <summary>Mean square of the increments on the held-out samples after each pass, from the model as given.</summary>
    public required IReadOnlyList<double> Passes { get; init; }

    /// <summary>Where the terms enter the solver.</summary>
    public required TermEntry Entry { get; init; }

    /// <summary>When the library was evaluated.</summary>
    public required LibraryTime LibraryTime { get; init; }

    /// <summary>Samples that were used.</summary>
    public required int Samples { get; init; }

    /// <summary>Samples that quality control dropped, with the reason.</summary>
    public required IReadOnlyList<string> Dropped { get; init; }

    /// <summary>What a reader must know: guards that fired, forecasts that failed.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Folder of the run; empty inside the folder itself.</summary>
    public string Run { get; init; } = "";

    /// <summary>The record of a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="entry">Where terms enter the solver.</param>
    public static DiscoveryRecord Of(MedidaResult result, TermEntry entry)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new DiscoveryRecord
        {
            Verdict = result.Verdict,
            Sentence = VerdictSentence.Of(result),
            Fields = [.. result.Fields.Select(FieldRecord.Of)],
            KeptPass = result.KeptPass,
            Passes = [.. result.Passes.Select(pass => pass.HeldOutSquare)],
            Entry = entry,
            LibraryTime = result.LibraryTime,
            Samples = result.Observations.Samples,
            Dropped = [.. result.Observations.Quality.Dropped.Select(dropped => $"{dropped.Name}: {dropped.Reason}")],
            Notes = result.Notes,
        };
    }

    /// <inheritdoc/>
    public Outcome Outcome() =>
        Verdict is Verdict.Found or Verdict.NothingMissing ? Experiments.Methods.Outcome.Done : Experiments.Methods.Outcome.DoesNotHold;

    /// <inheritdoc/>
    public void Write(IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        foreach (var field in Fields) page.Line(field.Equation);
        page.Line();
        if (Fields.Any(field => field.Terms.Count > 0))
        {
            page.Table(["field", "term", "coefficient", "standard error", "kept in"], Fields.SelectMany(field => field.Terms.Select(term => (IReadOnlyList<string>)
                [field.Field, term.Name, MeasuredNumber.Plain(term.Coefficient), MeasuredNumber.Plain(term.StandardError), MeasuredNumber.Percent(term.InclusionProbability)])));
            page.Line();
        }
        page.Line(Sentence);
        foreach (string note in Notes) page.Line($"note: {note}");
        foreach (string dropped in Dropped) page.Line($"dropped {dropped}");
        if (Run.Length > 0) page.Line($"report: {Path.Combine(Run, Experiments.Runs.RunFolder.ReportName)}");
    }
}

/// <summary>What was found in one field's equation.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Equation">The corrected equation as plain text.</param>
/// <param name="Latex">The same in LaTeX.</param>
/// <param name="MathMl">The same as a MathML element.</param>
/// <param name="Terms">The terms that were found.</param>
/// <param name="Candidates">Names of all candidate terms, in column order.</param>
/// <param name="Before">Mean square per row of the increments of the model as given, held out.</param>
/// <param name="After">The same for the corrected model.</param>
/// <param name="Noise">What observation noise alone would leave.</param>
/// <param name="Cutoff">Largest wave number kept.</param>
/// <param name="NoiseDeviation">Standard deviation of the observation noise.</param>
/// <param name="Front">Least error for every number of terms.</param>
public sealed record FieldRecord(
    string Field,
    Verdict Verdict,
    string Equation,
    string Latex,
    string MathMl,
    IReadOnlyList<TermRecord> Terms,
    IReadOnlyList<string> Candidates,
    double Before,
    double After,
    double Noise,
    double Cutoff,
    double NoiseDeviation,
    IReadOnlyList<FrontRecord> Front)
{
    internal static FieldRecord Of(FieldResult field) => new(
        field.Field,
        field.Verdict,
        EquationWriter.Text(field),
        EquationWriter.Latex(field),
        EquationWriter.MathMl(field),
        [.. field.Terms.Select(found => new TermRecord(found.Term.Name, found.Term.Latex, found.Coefficient, found.StandardError, found.InclusionProbability))],
        [.. field.Library.Terms.Select(term => term.Name)],
        field.Residual.Before,
        field.Residual.After,
        field.Residual.Noise,
        field.Cutoff,
        field.NoiseDeviation,
        [.. (field.Front?.Points ?? []).Select(point => new FrontRecord(point.Terms, [.. point.Support.Select(column => field.Library.Terms[column].Name)], point.RelativeResidual, point.HeldOutError))]);
}

/// <summary>A term that was found.</summary>
/// <param name="Name">The term as plain text.</param>
/// <param name="Latex">The same in LaTeX.</param>
/// <param name="Coefficient">Its coefficient on the right-hand side.</param>
/// <param name="StandardError">Standard error; NaN where it is not known.</param>
/// <param name="InclusionProbability">Part of the bootstrap replicates that keep it; NaN without replicates.</param>
public sealed record TermRecord(string Name, string Latex, double Coefficient, double StandardError, double InclusionProbability);

/// <summary>The best model of a number of terms.</summary>
/// <param name="Count">Number of terms.</param>
/// <param name="Terms">Their names.</param>
/// <param name="RelativeResidual">RSS/yᵀy.</param>
/// <param name="HeldOutError">Mean square error per row on held-out samples.</param>
public sealed record FrontRecord(int Count, IReadOnlyList<string> Terms, double RelativeResidual, double HeldOutError);
