using System.CommandLine;
using Residuum.Cli.CommandLine;

namespace Residuum.Cli.Tests;

/// <summary>All commands of the tool, as test data.</summary>
internal static class Commands
{
    private static readonly (string Words, Command Command)[] Tree = [.. Walk(CommandTree.Build(null), "")];

    /// <summary>Words of every command, groups and the root too.</summary>
    public static TheoryData<string> All => [.. Tree.Select(item => item.Words)];

    /// <summary>Words of every command that does something.</summary>
    public static TheoryData<string> Verbs => [.. Tree.Where(item => item.Command is VerbCommand).Select(item => item.Words)];

    public static VerbCommand Verb(string words) => (VerbCommand)Tree.Single(item => item.Words == words).Command;

    private static IEnumerable<(string Words, Command Command)> Walk(Command command, string words)
    {
        yield return (words, command);
        foreach (var inner in command.Subcommands)
        {
            foreach (var item in Walk(inner, words.Length == 0 ? inner.Name : $"{words} {inner.Name}")) yield return item;
        }
    }
}
