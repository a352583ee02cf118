using System.Globalization;
using System.Text.Json.Nodes;
using Residuum.Experiments.Methods;
using Residuum.Experiments.Reports;
using Residuum.Experiments.Studies;

namespace Residuum.Cli.Commands;

/// <summary>A study in the list.</summary>
internal sealed record StudyEntry(string Study, string Title, IReadOnlyList<int> Seeds, Citation Citation)
{
    public StudyEntry(Study study)
        : this(study.Slug, study.Title, study.Seeds, study.Citation)
    {
    }
}

/// <summary>All studies.</summary>
internal sealed record StudyListing(IReadOnlyList<StudyEntry> Studies) : IVerbResult
{
    public int SchemaVersion { get; } = 1;

    public void Write(IPage page) =>
        page.Table(["study", "title", "seeds", "paper"], Studies.Select(study => (IReadOnlyList<string>)[study.Study, study.Title, $"{study.Seeds.Count}", study.Citation.ToString()]));
}

/// <summary>What studies measured.</summary>
internal sealed record StudyOutcome(IReadOnlyList<StudyResult> Results, bool Several) : IVerbResult
{
    public Outcome Outcome() => Results.All(result => result.Passes) ? Experiments.Methods.Outcome.Done : Experiments.Methods.Outcome.DoesNotHold;

    public JsonNode? ToJson() => Several
        ? new JsonArray([.. Results.Select(result => JsonNode.Parse(result.ToJson()))])
        : JsonNode.Parse(Results[0].ToJson());

    public void Write(IPage page)
    {
        foreach (var result in Results)
        {
            page.Line($"{result.Study}, {result.Profile.ToString().ToLowerInvariant()}, {result.Seconds.ToString("0.0", CultureInfo.InvariantCulture)} s");
            var claims = ClaimSheet.Of("", result.Claims);
            page.Table([.. claims.Columns.Select(column => column.Name)], claims.Rows);
            page.Line(ClaimSheet.Summary(result.Claims));
            page.Line($"run: {result.Run}");
        }
    }
}

/// <summary>The page of claims that was written.</summary>
internal sealed record ClaimsWritten(string Path, IReadOnlyList<string> Studies) : IVerbResult
{
    public void Write(IPage page) => page.Line(Path);
}
