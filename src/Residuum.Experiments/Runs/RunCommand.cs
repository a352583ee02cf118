using System.Text.RegularExpressions;
using Residuum.Numerics.Errors;

namespace Residuum.Experiments.Runs;

/// <summary>What a run does: enough to repeat it, and to refuse to resume it with something else.</summary>
/// <param name="Name">Folder of its runs: the slug of the study, or the command such as <c>discover-run</c>.</param>
/// <param name="Options">Every option that changes the result, as text. Not among them: where to write, how much to say.</param>
public sealed partial record RunCommand(string Name, IReadOnlyDictionary<string, string> Options)
{
    /// <summary>Folder of its runs.</summary>
    public string Name { get; } = NamePattern().IsMatch(Name)
        ? Name
        : throw new UserError("a run cannot have this name", found: $"'{Name}'", expected: "lower case letters, digits and hyphens");

    /// <summary>The seeds.</summary>
    public IReadOnlyList<int> Seeds { get; init; } = [];

    /// <summary>The command line as the user typed it, for the record; it decides nothing.</summary>
    public string CommandLine { get; init; } = "";

    /// <summary>The first difference that forbids to go on with a run of the other command; null if there is none.</summary>
    /// <param name="other">The command of the run found.</param>
    public string? DifferenceTo(RunCommand other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Name != other.Name) return $"command {other.Name} there, {Name} here";
        if (!Seeds.SequenceEqual(other.Seeds)) return $"seeds {string.Join(' ', other.Seeds)} there, {string.Join(' ', Seeds)} here";
        foreach (string key in Options.Keys.Union(other.Options.Keys).Order(StringComparer.Ordinal))
        {
            string here = Options.GetValueOrDefault(key, "not given"), there = other.Options.GetValueOrDefault(key, "not given");
            if (here != there) return $"{key} = {there} there, {here} here";
        }
        return null;
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,79}$")]
    private static partial Regex NamePattern();
}
