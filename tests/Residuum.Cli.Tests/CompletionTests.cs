namespace Residuum.Cli.Tests;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("residuum stu", "study")]
    [InlineData("residuum study r", "run")]
    [InlineData("residuum study run --prof", "--profile")]
    [InlineData("residuum study run --profile ", "smoke")]
    [InlineData("residuum study list --js", "--json")]
    [InlineData("residuum completion ", "fish")]
    public void A_line_is_completed(string line, string expected) =>
        Assert.Contains(expected, ToolRun.Here([$"[suggest:{line.Length}]", line]).Output.Split('\n'));

    [Theory]
    [InlineData("bash", "complete -o default -F _residuum residuum")]
    [InlineData("zsh", "compdef _residuum residuum")]
    [InlineData("fish", "complete -c residuum")]
    [InlineData("pwsh", "Register-ArgumentCompleter")]
    public void Every_shell_has_its_script(string shell, string part) =>
        Assert.Contains(part, ToolRun.Here(["completion", shell]).Output, StringComparison.Ordinal);
}
