using Residuum.Cli.Commands;
using Residuum.Cli.Hosting;
using Residuum.Experiments.Methods;
using Residuum.Experiments.Studies;

namespace Residuum.Cli.Tests;

public sealed class StudyCommandTests
{
    [Theory]
    [InlineData(0.5, Outcome.Done, "holds")]
    [InlineData(2, Outcome.DoesNotHold, "fails")]
    public void Only_a_gate_that_fails_makes_the_exit_code_3(double measured, Outcome outcome, string verdict)
    {
        var result = new StudyOutcome([StudyRunner.Run(new OneGateStudy(measured), Profile.Smoke)], Several: false);
        Assert.Equal(outcome, result.Outcome());

        var json = result.ToJson()!;
        Assert.Equal(1, (int)json["schemaVersion"]!);
        Assert.Equal("one-gate", (string?)json["study"]);
        Assert.Equal(verdict, (string?)json["claims"]![0]!["verdict"]);

        var text = new StringWriter();
        result.Write(new PlainPage(text));
        Assert.Contains("the number is at most one", text.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("study run --smoke --full --all", "--smoke and --full together")]
    [InlineData("study run --all --resume", "--resume with --all")]
    [InlineData("study run word --all", "a study beside --all")]
    [InlineData("study run no-such-study", "unknown study: found 'no-such-study'")]
    [InlineData("study run", "STUDY is missing")]
    [InlineData("study report --output no/such/folder/claims.md", "can not write")]
    public void Contradictions_are_refused(string line, string part)
    {
        var run = ToolRun.Here(line.Split(' '));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(part, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_of_claims_is_written_to_a_file()
    {
        using var folder = new TemporaryFolder();
        var run = ToolRun.Here(["study", "report", "--output", folder.File("claims.md"), "--runs", folder.File("runs")]);
        Assert.Equal((0, folder.File("claims.md") + "\n"), (run.ExitCode, run.Output));
        Assert.StartsWith("# Claims\n", File.ReadAllText(folder.File("claims.md")), StringComparison.Ordinal);
    }

    private sealed class OneGateStudy(double measured) : Study<OneGateStudy.Settings>
    {
        public sealed record Settings;

        public override string Title => "One gate";

        public override Citation Citation => new(["A. Author"], "A title", "A journal 1, 2", 2022);

        public override Settings Smoke => new();

        public override Settings Quick => new();

        public override Settings Full => new();

        protected override void Run(Settings settings, StudyContext run) => run.Gate("the number is at most one", measured, Is.AtMost(1));
    }
}
