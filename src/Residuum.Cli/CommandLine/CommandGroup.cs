using Residuum.Experiments.Methods;

namespace Residuum.Cli.CommandLine;

/// <summary>A command with subcommands: a room, or a group of the tool's own.</summary>
/// <param name="Name">Its verb.</param>
/// <param name="Summary">One sentence.</param>
/// <param name="Verbs">Its verbs; asked for only when the command line names the group.</param>
internal sealed record CommandGroup(string Name, string Summary, Func<IEnumerable<Verb>> Verbs)
{
    /// <summary>First words of verbs that can also be given without the group's.</summary>
    public IReadOnlyList<string> Shortcuts { get; init; } = [];
}
