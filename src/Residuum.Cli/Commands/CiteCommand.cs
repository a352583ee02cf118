using Residuum.Experiments.Methods;
using Residuum.Experiments.Options;
using Residuum.Numerics.Errors;

namespace Residuum.Cli.Commands;

/// <summary><c>residuum cite</c>: the paper behind a method.</summary>
internal static class CiteCommand
{
    public static Verb Verb { get; } = new Verb<NoOptions, Entry>("cite")
    {
        Summary = "Print the paper behind a method as BibTeX.",
        Inputs = [Input.Word("method", "slug of the method, such as medida-ks") with { Choices = Slugs }],
        Examples = [new("residuum cite medida-ks >> paper.bib", "Appends the entry to a bibliography.")],
        Run = (_, run, _) => new Entry(Find(run.Text("method")).Citation),
    };

    private static IEnumerable<string> Slugs() => Rooms.Methods.Select(method => method.Slug);

    private static Method Find(string slug) => Rooms.Methods.FirstOrDefault(method => method.Slug == slug)
        ?? throw new UserError("unknown method", "cite", $"'{slug}'", remedy: Suggestion.For(slug, Slugs()) ?? $"known methods: {string.Join(", ", Slugs())}");

    internal sealed record Entry(Citation Citation) : IVerbResult
    {
        public void Write(IPage page) => page.Line(Citation.ToBibTeX().TrimEnd());
    }
}
