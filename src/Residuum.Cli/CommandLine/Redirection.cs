using System.CommandLine;
using Residuum.Experiments.Methods;
using Residuum.Experiments.Options;
using Residuum.Numerics.Errors;

namespace Residuum.Cli.CommandLine;

/// <summary>Hands a command line to the verb that its options file belongs to: flags and help are then those of that verb.</summary>
internal static class Redirection
{
    /// <summary>The command line for the other verb, or null where the verb that was named takes the file itself.</summary>
    public static string[]? Of(ParseResult parse, string[] arguments)
    {
        if (parse.CommandResult.Command is not VerbCommand { Verb: { Elsewhere: { } elsewhere } verb } command || parse.Action is HelpPageAction) return null;
        // Flags of the other verb are unknown to this one: they are left among the words, so every word may be the file.
        var inputs = command.ReadInputs(parse);
        var input = verb.Inputs.First(input => input.Kind == InputKind.Options);
        string[] candidates = [.. inputs.GetValueOrDefault(input.Name) ?? [], .. parse.UnmatchedTokens];
        if (!candidates.Any(path => File.Exists(path) && Belongs(path, elsewhere))) return null;
        int place = Array.IndexOf(arguments, command.Name);
        return place < 0 ? null : [.. arguments[..place], .. elsewhere.Verb.Split(' '), .. arguments[(place + 1)..]];
    }

    private static bool Belongs(string path, Destination elsewhere)
    {
        try
        {
            return elsewhere.Takes(OptionFile.Read(path));
        }
        catch (UserError)
        {
            return false; // the verb itself says what is wrong with the file
        }
    }
}
