namespace Residuum.Experiments.Methods;

/// <summary>A room of the house: a verb of the tool.</summary>
/// <param name="Verb">The tool's verb, such as <c>discover</c>.</param>
/// <param name="Summary">One sentence for the help page.</param>
/// <param name="Methods">What the room offers.</param>
public sealed record Room(string Verb, string Summary, IReadOnlyList<Method> Methods)
{
    /// <summary>First words of verbs that can also be given without the room's, such as <c>solver</c>.</summary>
    public IReadOnlyList<string> Shortcuts { get; init; } = [];

    /// <summary>Every verb of the room.</summary>
    public IEnumerable<Verb> Verbs => Methods.SelectMany(method => method.Verbs);
}
