using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Residuum.Experiments.Options;
using Residuum.Numerics.Errors;

namespace Residuum.Cli.CommandLine;

/// <summary>Says in one line what is wrong with a command line.</summary>
internal static class UsageCheck
{
    /// <summary>The first mistake, or null.</summary>
    public static UserError? Find(ParseResult parse, IReadOnlyList<string> arguments)
    {
        var command = parse.CommandResult.Command;
        string? path = Path(parse.CommandResult);
        return UnknownOption(parse.CommandResult, arguments, path)
            ?? UnknownCommand(parse, command, path)
            ?? MissingCommand(command, path)
            ?? parse.Errors.Select(error => Parser(error, path)).FirstOrDefault();
    }

    /// <summary>The words of a command after the tool's name, such as <c>discover run</c>; null for the tool itself.</summary>
    public static string? Path(CommandResult result) =>
        result.Parent is not CommandResult parent ? null : Path(parent) is { } path ? $"{path} {result.Command.Name}" : result.Command.Name;

    private static UserError? UnknownOption(CommandResult result, IReadOnlyList<string> arguments, string? path)
    {
        string[] known = [.. Options(result).SelectMany(option => option.Aliases.Prepend(option.Name))];
        foreach (string argument in arguments.TakeWhile(argument => argument != "--"))
        {
            string name = argument.Split('=', 2)[0];
            if (name.Length < 2 || name[0] != '-' || IsNumber(argument) || known.Contains(name)) continue;
            string remedy = Suggestion.For(name, known) ?? $"'{Help(path)}' lists the options; a value that starts with a hyphen is given as --option=VALUE";
            return new UserError("unknown option", path, $"'{name}'", remedy: remedy);
        }
        return null;
    }

    private static UserError? UnknownCommand(ParseResult parse, Command command, string? path)
    {
        if (parse.UnmatchedTokens is not [var token, ..]) return null;
        if (command.Subcommands.Count == 0) return new UserError("one argument too many", path, $"'{token}'", remedy: $"see '{Help(path)}'");
        string[] known = [.. command.Subcommands.Where(inner => !inner.Hidden).Select(inner => inner.Name)];
        return new UserError("unknown command", path, $"'{token}'", remedy: Suggestion.For(token, known) ?? $"known commands: {string.Join(", ", known)}");
    }

    private static UserError? MissingCommand(Command command, string? path) => command is VerbCommand
        ? null
        : new UserError("a command is missing", path, expected: string.Join(", ", command.Subcommands.Where(inner => !inner.Hidden).Select(inner => inner.Name)), remedy: $"see '{Help(path)}'");

    private static UserError Parser(ParseError error, string? path) => error.SymbolResult switch
    {
        OptionResult { Tokens.Count: 0 } option => new UserError("a value is missing", option.Option.Name, expected: $"{option.Option.Name} VALUE"),
        OptionResult option => new UserError("wrong value", option.Option.Name, $"'{option.Tokens[^1].Value}'", "true or false"),
        ArgumentResult argument => new UserError($"{argument.Argument.HelpName} is missing", path, expected: argument.Argument.Description, remedy: $"see '{Help(path)}'"),
        CommandResult command when command.Command.Arguments.FirstOrDefault(argument => argument.Arity.MinimumNumberOfValues > 0 && command.GetResult(argument) is not { Tokens.Count: > 0 }) is { } missing =>
            new UserError($"{missing.HelpName} is missing", path, expected: missing.Description, remedy: $"see '{Help(path)}'"),
        _ => new UserError(error.Message.TrimEnd('.'), path),
    };

    private static IEnumerable<Option> Options(CommandResult result)
    {
        foreach (var option in result.Command.Options) yield return option;
        for (var parent = result.Parent as CommandResult; parent is not null; parent = parent.Parent as CommandResult)
            foreach (var option in parent.Command.Options.Where(option => option.Recursive)) yield return option;
    }

    private static string Help(string? path) => path is null ? "residuum --help" : $"residuum {path} --help";

    private static bool IsNumber(string text) => text is "-inf" || double.TryParse(text.Split(',')[0], NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
