using System.Text;
using Residuum.Cli.CommandLine;
using Residuum.Experiments.Methods;
using Residuum.Experiments.Options;

namespace Residuum.Cli.Reference;

/// <summary>The reference pages of the documentation, derived from the declared commands and options.</summary>
internal static class ReferencePages
{
    private const string Notice = "<!-- Written by `residuum reference docs/reference`: change the declarations, not this page. -->\n\n";

    /// <summary>Every page, by file name.</summary>
    public static IReadOnlyDictionary<string, string> All()
    {
        var pages = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["commands.md"] = Commands() };
        foreach (var group in Product.Groups) pages[$"{group.Name}.md"] = Group(group);
        return pages;
    }

    private static string Commands()
    {
        var text = new StringBuilder("# Commands\n\n").Append(Notice);
        text.Append("| command | what it does |\n|---|---|\n");
        foreach (var group in Product.Groups) text.Append($"| [{group.Name}]({group.Name}.md) | {group.Summary} |\n");
        foreach (var verb in Product.Verbs) text.Append($"| [{verb.Name}](#{verb.Name}) | {verb.Summary} |\n");
        text.Append("\n## Options of every command\n\n").Append(OptionTable.Markdown(OptionSchema.Of<GlobalOptions>()));
        text.Append(ExitCodes);
        foreach (var verb in Product.Verbs) Verb(text, "", verb);
        return text.ToString();
    }

    private static string Group(CommandGroup group)
    {
        var text = new StringBuilder($"# {group.Name}\n\n").Append(Notice).Append(group.Summary).Append('\n');
        foreach (var verb in group.Verbs()) Verb(text, $"{group.Name} ", verb);
        return text.ToString();
    }

    private static void Verb(StringBuilder text, string prefix, Verb verb)
    {
        text.Append($"\n## {prefix}{verb.Name}\n\n{verb.Summary}\n\n```\nresiduum {prefix}{verb.Name}{HelpPage.Inputs(verb)} [options]\n```\n");
        if (verb.Inputs.Count > 0) text.Append("\n| input | what it is |\n|---|---|\n");
        foreach (var input in verb.Inputs) text.Append($"| `{input.Name.ToUpperInvariant()}` | {HelpPage.Summary(input)} |\n");
        if (verb.Schema.Options.Count > 0)
            text.Append("\nAs flags the points of a key become hyphens: `section.key` is `--section-key`.\n\n").Append(OptionTable.Markdown(verb.Schema));
        var host = VerbFlags.For(verb).ToList();
        if (host.Count > 0) text.Append("\n| flag | what it does |\n|---|---|\n");
        foreach (var flag in host) text.Append($"| `{HelpPage.Name(flag)}` | {flag.Summary} |\n");
        if (verb.Examples.Count > 0) text.Append("\nExamples\n\n");
        foreach (var (line, effect) in verb.Examples) text.Append($"- `{line}`: {effect}\n");
    }

    private const string ExitCodes = """

        ## Exit codes

        | code | meaning |
        |---|---|
        | 0 | done |
        | 1 | the work failed |
        | 2 | wrong usage or input: one line says what, where, what was found, what was expected and what to do |
        | 3 | a gate or control does not hold, or a corrected model fails its held-out validation |
        | 130 | ended by Ctrl-C |
        | 143 | ended by SIGTERM |

        """;
}
