using System.Text.Json;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Solvers;

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
        Assert.StartsWith("u_t = f(u) - (", Done("discover", "export", "latest", "--runs", _folder.File("runs")).Output, StringComparison.Ordinal);
        Assert.Contains("def missing_u(u, u_x):", Done("discover", "export", "latest", "--to", "python", "--runs", _folder.File("runs")).Output, StringComparison.Ordinal);
        Assert.Contains("<math>", Done("discover", "export", "latest", "--to", "mathml", "--runs", _folder.File("runs")).Output, StringComparison.Ordinal);
        string folder = result.RootElement.GetProperty("run").GetString()!;
        Assert.All(["increments.nc", "missing-0.c", "missing-0.f90", "missing-0.py", "missing-0.cs", "corrected.yaml", "figures/increment-spectrum.svg"], file => Assert.True(File.Exists(Path.Combine(folder, file)), file));
        Done("discover", "solver", "run", Path.Combine(folder, "corrected.yaml"), "--intervals", "2", "--output", _folder.File("corrected.nc"));
        var skill = Done("discover", "skill", "latest", "--truth-name", "kuramoto-sivashinsky", "--truth-step", "0.05", "--compare-starts", "2", "--compare-spin-up", "10", "--compare-lyapunov-duration", "20", "--compare-horizon", "0.5", "--json", "--runs", _folder.File("runs"));
        using var times = JsonDocument.Parse(skill.Output);
        var valid = times.RootElement.GetProperty("skill").GetProperty("validTimes")[1];
        Assert.True(valid.GetProperty("corrected").GetProperty("mean").GetDouble() > valid.GetProperty("original").GetProperty("mean").GetDouble());
        Done("discover", "predict", "latest", "--from", observations, "--time", "0.15", "--output", _folder.File("forecast.nc"), "--runs", _folder.File("runs"));
        Assert.True(new FileInfo(_folder.File("forecast.nc")).Length > 4 * 128 * sizeof(double));
    }

    [Fact]
    public void A_variable_that_is_called_script_does_nothing_in_the_report()
    {
        string file = _folder.File("hostile.nc");
        Done("discover", "observe", "--output", _folder.File("obs.nc"), "--observe-samples", "12", "--observe-spin-up", "20", "--points", "32", "--length", "22", "--observe-lags", "1", "--observe-lag", "0.05");
        var set = ObservationSet.Open(_folder.File("obs.nc"));
        var layout = set.Layout with { Fields = ["<script>alert(1)<script>"] };
        new ObservationSet([.. set.States.Select(batch => new StateBatch(layout, batch.Members, batch.Values))], set.TimeSteps, set.Metadata, set.Times).Write(file, "test");
        string runs = _folder.File("runs");
        Done("discover", "run", "--observations-file", file, "--model-name", "kuramoto-sivashinsky", "--model-case", "no-advection", "--model-step", "0.01", "--library-max-power", "1", "--method-replicates", "0", "--runs", runs);
        string report = File.ReadAllText(Directory.GetFiles(runs, "report.html", SearchOption.AllDirectories).Single());
        Assert.DoesNotContain("<script", report, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", report, StringComparison.Ordinal);
        Assert.Contains("def missing_f0(f0, f0_x):", Done("discover", "export", "latest", "--to", "python", "--runs", runs).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_library_does_not_hold_is_not_explained_and_ends_with_3()
    {
        Done("discover", "observe", "--output", _folder.File("obs.nc"), "--observe-samples", "12", "--observe-spin-up", "20", "--points", "32", "--length", "22", "--observe-lags", "1", "--observe-lag", "0.05");
        string runs = _folder.File("runs");
        var run = ToolRun.Here(["discover", "run", "--observations-file", _folder.File("obs.nc"), "--model-name", "kuramoto-sivashinsky", "--model-case", "no-advection", "--model-step", "0.01", "--library-terms", "u_xxx", "--library-only-terms", "--method-replicates", "0", "--runs", runs]);
        Assert.Equal((3, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("u_t = f(u) + ?\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("Not explained: ", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, ToolRun.Here(["discover", "export", "latest", "--to", "c", "--runs", runs]).ExitCode);
        Assert.Equal(2, ToolRun.Here(["discover", "predict", "latest", "--runs", runs]).ExitCode);
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
        var skill = scene.GetProperty("skill");
        var valid = skill.GetProperty("skill").GetProperty("validTimes")[1];
        Assert.True(valid.GetProperty("corrected").GetProperty("mean").GetDouble() > 3 * valid.GetProperty("original").GetProperty("mean").GetDouble());
        Assert.True(File.Exists(skill.GetProperty("figure").GetString()));
        Assert.Contains("data:image/svg+xml", File.ReadAllText(Path.Combine(skill.GetProperty("run").GetString()!, "report.html")), StringComparison.Ordinal);
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
