using System.Text.Json;

namespace Residuum.Cli.Tests;

/// <summary>From observations in a file to a corrected model, command by command, as a user goes.</summary>
public sealed class DiscoverCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_missing_term_is_found_explained_exported_and_used()
    {
        string observations = _folder.File("obs.nc"), project = _folder.File("project.yaml");
        Done("discover", "observe", "--output", observations, "--observe-samples", "12", "--observe-spin-up", "50", "--points", "128", "--observe-lag", "0.05", "--observe-noise", "0.001");
        Done("discover", "init", "--from", observations, "--output", project);
        string[] imperfect = ["--model-parameters", "advection=0", "--model-step", "0.01", "--runs", _folder.File("runs")];

        var run = Done(["discover", "run", project, "--method-replicates", "5", "--json", .. imperfect]);
        using var result = JsonDocument.Parse(run.Output);
        Assert.Equal("found", result.RootElement.GetProperty("verdict").GetString());
        var term = Assert.Single(result.RootElement.GetProperty("fields")[0].GetProperty("terms").EnumerateArray().ToList());
        Assert.Equal("u u_x", term.GetProperty("name").GetString());
        Assert.Equal(-1, term.GetProperty("coefficient").GetDouble(), 0.01);
        string report = Path.Combine(result.RootElement.GetProperty("run").GetString()!, "report.html");
        Assert.Contains("<math", File.ReadAllText(report), StringComparison.Ordinal);

        Assert.Contains("u u_x", Kept(Done("discover", "explain", "latest", "--runs", _folder.File("runs")).Output), StringComparison.Ordinal);
        Assert.Contains("def missing_u(u, u_x):", Done("discover", "export", "latest", "--runs", _folder.File("runs")).Output, StringComparison.Ordinal);
        Done("discover", "predict", "latest", "--intervals", "3", "--output", _folder.File("forecast.nc"), "--runs", _folder.File("runs"));
        Assert.True(new FileInfo(_folder.File("forecast.nc")).Length > 4 * 128 * sizeof(double));
    }

    [Fact]
    public void The_solver_of_a_project_is_checked_stepped_and_run()
    {
        string observations = _folder.File("obs.nc");
        Done("discover", "observe", "--output", observations, "--observe-samples", "6", "--observe-spin-up", "5", "--points", "32", "--length", "22");
        File.WriteAllText(_folder.File("project.yaml"), "observations: {file: obs.nc}\nmodel: {name: kuramoto-sivashinsky, step: 0.0025}\n");
        string[] project = [_folder.File("project.yaml")];
        Assert.Contains("the solver keeps the contract", Done(["solver", "check", .. project]).Output, StringComparison.Ordinal);
        Done(["discover", "solver", "step", "--output", _folder.File("steps.nc"), .. project]);
        Done(["discover", "solver", "run", "--intervals", "2", "--output", _folder.File("run.nc"), .. project]);
        Done(["discover", "assimilate", "--observations-noise", "0.01", "--method-assimilation-filter", "etkf", "--method-assimilation-members-per-point", "0.5", "--output", _folder.File("analyses.nc"), .. project]);
        Assert.Contains("candidate terms", Done(["discover", "run", "--dry-run", "--library-max-power", "1", "--runs", _folder.File("runs"), .. project]).Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("runs")));
    }

    [Fact]
    public void A_command_from_a_project_file_is_shown_and_not_run_without_trust()
    {
        string observations = _folder.File("obs.nc"), project = _folder.File("project.yaml");
        Done("discover", "observe", "--output", observations, "--observe-samples", "10", "--observe-spin-up", "1", "--points", "32", "--length", "22", "--observe-lags", "1");
        File.WriteAllText(project, $"observations: {{file: obs.nc}}\nsolver:\n  command: [touch, {_folder.File("ran")}, \"{{in}}\", \"{{out}}\"]\n");
        foreach (string[] line in (string[][])[["solver", "check", project], ["discover", "run", project, "--runs", _folder.File("runs")]])
        {
            var run = ToolRun.Here(line);
            Assert.Equal(2, run.ExitCode);
            Assert.Contains("touch", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
            Assert.False(File.Exists(_folder.File("ran")));
        }
    }

    [Fact]
    public void The_demonstration_finds_the_term_from_the_file_and_forecasts_longer_with_it()
    {
        Effort.Slow();
        var run = Done("discover", "demo", "--case", "half-advection", "--samples", "12", "--starts", "2", "--output", _folder.File("demo"), "--runs", _folder.File("runs"), "--json");
        using var result = JsonDocument.Parse(run.Output);
        var scene = result.RootElement.GetProperty("scenes")[0];
        Assert.Equal("u u_x", scene.GetProperty("found").GetProperty("fields")[0].GetProperty("terms")[0].GetProperty("name").GetString());
        Assert.True(scene.GetProperty("corrected").GetProperty("mean").GetDouble() > 3 * scene.GetProperty("original").GetProperty("mean").GetDouble());
        Assert.Contains("data:image/svg+xml", File.ReadAllText(scene.GetProperty("report").GetString()!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("discover demo --case no-such-case", "no such case")]
    [InlineData("discover run", "no observations")]
    [InlineData("discover init", "no observations")]
    [InlineData("discover init --from no/such.nc", "no/such.nc")]
    [InlineData("discover explain nothing", "there is no such run")]
    [InlineData("discover observe --model-name lorentz", "no such model")]
    [InlineData("discover observe --model-parameters wind=1", "has no such parameter")]
    public void A_mistake_is_one_line(string line, string part)
    {
        var run = ToolRun.Here([.. line.Split(' '), "--runs", _folder.File("runs")]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(part, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    private static string Kept(string explanation) => explanation.Split('\n').Single(line => line.Contains(" kept ", StringComparison.Ordinal) && line.StartsWith("u ", StringComparison.Ordinal));

    private static ToolRun Done(params string[] arguments)
    {
        var run = ToolRun.Here(arguments);
        Assert.True(run.ExitCode == 0, $"residuum {string.Join(' ', arguments)} ended with {run.ExitCode}: {run.Error}{run.Output}");
        return run;
    }
}
