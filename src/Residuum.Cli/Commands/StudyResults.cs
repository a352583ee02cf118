using System.Globalization;
using System.Text.Json.Nodes;
using Residuum.Experiments.Methods;
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
            page.Table(["claim", "kind", "paper", "bound", "measured", "verdict"], result.Claims.Select(Row));
            page.Line(result.Passes ? "every gate and control holds" : $"{result.Claims.Count(claim => claim.FailsRun)} of the gates and controls fail");
            page.Line($"run: {result.Run}");
        }
    }

    private static IReadOnlyList<string> Row(Claim claim) =>
    [
        claim.Text,
        Words(claim.Kind),
        claim.Paper is { } paper ? $"{Number(paper)} {claim.Unit}".TrimEnd() : "",
        $"{claim.Bound} {claim.Unit}".TrimEnd(),
        Measured(claim),
        Words(claim.Verdict),
    ];

    /// <summary>The range of the numbers over the seeds, or the distinct texts.</summary>
    private static string Measured(Claim claim)
    {
        var values = claim.Measured.Select(measured => measured.Value).ToList();
        if (!values.All(value => value.IsNumber)) return string.Join(" | ", values.Select(value => value.ToString()).Distinct());
        string low = Number(values.Min(value => value.Number)), high = Number(values.Max(value => value.Number));
        return low == high ? low : $"{low} to {high}";
    }

    private static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    private static string Words<T>(T value)
        where T : struct, Enum => Numerics.Options.OptionName.Kebab(value.ToString());
}
