using System.Globalization;
using Residuum.Discovery.Reports;
using Residuum.Experiments.Methods;

namespace Residuum.Discovery.Verbs;

/// <summary>Why each candidate term was kept or dropped.</summary>
/// <param name="Sentence">The verdict.</param>
/// <param name="Terms">One line a candidate.</param>
internal sealed record Explanation(string Sentence, IReadOnlyList<TermReason> Terms) : IVerbResult
{
    public static Explanation Of(DiscoveryRecord record) => new(record.Sentence, [.. record.Fields.SelectMany(field => field.Candidates.Select(item => Reason(field, item)))]);

    public void Write(IPage page)
    {
        page.Line(Sentence);
        page.Line();
        page.Table(["field", "term", "", "why"], Terms.OrderByDescending(term => term.Kept).Select(term => (IReadOnlyList<string>)[term.Field, term.Term, term.Kept ? "kept" : "dropped", term.Why]));
    }

    private static TermReason Reason(FieldRecord field, TermEvidence item) => new(field.Field, item.Term, item.Kept, item.Kept ? Kept(field, item) : Dropped(item));

    private static string Kept(FieldRecord field, TermEvidence item)
    {
        var reasons = new List<string>();
        if (field.Terms.FirstOrDefault(term => term.Name == item.Term) is { } term)
        {
            if (term.StandardError > 0) reasons.Add($"t = {MeasuredNumber.Ratio(term.Coefficient, term.StandardError)}");
            if (!double.IsNaN(term.InclusionProbability)) reasons.Add($"kept in {MeasuredNumber.Percent(term.InclusionProbability)} of the bootstrap replicates");
        }
        reasons.Add($"{Percent(item.Size)} of the model error in size");
        reasons.Add(string.Create(CultureInfo.InvariantCulture, $"without it the held-out error is {item.HeldOutFactor:G3} times larger{Sure(item)}"));
        return string.Join("; ", reasons);
    }

    private static string Dropped(TermEvidence item)
    {
        string gain = item.HeldOutFactor > 1
            ? string.Create(CultureInfo.InvariantCulture, $"lower the held-out error by {100 * (1 - (1 / item.HeldOutFactor)):G2} %{Sure(item)}")
            : "not lower the held-out error";
        return $"would be {Percent(item.Size)} of the model error in size ({MeasuredNumber.Plain(item.Coefficient)} {item.Term}) and {gain}";
    }

    private static string Sure(TermEvidence item) =>
        double.IsNaN(item.HeldOutSignificance) ? "" : string.Create(CultureInfo.InvariantCulture, $", {item.HeldOutSignificance:F1} standard errors");

    private static string Percent(double part) => string.Create(CultureInfo.InvariantCulture, $"{100 * part:G2} %");
}

/// <summary>Why a candidate was kept or dropped.</summary>
/// <param name="Field">The field whose equation it is.</param>
/// <param name="Term">The candidate.</param>
/// <param name="Kept">Whether it was kept.</param>
/// <param name="Why">The reason in words and numbers.</param>
internal sealed record TermReason(string Field, string Term, bool Kept, string Why);
