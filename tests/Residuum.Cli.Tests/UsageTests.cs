using Residuum.Experiments.Methods;
using Residuum.Experiments.Options;
using Residuum.Numerics.Options;

namespace Residuum.Cli.Tests;

/// <summary>Walks all commands: every mistake is one line on standard error and exit code 2.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public static TheoryData<string> Verbs => Commands.Verbs;

    public static TheoryData<string> All => Commands.All;

    public void Dispose() => File.Delete(_file);

    [Theory, MemberData(nameof(All))]
    public void An_unknown_option_is_named(string words)
    {
        Refused(ToolRun.Here([.. Split(words), "--no-such-option"]), "--no-such-option");
        Refused(ToolRun.Here([.. Split(words), "--jsn"]), "did you mean '--json'?");
    }

    [Theory, MemberData(nameof(Verbs))]
    public void A_wrong_type_or_range_of_a_common_option_is_named(string words)
    {
        var line = Line(words);
        Refused(ToolRun.Here([.. line, "--seed", "many"]), "--seed: wrong value: found 'many', expected a whole number");
        Refused(ToolRun.Here([.. line, "--threads", "0"]), "--threads: value out of range: found 0, expected [1, 4096]");
        Refused(ToolRun.Here([.. line, "--seed"]), "--seed: a value is missing");
    }

    [Theory, MemberData(nameof(Verbs))]
    public void A_wrong_type_of_an_option_is_named(string words)
    {
        foreach (var flag in Flags(words).Where(flag => flag.Kind is OptionKind.Number or OptionKind.WholeNumber or OptionKind.Choice))
        {
            string value = flag.Shape == OptionShape.Map ? "a=wrong" : "wrong";
            Refused(ToolRun.Here([.. Line(words), $"--{flag.FlagName}={value}"]), $"--{flag.FlagName}: wrong value: found 'wrong', expected ");
        }
    }

    [Theory, MemberData(nameof(Verbs))]
    public void A_value_out_of_range_is_named(string words)
    {
        foreach (var flag in Flags(words).Where(flag => flag is { Range.Length: > 0, Shape: OptionShape.Single }))
        {
            var range = Interval.Parse(flag.Range);
            string outside = double.IsFinite(range.Low) ? $"{Math.Floor(range.Low) - 1:0}" : $"{Math.Ceiling(range.High) + 1:0}";
            Refused(ToolRun.Here([.. Line(words), $"--{flag.FlagName}={outside}"]), $"--{flag.FlagName}: value out of range: found {outside}, expected {flag.Range}");
        }
    }

    [Theory, MemberData(nameof(Verbs))]
    public void A_missing_input_is_named(string words)
    {
        foreach (var input in Commands.Verb(words).Verb.Inputs.Where(input => !input.IsOptional).Take(1))
            Refused(ToolRun.Here(Split(words)), $"{input.Name.ToUpperInvariant()} is missing");
    }

    [Theory, MemberData(nameof(Verbs))]
    public void A_missing_file_is_named(string words)
    {
        if (Commands.Verb(words).Verb.Inputs.Any(input => input.Kind != InputKind.Word))
            Refused(ToolRun.Here(Inputs(words, "no/such/file")), "no/such/file: no such file");
        if (Commands.Verb(words).HostFlags.Declarations.Any(flag => flag.Name == "options"))
            Refused(ToolRun.Here([.. Line(words), "--options", "no/such.yaml"]), "no/such.yaml: no such file");
    }

    [Theory, MemberData(nameof(Verbs))]
    public void Options_from_standard_input_are_read_with_their_line(string words)
    {
        var command = Commands.Verb(words);
        if (command.Verb.Inputs.Any(input => input.Kind == InputKind.Options))
            Refused(ToolRun.Here(Inputs(words, "-"), "\nno-such-key: 1"), "standard input:2: unknown key: found 'no-such-key'");
        else if (command.Verb.Schema.Options.Count > 0)
            Refused(ToolRun.Here([.. Line(words), "--options", "-"], "\nno-such-key: 1"), "standard input:2: unknown key: found 'no-such-key'");
    }

    [Theory, MemberData(nameof(Verbs))]
    public void An_argument_too_many_is_named(string words)
    {
        string[] line = [.. Inputs(words, _file, optional: true)];
        if (!Commands.Verb(words).Verb.Inputs.Any(input => input.IsMany)) Refused(ToolRun.Here([.. line, "surplus"]), "found 'surplus'");
    }

    [Theory]
    [InlineData("discver", "unknown command: found 'discver'")]
    [InlineData("studdy", "did you mean 'study'?")]
    [InlineData("study", "study: a command is missing: expected list, run")]
    [InlineData("study rum", "study: unknown command: found 'rum'; did you mean 'run'?")]
    public void A_wrong_command_is_named(string line, string part) => Refused(ToolRun.Here(line.Split(' ')), part);

    [Fact]
    public void The_whole_exception_is_shown_only_with_debug()
    {
        var plain = ToolRun.Here(["cite", "nothing"]);
        Refused(plain, "unknown method");
        var debug = ToolRun.Here(["cite", "nothing", "--debug"]);
        Assert.Equal(2, debug.ExitCode);
        Assert.Contains("   at Residuum.Cli.", debug.Error, StringComparison.Ordinal);
    }

    private static void Refused(ToolRun run, string part)
    {
        Assert.Contains(part, run.Error, StringComparison.Ordinal);
        Assert.StartsWith("residuum: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
    }

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<OptionDeclaration> Flags(string words) => Commands.Verb(words).OptionFlags.Declarations;

    private string[] Line(string words) => Inputs(words, _file);

    private static string[] Inputs(string words, string file, bool optional = false)
    {
        var inputs = Commands.Verb(words).Verb.Inputs.Where(input => optional || !input.IsOptional || input.Kind == InputKind.Options);
        return [.. Split(words), .. inputs.Select(input => input.Kind == InputKind.Word ? "word" : file)];
    }
}
