using System.Globalization;
using Residuum.Discovery.Reports;
using Residuum.Experiments.Methods;

namespace Residuum.Discovery.Verbs;

/// <summary>Why each candidate term was kept or dropped.</summary>
/// <param name="Sentence">The verdict.</param>
/// <param name="Terms">One line a candidate.</param>
internal sealed record Explanation(string Sentence, IReadOnlyList<TermReason> Terms) : IVerbResult
{
    public static Explanation Of(DiscoveryRecord record) => new(record.Sentence, [.. record.Fields.SelectMany(field => field.Candidates.Select(name => Reason(field, name)))]);

    public void Write(IPage page)
    {
        page.Line(Sentence);
        page.Line();
        page.Table(["field", "term", "", "why"], Terms.OrderByDescending(term => term.Kept).Select(term => (IReadOnlyList<string>)[term.Field, term.Term, term.Kept ? "kept" : "dropped", term.Why]));
    }

    private static TermReason Reason(FieldRecord field, string name)
    {
        var found = field.Terms.FirstOrDefault(term => term.Name == name);
        return new TermReason(field.Field, name, found is not null, found is null ? Dropped(field, name) : Kept(field, found));
    }

    private static string Kept(FieldRecord field, TermRecord term)
    {
        string size = term.StandardError > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(term.Coefficient) / term.StandardError:G3} standard errors from 0")
            : $"coefficient {MeasuredNumber.Plain(term.Coefficient)}";
        string replicates = double.IsNaN(term.InclusionProbability) ? "" : $"; kept in {MeasuredNumber.Percent(term.InclusionProbability)} of the bootstrap replicates";
        return $"{size}{replicates}{Without(field, term)}";
    }

    /// <summary>What the error of the best smaller model without the term is, where the front holds one.</summary>
    private static string Without(FieldRecord field, TermRecord term)
    {
        var own = field.Front.FirstOrDefault(point => point.Count == field.Terms.Count);
        var without = field.Front.Where(point => !point.Terms.Contains(term.Name)).MaxBy(point => point.Count);
        return own is { RelativeResidual: > 0 } && without is not null
            ? string.Create(CultureInfo.InvariantCulture, $"; without it the best model of the path leaves {without.RelativeResidual / own.RelativeResidual:G3} times the residual")
            : "";
    }

    private static string Dropped(FieldRecord field, string name)
    {
        var entered = field.Front.Where(point => point.Terms.Contains(name)).MinBy(point => point.Count);
        if (entered is null) return "no model on the path of least error holds it";
        var before = field.Front.FirstOrDefault(point => point.Count == entered.Count - 1);
        string change = before is { RelativeResidual: > 0 }
            ? string.Create(CultureInfo.InvariantCulture, $" and lowers the residual by {100 * (1 - (entered.RelativeResidual / before.RelativeResidual)):G2} %")
            : "";
        return string.Create(CultureInfo.InvariantCulture, $"enters as term {entered.Count} of the path{change}: less than the rule asks of another term");
    }
}

/// <summary>Why a candidate was kept or dropped.</summary>
/// <param name="Field">The field whose equation it is.</param>
/// <param name="Term">The candidate.</param>
/// <param name="Kept">Whether it was kept.</param>
/// <param name="Why">The reason in words and numbers.</param>
internal sealed record TermReason(string Field, string Term, bool Kept, string Why);
