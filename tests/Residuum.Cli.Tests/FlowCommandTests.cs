using System.Text.Json;
using Residuum.Data;
using Residuum.Discovery.Models;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Sensors.Layered;

namespace Residuum.Cli.Tests;

/// <summary>From readings of a two-layer flow in a file to the missing terms, as a user goes.</summary>
public sealed class FlowCommandTests : IDisposable
{
    // A coarse grid with the hyperdiffusion that it needs: a spin-up of 2500 steps takes a second.
    private const string Diffusion = "1e-2";

    private static readonly string[] Quick = ["--method-cut", "6", "--method-replicates", "4"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Too_much_friction_is_found_by_discover_run_and_the_corrected_model_forecasts_better()
    {
        Observe("--observe-pairs", "5");
        File.WriteAllText(_folder.File("flow.yaml"), $"observations: {{file: flow.nc}}\nmodel: {{name: two-layer, case: 1006, parameters: {{hyperdiffusion: {Diffusion}}}}}\n");
        // --method-cut is an option of 'discover flow' alone.
        var run = Done(["discover", "run", _folder.File("flow.yaml"), "--json", "--runs", _folder.File("runs"), .. Quick]);
        using var json = JsonDocument.Parse(run.Output);
        var result = json.RootElement;
        Assert.Equal("found", result.GetProperty("verdict").GetString());
        Assert.Empty(result.GetProperty("layers")[0].GetProperty("terms").EnumerateArray());
        var term = Assert.Single(result.GetProperty("layers")[1].GetProperty("terms").EnumerateArray().ToList());
        Assert.Equal(("lap(psi2)", "1/time"), (term.GetProperty("term").GetString(), term.GetProperty("unit").GetString()));
        Assert.Equal(0.3, term.GetProperty("coefficient").GetDouble(), 1e-3);
        var forecasts = result.GetProperty("forecasts");
        Assert.True(forecasts.GetProperty("heldOut").GetBoolean());
        Assert.Equal(4, result.GetProperty("pairs").GetInt32());
        var leads = forecasts.GetProperty("leads").EnumerateArray().ToList();
        Assert.Equal(2, leads.Count);
        Assert.All(leads, lead => Assert.True(10 * lead.GetProperty("corrected")[1].GetDouble() < lead.GetProperty("given")[1].GetDouble()));
        string folder = result.GetProperty("run").GetString()!;
        Leaves(folder);
        var explained = ToolRun.Here(["discover", "explain", Path.GetFileName(folder).Split('-')[1], "--runs", _folder.File("runs")]);
        Assert.Equal(2, explained.ExitCode);
        Assert.Contains("a run of discover flow is read by its report", Assert.Single(explained.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_library_does_not_hold_is_not_explained_and_ends_with_3()
    {
        Observe("--observe-sensors", "all");
        var run = ToolRun.Here(["discover", "flow", "--observations-file", _folder.File("flow.nc"), "--model-case", "1006", "--model-parameters-hyperdiffusion", Diffusion, "--library-terms", "y", "--runs", _folder.File("runs"), .. Quick]);
        Assert.Equal((3, ""), (run.ExitCode, run.Error));
        Assert.Contains("q2_t = f2(psi1, psi2) + ?\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("Layer 2: not explained", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_perfect_model_misses_nothing()
    {
        Observe();
        var run = Done(["discover", "flow", "--observations-file", _folder.File("flow.nc"), "--model-parameters-hyperdiffusion", Diffusion, "--runs", _folder.File("runs"), .. Quick]);
        Assert.StartsWith("q1_t = f1(psi1, psi2)\nq2_t = f2(psi1, psi2)\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("Layer 2: nothing missing", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Potential_vorticity_is_inverted_and_held_out_sensors_choose_the_interpolator()
    {
        var states = Twin(out var model);
        var q = new LayeredStates(model.Grid, states.Times, [.. states.States.Select(psi => model.PotentialVorticity(psi))], ObservedQuantity.PotentialVorticity, new ObservationMetadata());
        q.Write(_folder.File("q.nc"));
        string[] of = ["discover", "flow", "--observations-file", _folder.File("q.nc"), "--model-parameters-hyperdiffusion", Diffusion, "--model-parameters-friction", "0", "--runs", _folder.File("runs"), .. Quick];
        var run = Done(of);
        Assert.Contains("lap(psi2)\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("potential vorticity was read", run.Output, StringComparison.Ordinal);
        Observe();
        of[3] = _folder.File("flow.nc");
        var chosen = Done([.. of, "--interpolation-method", "auto"]);
        Assert.Contains("Chosen among ", chosen.Output, StringComparison.Ordinal);
        Assert.Contains("- (0.0", chosen.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dry_run_tells_sizes_and_writes_nothing()
    {
        Observe();
        var run = Done(["discover", "flow", "--observations-file", _folder.File("flow.nc"), "--dry-run", "--runs", _folder.File("runs"), .. Quick]);
        Assert.Matches(@"grid +32 x 48\n", run.Output);
        Assert.Matches($@"rows of each layer +{3 * 20 * 36}\n", run.Output);
        Assert.False(Directory.Exists(_folder.File("runs")));
    }

    [Theory]
    [InlineData("interpolation.method: unknown interpolator: found splines", "--interpolation-method", "splines")]
    [InlineData("method.cut: the cut leaves nothing of the grid", "--method-cut", "30")]
    [InlineData("expected 64 x 96 points", "--model-nx", "64", "--model-ny", "96")]
    [InlineData("grid points are given along one axis alone", "--model-nx", "32")]
    [InlineData("--model-case: no such case: found '99'", "--model-case", "99")]
    [InlineData("library.terms: no such candidate term: found 'lap(psi3)'", "--library-terms", "lap(psi3)")]
    [InlineData("--model-name: ", "--model-name", "one-layer")]
    public void A_mistake_is_one_line(string expected, params string[] mistake)
    {
        Observe();
        var run = ToolRun.Here(["discover", "flow", "--observations-file", _folder.File("flow.nc"), "--runs", _folder.File("runs"), "--method-cut=6", .. mistake]);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(expected, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_layers_is_refused_in_one_line()
    {
        Done(["discover", "observe", "--output", _folder.File("ks.nc"), "--observe-samples", "3", "--observe-spin-up", "1", "--points", "32", "--length", "22"]);
        var run = ToolRun.Here(["discover", "flow", "--observations-file", _folder.File("ks.nc"), "--runs", _folder.File("runs")]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("layer", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_of_another_model_stays_with_discover_run()
    {
        File.WriteAllText(_folder.File("project.yaml"), "model: {name: kuramoto-sivashinsky}\n");
        var run = ToolRun.Here(["discover", "run", _folder.File("project.yaml"), "--method-cut", "6"]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("discover run: unknown option: found '--method-cut'", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    private static void Leaves(string folder)
    {
        Assert.All(
            ["run.json", "result.json", "project.yaml", "increments.nc", "coefficients.csv", "report.html", "figures/increments.svg", "figures/states.png", "figures/sensors.svg", "figures/spectra.svg", "figures/l-curves.svg"],
            file => Assert.True(File.Exists(Path.Combine(folder, file)), file));
        string report = File.ReadAllText(Path.Combine(folder, "report.html"));
        Assert.Contains("<math", report, StringComparison.Ordinal);
        Assert.Contains("data:image/svg", report, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", report, StringComparison.OrdinalIgnoreCase);
        string[] rows = File.ReadAllLines(Path.Combine(folder, "coefficients.csv"));
        Assert.Equal(1 + (2 * 12), rows.Length);
        Assert.Contains(rows, row => row.StartsWith("2,\"lap(psi2)\",1/time,0.", StringComparison.Ordinal));
        using var increments = DataFile.Open(Path.Combine(folder, "increments.nc"));
        Assert.Equal([4, 2, 48, 32], increments["increment"].Shape);
    }

    private void Observe(params string[] options) => Done(
        ["discover", "flow-observe", "--model-nx", "32", "--model-ny", "48", "--model-parameters-hyperdiffusion", Diffusion, "--observe-spin-up", "2500", "--output", _folder.File("flow.nc"), .. options]);

    /// <summary>Whole states of pairs, for files in other forms.</summary>
    private static (IReadOnlyList<double> Times, IReadOnlyList<double[]> States) Twin(out TwoLayerModel model)
    {
        model = new TwoLayerModel(TwoLayerModel.PublishedGrid(32, 48), new TwoLayerParameters { Hyperdiffusion = 1e-2 });
        var twin = LayeredTwin.Observe(model, new LayeredTwinSettings { SpinUp = 2500, Sensors = "all" });
        double step = model.Parameters.TimeStep;
        return ([.. Enumerable.Range(0, twin.States.Count).Select(i => (i / 2) + (i % 2 * step))], twin.States);
    }

    private static ToolRun Done(string[] arguments)
    {
        var run = ToolRun.Here(arguments);
        Assert.True(run.ExitCode == 0, $"{string.Join(' ', arguments)} ended with {run.ExitCode}: {run.Error}{run.Output}");
        return run;
    }
}
