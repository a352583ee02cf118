using Residuum.Discovery.Solvers;
using Residuum.Experiments.Methods;

namespace Residuum.Discovery.Reports;

/// <summary>What a discovery found, as it stands in <c>result.json</c> and in the tool's JSON output: a stable form, described in docs/reference/result.md.</summary>
public sealed record DiscoveryRecord : IVerbResult
{
    /// <summary>Name of the file in the run folder.</summary>
    public const string FileName = "result.json";

    /// <summary>Version of this form.</summary>
    public int SchemaVersion { get; init; } = 1;

    /// <summary>The verdict over all fields.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The verdict in plain words: what was found, how sure, what was not tested.</summary>
    public required string Sentence { get; init; }

    /// <summary>What was found in each field's equation.</summary>
    public required IReadOnlyList<FieldRecord> Fields { get; init; }

    /// <summary>The pass whose terms were kept.</summary>
    public required int KeptPass { get; init; }

    /// <summary>Mean square of the increments on the held-out samples after each pass, relative to the model as given.</summary>
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

    /// <summary>Whether the corrected model can be run on; nothing where there is none.</summary>
    public StabilityRecord? Stability { get; init; }

    /// <summary>Forecasts of held-out samples before and after; nothing where none were held out.</summary>
    public SkillRecord? HeldOut { get; init; }

    /// <summary>Folder of the run; empty inside the folder itself.</summary>
    public string Run { get; init; } = "";

    /// <summary>Whether the corrected model passes: a verdict that is a finding, forecasts no worse than before, a run that stays bounded.</summary>
    public bool IsValidated => Verdict is Verdict.Found or Verdict.NothingMissing && Stability?.IsStable != false && HeldOut?.IsNoWorse != false;

    /// <summary>The record of a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="model">The model as given: where terms enter, and its own terms where it shows them.</param>
    public static DiscoveryRecord Of(MedidaResult result, ISolver model)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(model);
        return new DiscoveryRecord
        {
            Verdict = result.Verdict,
            Sentence = VerdictSentence.Of(result),
            Fields = [.. result.Fields.Select(field => FieldRecord.Of(field, model))],
            KeptPass = result.KeptPass,
            Passes = [.. result.Passes.Select(pass => pass.HeldOutSquare)],
            Entry = model.Entry,
            LibraryTime = result.LibraryTime,
            Samples = result.Observations.Samples,
            Dropped = [.. result.Observations.Quality.Dropped.Select(dropped => $"{dropped.Name}: {dropped.Reason}")],
            Notes = result.Notes,
        };
    }

    /// <inheritdoc/>
    public Outcome Outcome() => IsValidated ? Experiments.Methods.Outcome.Done : Experiments.Methods.Outcome.DoesNotHold;

    /// <inheritdoc/>
    public void Write(IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        foreach (var field in Fields) page.Line(field.Equation);
        foreach (var field in Fields.Where(field => field.Whole is not null && field.Terms.Count > 0)) page.Line($"{field.Whole!.Text}   (whole equation)");
        page.Line();
        page.Line(Sentence);
        if (Fields.Any(field => field.Terms.Count > 0))
        {
            page.Line();
            page.Table(
                ["field", "term", "coefficient", "in standard errors", "kept in replicates"],
                Fields.SelectMany(field => field.Terms.Select(term => (IReadOnlyList<string>)
                    [field.Field, term.Name, MeasuredNumber.WithError(term.Coefficient, term.StandardError), MeasuredNumber.Ratio(term.Coefficient, term.StandardError), MeasuredNumber.Percent(term.InclusionProbability)])));
        }
        page.Line();
        if (HeldOut is { } heldOut) page.Line(heldOut.Sentence);
        if (Stability is { } stability) page.Line(stability.Sentence);
        foreach (string note in Notes) page.Line($"note: {note}");
        foreach (string dropped in Dropped) page.Line($"dropped {dropped}");
        if (Run.Length > 0) page.Line($"report: {Path.Combine(Run, Experiments.Runs.RunFolder.ReportName)}");
    }
}
