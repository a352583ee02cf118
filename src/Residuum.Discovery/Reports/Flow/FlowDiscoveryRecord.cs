using System.Globalization;
using Residuum.Discovery.TwoLayer;
using Residuum.Experiments.Methods;
using Residuum.Experiments.Runs;

namespace Residuum.Discovery.Reports;

/// <summary>What a discovery on a two-layer flow found, as it stands in <c>result.json</c> and in the tool's JSON output.</summary>
public sealed record FlowDiscoveryRecord : IVerbResult
{
    /// <summary>Version of this form.</summary>
    public int SchemaVersion { get; init; } = 1;

    /// <summary>The verdict over both layers.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>What was found in each layer's equation, upper layer first.</summary>
    public required IReadOnlyList<FlowLayerRecord> Layers { get; init; }

    /// <summary>What a reader must know, in plain words.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Pairs that were fitted.</summary>
    public required int Pairs { get; init; }

    /// <summary>Sensors per grid point.</summary>
    public required double SensorRatio { get; init; }

    /// <summary>The interpolator.</summary>
    public required string Interpolator { get; init; }

    /// <summary>What was filled.</summary>
    public required FillMode Fill { get; init; }

    /// <summary>When the library was evaluated.</summary>
    public required TwoLayerLibraryTime LibraryTime { get; init; }

    /// <summary>Weight of the scales.</summary>
    public required ScaleWeight Weight { get; init; }

    /// <summary>Largest wave number kept; infinite where all are.</summary>
    public required double Cutoff { get; init; }

    /// <summary>Passes that were made.</summary>
    public required int Passes { get; init; }

    /// <summary>What was assumed or mended when the observations were read, and the pairs that were dropped.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Forecasts with the model as given and the corrected one; nothing where none were made.</summary>
    public FlowForecastRecord? Forecasts { get; init; }

    /// <summary>How well the readings were interpolated; nothing where it was not asked for, or nothing had to be filled.</summary>
    public FlowInterpolationRecord? Interpolation { get; init; }

    /// <summary>Folder of the run; empty inside the folder itself.</summary>
    public string Run { get; init; } = "";

    /// <summary>Whether the corrected model passes: a verdict that is a finding, and forecasts no worse than before.</summary>
    public bool IsValidated => Verdict is Verdict.Found or Verdict.NothingMissing && Forecasts?.IsNoWorse != false;

    /// <summary>The record of a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="notes">What is known of the observations.</param>
    public static FlowDiscoveryRecord Of(TwoLayerResult result, IReadOnlyList<string> notes)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new FlowDiscoveryRecord
        {
            Verdict = result.Verdict,
            Layers = [.. result.Layers.Select(layer => FlowLayerRecord.Of(layer, result))],
            Findings = result.Findings,
            Pairs = result.Pairs.Count,
            SensorRatio = result.SensorRatio,
            Interpolator = result.Interpolator,
            Fill = result.Fill,
            LibraryTime = result.LibraryTime,
            Weight = result.Weight,
            Cutoff = result.Cutoff,
            Passes = result.Passes,
            Notes = notes,
        };
    }

    /// <inheritdoc/>
    public Outcome Outcome() => IsValidated ? Experiments.Methods.Outcome.Done : Experiments.Methods.Outcome.DoesNotHold;

    /// <inheritdoc/>
    public void Write(IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        foreach (var layer in Layers) page.Line(layer.Equation.Text);
        page.Line();
        foreach (var layer in Layers) page.Line(layer.Sentence);
        if (Layers.Any(layer => layer.Terms.Count > 0))
        {
            page.Line();
            page.Table(["layer", "term", "coefficient", "unit", "in standard errors", "kept in replicates"], Layers.SelectMany(Rows));
        }
        page.Line();
        if (Interpolation is { } interpolation) page.Line(interpolation.Sentence);
        if (Forecasts is { } forecasts) page.Line(forecasts.Sentence);
        foreach (var finding in Findings) page.Line($"note: {finding.Sentence}");
        foreach (string note in Notes) page.Line($"note: {note}");
        if (Run.Length > 0) page.Line($"report: {Path.Combine(Run, RunFolder.ReportName)}");
    }

    internal static IEnumerable<IReadOnlyList<string>> Rows(FlowLayerRecord layer) => layer.Terms.Select(term => (IReadOnlyList<string>)
    [
        layer.Layer.ToString(CultureInfo.InvariantCulture),
        term.Term,
        MeasuredNumber.WithError(term.Coefficient, term.StandardError),
        term.Unit,
        MeasuredNumber.Ratio(term.Coefficient, term.StandardError),
        MeasuredNumber.Percent(term.InclusionProbability),
    ]);
}
