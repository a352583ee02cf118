using System.Text;

namespace Residuum.Experiments.Methods;

/// <summary>The paper behind a method, as data: <c>residuum cite</c> prints it as BibTeX.</summary>
/// <param name="Key">BibTeX key, such as <c>mojgani2022medida</c>.</param>
/// <param name="Kind">Entry type: <c>article</c>, <c>inproceedings</c>, <c>misc</c>.</param>
/// <param name="Title">Title.</param>
/// <param name="Authors">Names as <c>Family, Given</c>, in the paper's order.</param>
/// <param name="Year">Year of publication.</param>
public sealed record Citation(string Key, string Kind, string Title, IReadOnlyList<string> Authors, int Year)
{
    /// <summary>Journal, or the proceedings' title.</summary>
    public string Venue { get; init; } = "";

    /// <summary>Volume.</summary>
    public string Volume { get; init; } = "";

    /// <summary>Article number or page range.</summary>
    public string Pages { get; init; } = "";

    /// <summary>Digital object identifier, without the resolver's address.</summary>
    public string Doi { get; init; } = "";

    /// <summary>arXiv identifier, such as <c>2110.00546</c>.</summary>
    public string Arxiv { get; init; } = "";

    /// <summary>The BibTeX entry.</summary>
    public string ToBibTeX()
    {
        var text = new StringBuilder($"@{Kind}{{{Key},\n");
        Field(text, "title", $"{{{Title}}}");
        Field(text, "author", string.Join(" and ", Authors));
        Field(text, Kind == "article" ? "journal" : "booktitle", Venue);
        Field(text, "volume", Volume);
        Field(text, "pages", Pages);
        Field(text, "year", $"{Year}");
        Field(text, "doi", Doi);
        Field(text, "eprint", Arxiv);
        if (Arxiv.Length > 0) Field(text, "archiveprefix", "arXiv");
        return text.Append("}\n").ToString();
    }

    private static void Field(StringBuilder text, string name, string value)
    {
        if (value.Length > 0) text.Append($"  {name} = {{{value}}},\n");
    }
}
