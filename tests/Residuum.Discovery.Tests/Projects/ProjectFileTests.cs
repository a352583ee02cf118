using Residuum.Discovery.Models;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Projects;
using Residuum.Discovery.Solvers;
using Residuum.Discovery.Tests.Observations;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Tests.Projects;

public sealed class ProjectFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("project").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Init_writes_a_project_that_loads_and_opens_the_same_observations()
    {
        var written = Observed();
        var seen = ProjectFile.Init(Path.Combine(_folder, "obs.nc"), ProjectPath);
        var project = ProjectFile.Load(ProjectPath);
        var set = project.Observe();

        Assert.Equal(written.Ends.Values, set.Ends.Values);
        Assert.Equal(seen.TimeSteps, set.TimeSteps);
        Assert.Equal(("obs.nc", "s", "m"), (project.Options.Observations.File, project.Options.Observations.TimeUnit, project.Options.Observations.LengthUnit));
        Assert.Equal([0.1], project.Options.Observations.Noise);
        Assert.Null(project.CommandToConfirm);
        var solver = project.Solve(set.Layout, _folder, _ => Assert.Fail("nothing is executed"));
        Assert.Equal(set.Layout.Points, solver.Layout.Points);
        Assert.Equal(24, Assert.Single(project.Candidates(set.Layout)).Terms.Count);
    }

    [Fact]
    public void Every_line_of_a_new_project_can_be_switched_on()
    {
        Observed();
        ProjectFile.Init(Path.Combine(_folder, "obs.nc"), ProjectPath);
        string[] lines = [.. File.ReadLines(ProjectPath).Where(line => !line.StartsWith("##") && !line.StartsWith("# A ") && !line.StartsWith("# Observed"))];
        File.WriteAllLines(ProjectPath, lines.Select(line => line.StartsWith("# ") ? line[2..] : line));
        var options = ProjectFile.Load(ProjectPath).Options;
        Assert.Equal(new ExternalSolverOptions { Command = options.Solver.Command }, options.Solver);
        Assert.Equal(new LibraryOptions().MaxPower, options.Library.MaxPower);
    }

    [Fact]
    public void Init_fills_in_the_published_form_where_it_is_asked_for()
    {
        Observed();
        ProjectFile.Init(Path.Combine(_folder, "obs.nc"), ProjectPath, method: MedidaOptions.Paper);
        Assert.Equal(MedidaOptions.Paper, ProjectFile.Load(ProjectPath).Options.Method);
    }

    [Fact]
    public void Init_does_not_overwrite()
    {
        Observed();
        File.WriteAllText(ProjectPath, "precious");
        Assert.Contains("exists", Assert.Throws<UserError>(() => ProjectFile.Init(Path.Combine(_folder, "obs.nc"), ProjectPath)).Message);
        Assert.Equal("precious", File.ReadAllText(ProjectPath));
    }

    [Fact]
    public void A_name_from_the_file_can_not_leave_its_quotes()
    {
        const string Hostile = "u\"], solver: {command: [rm]} # <script>", HostileUnit = "m\"]\nsolver: {command: [rm]}\n#";
        var set = TestStates.Moving(Math.Sin);
        var renamed = new StateLayout([Hostile], set.Layout.Points, set.Layout.Length);
        new ObservationSet([.. set.States.Select(batch => new StateBatch(renamed, batch.Members, batch.Values))], set.TimeSteps, new ObservationMetadata { FieldUnits = [HostileUnit] })
            .Write(Path.Combine(_folder, "obs.nc"), "test");
        ProjectFile.Init(Path.Combine(_folder, "obs.nc"), ProjectPath);
        var project = ProjectFile.Load(ProjectPath);
        Assert.Equal([Hostile], project.Options.Observations.Variables);
        Assert.Equal([HostileUnit], project.Options.Observations.Units);
        Assert.Empty(project.Options.Solver.Command);
    }

    [Theory]
    [InlineData("observations:\n  file: obs.nc\n  colour: red\n", ":3", "colour")]
    [InlineData("obervations:\n  file: obs.nc\n", ":1", "observations")]
    [InlineData("solver:\n  slots: many\n", ":2", "slots")]
    [InlineData("solver:\n  command: [a]\n  time-limit: -1\n", ":3", "(0, 1000000]")]
    [InlineData("observations:\n  noise: [-1]\n", ":2", "at least 0")]
    [InlineData("library: &a {terms: *a}\n", ":1", "")]
    public void A_mistake_is_named_with_its_line(string yaml, string line, string detail)
    {
        File.WriteAllText(ProjectPath, yaml);
        var error = Assert.ThrowsAny<UserError>(() => ProjectFile.Load(ProjectPath));
        Assert.Contains($"p.yaml{line}", error.Message);
        Assert.Contains(detail, error.Message);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void A_command_runs_only_after_it_was_shown()
    {
        File.WriteAllText(ProjectPath, "solver:\n  command: [./my solver, \"{in}\", \"{out}\", \"; rm -rf $HOME\"]\n");
        var project = ProjectFile.Load(ProjectPath);
        Assert.Equal($"run the command './my solver' {{in}} {{out}} '; rm -rf $HOME' in the folder {_folder}", project.CommandToConfirm);
        Assert.Throws<UserError>(() => project.Solve(TestStates.Layout(), _folder, command => throw new UserError("not confirmed", found: command)));
        string? shown = null;
        Assert.IsType<ExternalSolver>(project.Solve(TestStates.Layout(), _folder, command => shown = command));
        Assert.Equal(project.CommandToConfirm, shown);
    }

    [Theory]
    [InlineData("model: {name: navier-stokes}", "kuramoto-sivashinsky")]
    [InlineData("model: {name: kuramoto-sivashinsky, parameters: {advektion: 0}}", "advection")]
    [InlineData("model: {name: kuramoto-sivashinsky}\nsolver: {command: [a, \"{in}\"]}", "one model")]
    [InlineData("solver: {command: [a, \"{input}\"]}", "{in} {out} {dt} {steps} {work}")]
    [InlineData("solver: {command: [a, b]}", "{in}")]
    [InlineData("library: {max-power: 2}", "no model")]
    public void A_model_that_can_not_be_made_is_refused(string yaml, string detail)
    {
        File.WriteAllText(ProjectPath, yaml);
        var error = Assert.ThrowsAny<UserError>(() => ProjectFile.Load(ProjectPath).Solve(TestStates.Layout(), _folder, _ => { }));
        Assert.Contains(detail, error.Message);
    }

    [Fact]
    public void Parameters_and_extra_terms_reach_the_model()
    {
        File.WriteAllText(ProjectPath, "model:\n  name: kuramoto-sivashinsky\n  parameters: {advection: 0, hyper-diffusion: 2}\n  extra-terms: {u_xxx: -0.5}\n  scheme: cnab2\n");
        var solver = (PeriodicSolver)ProjectFile.Load(ProjectPath).Solve(TestStates.Layout(), _folder, _ => { });
        Assert.Equal([0, -1, 0, -2, -0.5], solver.Terms.Select(term => term.Coefficient));
        Assert.Equal((2, "u_xxx"), (solver.Lags, solver.Terms[^1].Term.Name));
    }

    private string ProjectPath => Path.Combine(_folder, "p.yaml");

    private ObservationSet Observed()
    {
        var set = TestStates.Moving(Math.Sin, noise: 0.1);
        var described = new ObservationSet(set.States, set.TimeSteps, new ObservationMetadata { TimeUnit = "s", LengthUnit = "m", FieldUnits = ["m s-1"], NoiseStandardDeviations = [0.1] });
        described.Write(Path.Combine(_folder, "obs.nc"), "test");
        return described;
    }
}
