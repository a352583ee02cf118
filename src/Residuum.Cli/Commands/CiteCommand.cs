using Residuum.Experiments.Methods;
using Residuum.Experiments.Options;
using Residuum.Experiments.Studies;
using Residuum.Numerics.Errors;

namespace Residuum.Cli.Commands;

/// <summary><c>residuum cite</c>: the paper behind a method.</summary>
internal static class CiteCommand
{
    public static Verb Verb { get; } = new Verb<NoOptions, Entry>("cite")
    {
        Summary = "Print the paper behind a method as BibTeX.",
        Inputs = [Input.Word("method", "slug of the method, such as medida-ks") with { Choices = () => Papers().Keys }],
        Examples = [new("residuum cite medida-ks >> paper.bib", "Appends the entry to a bibliography.")],
        Run = (_, run, _) => Find(run.Text("method")),
    };

    private static Entry Find(string slug)
    {
        var papers = Papers();
        return papers.TryGetValue(slug, out var citation)
            ? new Entry(slug, citation)
            : throw new UserError("unknown method", "cite", $"'{slug}'", remedy: Suggestion.For(slug, papers.Keys) ?? $"known methods: {string.Join(", ", papers.Keys)}");
    }

    private static SortedDictionary<string, Citation> Papers()
    {
        var papers = new SortedDictionary<string, Citation>(StringComparer.Ordinal);
        foreach (var study in Product.Studies) papers[study.Slug] = study.Citation;
        foreach (var method in Rooms.Methods) papers[method.Slug] = method.Citation;
        return papers;
    }

    internal sealed record Entry(string Method, Citation Citation) : IVerbResult
    {
        public void Write(IPage page) => page.Line(Citation.ToBibTex(Method).TrimEnd());
    }
}
