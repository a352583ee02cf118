using System.CommandLine;
using System.CommandLine.Parsing;
using Residuum.Experiments.Methods;
using Residuum.Experiments.Options;

namespace Residuum.Cli.CommandLine;

/// <summary>Writes the help page of a command.</summary>
internal sealed class HelpPage(TextWriter output)
{
    private const int Width = 100, Indent = 26;

    public void Write(CommandResult result)
    {
        var command = result.Command;
        string path = UsageCheck.Path(result) is { } words ? $"residuum {words}" : "residuum";
        var verb = (command as VerbCommand)?.Verb;
        output.WriteLine(command.Description);
        output.WriteLine();
        output.WriteLine($"Usage: {path}{Usage(command)}");
        if (verb is not null)
        {
            Section("Inputs", verb.Inputs.Select(input => (input.Name.ToUpperInvariant(), Summary(input))));
            Section("Options", ((VerbCommand)command).OptionFlags.Declarations.Concat(((VerbCommand)command).HostFlags.Declarations).Select(Row));
        }
        Section("Commands", command.Subcommands.Where(inner => !inner.Hidden).Select(inner => (inner.Name, inner.Description ?? "")));
        Section("Options of every command", CommandTree.GlobalFlags.Declarations.Select(Row).Append(("--help, -h", "Show this page.")).Append(("--version", "Show the version.")));
        Examples(ExamplesOf(command));
    }

    /// <summary>A verb's own; for a group, the first of each of its first verbs.</summary>
    private static IEnumerable<Example> ExamplesOf(Command command) => command switch
    {
        VerbCommand { Verb: var verb } => verb.Examples,
        RootCommand => Product.Examples,
        _ => command.Subcommands.SelectMany(inner => ExamplesOf(inner).Take(1)).Take(3),
    };

    private static string Usage(Command command)
    {
        if (command is not VerbCommand { Verb: var verb }) return " COMMAND [options]";
        return $"{Inputs(verb)} [options]";
    }

    /// <summary>The inputs of a verb in the usage line, with a blank before each.</summary>
    internal static string Inputs(Verb verb) =>
        string.Concat(verb.Inputs.Select(input => (input.IsOptional, input.IsMany) switch
        {
            (true, true) => $" [{input.Name.ToUpperInvariant()}...]",
            (true, false) => $" [{input.Name.ToUpperInvariant()}]",
            (false, true) => $" {input.Name.ToUpperInvariant()}...",
            _ => $" {input.Name.ToUpperInvariant()}",
        }));

    internal static string Summary(Input input) => input.Kind == InputKind.Word || input.Summary.Contains("standard input", StringComparison.Ordinal)
        ? input.Summary
        : $"{input.Summary}; - is standard input";

    private static (string, string) Row(OptionDeclaration option) => (Name(option), $"{option.Summary}{Facts(option)}");

    /// <summary>The flag with the word for its value.</summary>
    internal static string Name(OptionDeclaration option)
    {
        string value = option.Kind switch
        {
            _ when option.ValueWord.Length > 0 => $" {option.ValueWord}",
            OptionKind.Switch => "",
            OptionKind.Choice => " NAME",
            OptionKind.Number or OptionKind.WholeNumber when option.Shape == OptionShape.Map => " NAME=NUMBER",
            OptionKind.Number => " NUMBER",
            OptionKind.WholeNumber => " INTEGER",
            _ => " TEXT",
        };
        return $"--{option.FlagName}{value}".Replace(" [=", "[=", StringComparison.Ordinal);
    }

    private static string Facts(OptionDeclaration option)
    {
        var facts = new List<string>();
        if (option.Choices.Count > 0) facts.Add(string.Join(" | ", option.Choices));
        if (option.Range.Length > 0) facts.Add($"in {option.Range}");
        if (option.Unit.Length > 0) facts.Add($"unit {option.Unit}");
        if (option.Kind != OptionKind.Switch && option.DefaultText.Length > 0) facts.Add($"default {option.DefaultText}");
        if (option.Source.Length > 0) facts.Add(option.Source);
        if (option.Shape != OptionShape.Single) facts.Add("can be repeated");
        return facts.Count == 0 ? "" : $" [{string.Join("; ", facts)}]";
    }

    private void Section(string title, IEnumerable<(string Name, string Text)> rows)
    {
        bool first = true;
        foreach (var (name, text) in rows)
        {
            if (first) output.WriteLine($"\n{title}");
            first = false;
            string left = $"  {name}".PadRight(Indent);
            if (left[^1] != ' ') // a name as long as the column would touch its text
            {
                output.WriteLine(left);
                left = new string(' ', Indent);
            }
            foreach (string line in Fold(text))
            {
                output.WriteLine(left + line);
                left = new string(' ', Indent);
            }
        }
    }

    private void Examples(IEnumerable<Example> examples)
    {
        bool first = true;
        foreach (var (line, effect) in examples)
        {
            if (first) output.WriteLine("\nExamples");
            first = false;
            output.WriteLine($"  {line}\n      {effect}");
        }
    }

    private static IEnumerable<string> Fold(string text)
    {
        string line = "";
        foreach (string word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > Width - Indent)
            {
                yield return line;
                line = "";
            }
            line = line.Length == 0 ? word : $"{line} {word}";
        }
        yield return line;
    }
}
