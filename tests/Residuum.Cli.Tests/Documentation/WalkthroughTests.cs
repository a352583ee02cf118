using System.Diagnostics;

namespace Residuum.Cli.Tests.Documentation;

/// <summary>The tutorial and the Python page, done as a reader does them: in a folder of their own, command by command.</summary>
public sealed class WalkthroughTests : IDisposable
{
    private static readonly string ToolPath = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "residuum.exe" : "residuum");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_commands_of_the_tutorial_find_explain_and_use_the_missing_term()
    {
        var said = new Dictionary<string, string>();
        foreach (string line in Pages.Blocks("docs/tutorial/discover.md").Where(block => block.Language == "sh").SelectMany(block => ShellLine.OfTool(block.Text)))
            said[line] = Run(ToolPath, ShellLine.Arguments(line));
        Assert.True(said.Count >= 6, $"{said.Count} commands in the tutorial");
        Assert.Matches(@"u_t = f\(u\) - \(1\.00\d* ± 0\.00\d+\) u u_x\n", said.Values.Single(text => text.Contains("u_t = ", StringComparison.Ordinal)));
        Assert.Contains(said.Values, text => text.Contains("elemental function missing_u(u, u_x)", StringComparison.Ordinal));
        Assert.True(File.Exists(_folder.File("forecast.nc")));
    }

    [Fact]
    public void The_page_on_Python_shows_the_sample() =>
        Assert.Equal(
            File.ReadAllText(Repository.File("samples", "python", "discover.py")),
            Pages.Blocks("docs/how-to/use-from-python.md").Single(block => block.Language == "python").Text);

    [Fact, Trait("Needs", "python")]
    public void The_sample_in_Python_prints_the_terms_and_opens_the_forecast()
    {
        string python = Needs.PythonModule("xarray");
        Run(ToolPath, ["discover", "observe", "--points", "128", "--observe-samples", "12", "--observe-lags", "1", "--observe-lag", "0.05", "--observe-noise", "0.001", "--observe-spin-up", "50", "--output", "obs.nc"]);
        File.WriteAllText(_folder.File("project.yaml"), "observations: {file: obs.nc}\nmodel: {name: kuramoto-sivashinsky, parameters: {advection: 0}, step: 0.01}\nmethod: {replicates: 5}\n");
        string said = Run(python, [Repository.File("samples", "python", "discover.py"), "project.yaml"]);
        Assert.Matches(@"u: -1\.0\d+ ± 0\.\d+  u u_x", said);
        Assert.Matches("time: 51", said);
        Assert.Matches(@"energy from \d\.\d+ to \d\.\d+", said);
    }

    private string Run(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder.Path, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["RESIDUUM"] = ToolPath;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {error.Result}{output}");
        return output;
    }
}
