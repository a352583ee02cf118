using System.CommandLine;
using System.CommandLine.Help;
using Residuum.Cli.Reference;
using Residuum.Experiments.Methods;
using Residuum.Experiments.Options;

namespace Residuum.Cli.CommandLine;

/// <summary>Builds the commands from the groups and single verbs; what a command line does not name stays unbuilt, so that help is quick.</summary>
internal sealed class CommandTree
{
    private readonly IReadOnlyCollection<string> _arguments;

    private CommandTree(IReadOnlyCollection<string> arguments) => _arguments = arguments;

    public static FlagSet GlobalFlags { get; } = new(OptionSchema.Of<GlobalOptions>().Flags, recursive: true);

    /// <summary>The root command.</summary>
    /// <param name="arguments">The command line; null builds everything.</param>
    public static RootCommand Build(IReadOnlyCollection<string>? arguments)
    {
        var tree = new CommandTree(arguments ?? []);
        var root = new RootCommand(Product.Summary);
        root.Options.Remove(root.Options.OfType<HelpOption>().Single());
        root.Options.Add(new HelpOption("--help", "-h") { Action = new HelpPageAction() });
        GlobalFlags.AddTo(root);
        foreach (var group in Product.Groups)
        {
            var command = new Command(group.Name, group.Summary);
            bool named = arguments is null || tree.Named(group.Name) || group.Shortcuts.Any(tree.Named);
            if (named) Fill(command, group.Verbs());
            root.Subcommands.Add(command);
            foreach (string shortcut in group.Shortcuts) root.Subcommands.Add(Shortcut(shortcut, group, named));
        }
        Fill(root, Product.Verbs);
        root.Subcommands.Add(new VerbCommand(ReferenceCommand.Verb.Name, ReferenceCommand.Verb) { Hidden = true });
        return root;
    }

    private static Command Shortcut(string word, CommandGroup group, bool named)
    {
        var command = new Command(word, $"Same as {group.Name} {word}.") { Hidden = true };
        if (named) Fill(command, group.Verbs().Where(verb => verb.Name.StartsWith(word + " ", StringComparison.Ordinal)), skip: 1);
        return command;
    }

    private static void Fill(Command parent, IEnumerable<Verb> verbs, int skip = 0)
    {
        foreach (var verb in verbs)
        {
            string[] words = verb.Name.Split(' ')[skip..];
            var place = parent;
            foreach (string word in words.SkipLast(1)) place = Inner(place, word);
            place.Subcommands.Add(new VerbCommand(words[^1], verb));
            if (place != parent) place.Description = $"Commands: {string.Join(", ", place.Subcommands.Select(inner => inner.Name))}.";
        }
    }

    private static Command Inner(Command parent, string word)
    {
        if (parent.Subcommands.FirstOrDefault(command => command.Name == word) is { } known) return known;
        var inner = new Command(word);
        parent.Subcommands.Add(inner);
        return inner;
    }

    /// <summary>Whether the command line may mean a word; a line to complete stands in one argument.</summary>
    private bool Named(string word) => _arguments.Any(argument => argument.Contains(word, StringComparison.Ordinal));
}
