using Residuum.Cli.CommandLine;
using Residuum.Discovery.Projects;
using Residuum.Experiments.Options;
using Residuum.Numerics.Errors;

namespace Residuum.Cli.Tests.Documentation;

/// <summary>What the pages show is what the product takes.</summary>
public sealed class PageTests
{
    public static TheoryData<string> All => Pages.All;

    [Theory, MemberData(nameof(All))]
    public void Every_command_line_of_a_block_is_taken_with_its_values(string page)
    {
        foreach (string line in Pages.Blocks(page).SelectMany(block => ShellLine.OfTool(block.Text)))
            Assert.True(Mistake(line) is null, $"{page}: '{line}': {Mistake(line)}");
    }

    [Theory, MemberData(nameof(All))]
    public void Every_command_that_is_named_exists(string page)
    {
        foreach (string line in Pages.Spans(page).Where(span => span.StartsWith("residuum ", StringComparison.Ordinal)))
        {
            string? mistake = Mistake(line); // what a mention leaves out is no mistake
            Assert.True(mistake is null || mistake.Contains("missing", StringComparison.Ordinal), $"{page}: '{line}': {mistake}");
        }
    }

    [Theory, MemberData(nameof(All))]
    public void Every_project_file_is_taken(string page)
    {
        foreach (var block in Pages.Blocks(page).Where(block => block.Language == "yaml" && block.Text.TrimStart().StartsWith("# project.yaml", StringComparison.Ordinal)))
        {
            var file = OptionFile.Parse(block.Text, page);
            var verb = Commands.Verb("discover run").Verb;
            if (verb.Elsewhere!.Takes(file)) verb = Commands.Verb($"discover {verb.Elsewhere.Verb}").Verb;
            OptionBinder.Bind(verb.Schema, file, new Dictionary<string, IReadOnlyList<string>>());
        }
    }

    [Theory, MemberData(nameof(All))]
    public void Every_option_of_a_project_that_is_named_exists(string page)
    {
        OptionSchema[] projects = [OptionSchema.Of<ProjectOptions>(), OptionSchema.Of<FlowProjectOptions>()];
        string[] keys = [.. projects.SelectMany(known => known.Flags).Select(flag => flag.FlagName)];
        foreach (string key in Pages.Spans(page).Where(span => projects.SelectMany(known => known.Options).Any(section => section.Section is not null && IsKeyOf(section.Name, span))))
        {
            string flag = key.Replace('.', '-');
            Assert.True(keys.Any(name => name == flag || name.StartsWith(flag + "-", StringComparison.Ordinal)), $"{page}: there is no option {key}");
        }
    }

    [Theory, MemberData(nameof(All))]
    public void Every_link_leads_to_a_file(string page)
    {
        string folder = Path.GetDirectoryName(page) ?? "";
        foreach (string target in Pages.Links(page))
        {
            string path = Path.GetRelativePath(Repository.Root, Path.GetFullPath(Repository.File(folder, target))).Replace('\\', '/');
            Assert.True(Pages.Generated.Contains(path) || Path.Exists(Repository.File(path)), $"{page}: {target} leads nowhere");
        }
    }

    [Theory, MemberData(nameof(All))]
    public void Every_page_of_the_site_stands_in_a_table_of_contents(string page)
    {
        if (!page.StartsWith("docs/", StringComparison.Ordinal)) return;
        string folder = Path.GetDirectoryName(page)!;
        string contents = File.ReadAllText(Repository.File(folder, "toc.yml"));
        Assert.Contains($"href: {Path.GetFileName(page)}\n", contents, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_command_line_is_seen()
    {
        Assert.Contains("unknown command", Mistake("residuum discover rum"), StringComparison.Ordinal);
        Assert.Contains("unknown option", Mistake("residuum runs list --sorted"), StringComparison.Ordinal);
        Assert.Contains("out of range", Mistake("residuum doctor --threads 0 # none"), StringComparison.Ordinal);
        Assert.Null(Mistake("residuum cite \"medida-ks\" >> paper.bib"));
    }

    private static bool IsKeyOf(string section, string text) =>
        text.StartsWith(section + ".", StringComparison.Ordinal) && text.All(c => char.IsAsciiLetterLower(c) || c is '.' or '-') && text[(section.Length + 1)..] is not ("nc" or "yaml" or "json" or "md");

    /// <summary>What the tool would say to a command line before it does anything; null for nothing.</summary>
    private static string? Mistake(string line)
    {
        string[] arguments = ShellLine.Arguments(line);
        var parse = CommandTree.Build(null).Parse(arguments);
        if (arguments.Any(argument => argument is "--help" or "--version")) return parse.UnmatchedTokens is [var token, ..] ? $"unknown command: found '{token}'" : null;
        if (UsageCheck.Find(parse, arguments) is { } mistake) return mistake.Message;
        try
        {
            OptionBinder.Bind<GlobalOptions>(null, CommandTree.GlobalFlags.Read(parse));
            var command = (VerbCommand)parse.CommandResult.Command;
            OptionBinder.Bind(command.Verb.Schema, null, command.OptionFlags.Read(parse));
            return null;
        }
        catch (UserError error)
        {
            return error.Message;
        }
    }
}
