using Residuum.Cli.CommandLine;

namespace Residuum.Cli.Tests;

public sealed class HelpTests
{
    public static TheoryData<string> All => Commands.All;

    public static TheoryData<string> Verbs => Commands.Verbs;

    [Theory, MemberData(nameof(All))]
    public void Every_command_has_a_page_with_usage_and_examples(string words)
    {
        var run = ToolRun.Here([.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains($"Usage: residuum {words}".TrimEnd(), run.Output, StringComparison.Ordinal);
        Assert.Matches("\nExamples\n  .*residuum ", run.Output);
        Assert.All(run.Output.Split('\n'), line => Assert.True(line.Length <= 140, line));
    }

    [Theory, MemberData(nameof(Verbs))]
    public void Every_flag_stands_on_the_page_once(string words)
    {
        var command = Commands.Verb(words);
        var flags = command.OptionFlags.Declarations.Concat(command.HostFlags.Declarations).Concat(CommandTree.GlobalFlags.Declarations).Select(flag => flag.FlagName).ToList();
        Assert.Equal(flags.Distinct(), flags);
        string page = ToolRun.Here([.. words.Split(' '), "--help"]).Output;
        Assert.All(flags, flag => Assert.Single(page.Split('\n'), line => line.StartsWith($"  --{flag} ", StringComparison.Ordinal) || line == $"  --{flag}" || line.StartsWith($"  --{flag}[", StringComparison.Ordinal)));
    }

    /// <summary>Pages that were read by eye; write them again with RESIDUUM_ACCEPT=1 and read what changed.</summary>
    [Theory]
    [InlineData("", "residuum")]
    [InlineData("study", "study")]
    [InlineData("study run", "study-run")]
    [InlineData("cite", "cite")]
    [InlineData("discover", "discover")]
    [InlineData("discover init", "discover-init")]
    public void The_page_is_the_stored_one(string words, string file)
    {
        string page = ToolRun.Here([.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]).Output;
        string stored = Repository.File("tests", "Residuum.Cli.Tests", "Help", $"{file}.txt");
        if (Environment.GetEnvironmentVariable("RESIDUUM_ACCEPT") == "1") File.WriteAllText(stored, page);
        Assert.Equal(File.ReadAllText(stored), page);
    }

    [Fact]
    public void Without_a_command_the_page_is_shown() => Assert.Equal(ToolRun.Here(["--help"]), ToolRun.Here([]));

    [Fact]
    public void The_version_is_a_line() => Assert.Matches(@"^\d+\.\d+\.\d+\S*\n$", ToolRun.Here(["--version"]).Output);
}
