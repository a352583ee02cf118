using System.Text;

namespace Residuum.Experiments.Studies;

/// <summary>The paper behind a method, as data: printed by <c>cite</c>, by reports and by the pages of the documentation.</summary>
/// <param name="Authors">Full names, in order.</param>
/// <param name="Title">Title of the paper.</param>
/// <param name="Venue">Journal or conference with volume and pages, such as <c>Chaos 32, 061105</c>.</param>
/// <param name="Year">Year of publication.</param>
public sealed record Citation(IReadOnlyList<string> Authors, string Title, string Venue, int Year)
{
    /// <summary>Digital object identifier, without an address; empty if there is none.</summary>
    public string Doi { get; init; } = "";

    /// <summary>arXiv number; empty if there is none.</summary>
    public string Arxiv { get; init; } = "";

    /// <summary>A line such as <c>A. Author, B. Author, "Title", Venue (Year)</c>.</summary>
    public override string ToString() => $"{string.Join(", ", Authors)}, \"{Title}\", {Venue} ({Year})";

    /// <summary>A BibTeX entry.</summary>
    /// <param name="key">Citation key, such as the method's slug.</param>
    public string ToBibTex(string key)
    {
        var entry = new StringBuilder().Append("@article{").Append(key).Append(",\n");
        Field("author", string.Join(" and ", Authors));
        Field("title", $"{{{Title}}}");
        Field("journal", Venue);
        Field("year", Year.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Field("doi", Doi);
        Field("eprint", Arxiv);
        if (Arxiv.Length > 0) Field("archiveprefix", "arXiv");
        return entry.Append("}\n").ToString();

        void Field(string name, string value)
        {
            if (value.Length > 0) entry.Append("  ").Append(name).Append(" = {").Append(value).Append("},\n");
        }
    }
}
