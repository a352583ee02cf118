using System.Globalization;
using System.Text.RegularExpressions;

namespace Residuum.Cli.Tests.Documentation;

/// <summary>The first use of the library, as README.md shows it.</summary>
public sealed partial class FirstUseTests
{
    [Fact]
    public void The_page_shows_the_program_that_is_compiled()
    {
        string block = Pages.Blocks("README.md").Single(block => block.Language == "csharp").Text;
        string program = File.ReadAllText(Repository.File("samples", "FirstUse", "Program.cs"));
        Assert.Equal(program[program.IndexOf("using", StringComparison.Ordinal)..], block);
    }

    [Fact]
    public void The_program_finds_the_missing_term()
    {
        string program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "FirstUse.exe" : "FirstUse");
        string[] lines = ChildProcess.Output(program).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("Found", lines[0].Trim());
        var term = Term().Match(Assert.Single(lines[1..]));
        Assert.Equal("u u_x", term.Groups["name"].Value);
        double coefficient = double.Parse(term.Groups["coefficient"].Value, CultureInfo.InvariantCulture), error = double.Parse(term.Groups["error"].Value, CultureInfo.InvariantCulture);
        Assert.InRange(error, 1e-4, 0.02);
        Assert.InRange(coefficient, -1 - (4 * error), -1 + (4 * error));
    }

    [GeneratedRegex(@"^(?<coefficient>\S+) ± (?<error>\S+) (?<name>[^\r]+)")]
    private static partial Regex Term();
}
