using System.Globalization;
using System.Text.Json;
using Residuum.Experiments.Studies;

namespace Residuum.Experiments.Reports;

/// <summary>Claims as people read them: the same words in the terminal, in reports and in the documentation.</summary>
public static class ClaimSheet
{
    /// <summary>A table with a row for each claim; the verdict stands first.</summary>
    /// <param name="title">Title of the table.</param>
    /// <param name="claims">The claims.</param>
    public static Table Of(string title, IReadOnlyList<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        return new Table(
            title,
            [new("verdict"), new("claim"), new("kind"), new("paper", Numeric: true), new("bound"), new("measured"), new("95 % interval")],
            [.. claims.Select(Row)]);
    }

    /// <summary>How many gates and controls hold, and what became of the reports, in a sentence.</summary>
    /// <param name="claims">The claims.</param>
    public static string Summary(IReadOnlyList<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        int decide = claims.Count(c => c.Kind != ClaimKind.Report), fail = claims.Count(c => c.FailsRun);
        string gates = fail == 0 ? $"All {decide} gates and controls hold." : $"{fail} of {decide} gates and controls fail.";
        string reports = string.Join(", ", claims.Where(c => c.Kind == ClaimKind.Report).GroupBy(c => c.Verdict).OrderBy(g => g.Key).Select(g => $"{g.Count()} {Words(g.Key)}"));
        return reports.Length == 0 ? gates : $"{gates} Figures of the paper: {reports}.";
    }

    /// <summary>A verdict in words, such as <c>not reproduced</c>.</summary>
    /// <param name="verdict">The verdict.</param>
    public static string Words(Verdict verdict) => JsonNamingPolicy.KebabCaseLower.ConvertName(verdict.ToString()).Replace('-', ' ');

    /// <summary>What was measured: the number, its mean and range over the seeds, or the texts; NaN is said plainly.</summary>
    /// <param name="claim">The claim.</param>
    public static string Measured(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (claim.SeedsNotFinite.ToList() is { Count: > 0 } seeds) return $"not a finite number at seed {string.Join(", ", seeds)}";
        if (!claim.Measured[0].Value.IsNumber) return Texts(claim);
        double[] values = [.. claim.Measured.Select(m => m.Value.Number)];
        string unit = claim.Unit.Length == 0 ? "" : $" {claim.Unit}";
        string mean = Number(values.Average()) + unit;
        return values.Length == 1 || values.Min() == values.Max() ? mean : $"{mean} ({Number(values.Min())} to {Number(values.Max())} over {values.Length} seeds)";
    }

    private static IReadOnlyList<string> Row(Claim claim) =>
    [
        Words(claim.Verdict),
        claim.Text,
        JsonNamingPolicy.KebabCaseLower.ConvertName(claim.Kind.ToString()),
        claim.Paper is { } paper ? Number(paper) : "",
        claim.Unit.Length == 0 ? claim.Bound.ToString() : $"{claim.Bound} {claim.Unit}",
        Measured(claim),
        claim.Interval is { } interval ? $"{Number(interval.Low)} to {Number(interval.High)}" : "",
    ];

    private static string Texts(Claim claim)
    {
        var groups = claim.Measured.GroupBy(m => m.Value.ToString(), StringComparer.Ordinal).ToList();
        return groups.Count == 1
            ? groups[0].Key
            : string.Join("; ", groups.Select(g => $"{g.Key} at seed {string.Join(", ", g.Select(m => m.Seed))}"));
    }

    private static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
