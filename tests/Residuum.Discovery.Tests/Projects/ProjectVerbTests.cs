using System.Text.Json.Nodes;
using Residuum.Data.NetCdf;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Projects;
using Residuum.Discovery.Solvers;
using Residuum.Discovery.Tests.Observations;
using Residuum.Experiments.Methods;
using Residuum.Experiments.Options;
using Residuum.Numerics;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Tests.Projects;

/// <summary>From a file of observations to a checked solver, by the verbs alone.</summary>
[Trait("Needs", "python")]
public sealed class ProjectVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("verbs").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Init_then_check_step_and_run()
    {
        Start();
        Assert.True(((SolverCheckResult)Invoke("solver check")).Passed);

        var step = (SolverStepResult)Invoke("solver step", ("output", PathOf("forecasts.nc")));
        Assert.Empty(step.Failures);
        using (var file = NetCdfReader.Open(PathOf("forecasts.nc"))) Assert.Equal(step.Forecasts.Values, file["u"].Read());

        var run = (SolverRunResult)Invoke("solver run", ("output", PathOf("path.nc")), ("intervals", "3"), ("sample", "2"));
        var path = ObservationSet.Open(PathOf("path.nc"));
        Assert.Equal(2, path.Samples);
        Assert.Equal(run.States.State(0)[5] * Math.Pow(0.99, 30), run.States.State(3)[5], 1e-12);
        Assert.Equal(3, (int)run.ToJson()["forecasts"]!);
    }

    [Fact]
    public void Nothing_runs_without_consent()
    {
        Start();
        var error = Assert.Throws<UserError>(() => Invoke("solver step", trust: false));
        Assert.Contains("wayward.py", error.Message);
    }

    [Fact]
    public void A_sample_that_is_not_there_is_refused() =>
        Assert.Contains("0 to 19", Assert.Throws<UserError>(() =>
        {
            Start();
            Invoke("solver run", ("sample", "20"));
        }).Message);

    private void Start()
    {
        TestStates.Moving(x => 1 + (0.3 * Math.Sin(x)), points: 16).Write(PathOf("obs.nc"), "test");
        Verb("init").Invoke(new InitCommand { From = PathOf("obs.nc"), Output = PathOf("project.yaml") }, Run(trust: false), CancellationToken.None);
        string[] command = [Needs.Python(), "-I", "-S", Repository.File("tests", "Residuum.Discovery.Tests", "Solvers", "wayward.py"), "{in}", "{out}", "{dt}", "{steps}", "euler"];
        string solver = $"solver:\n  command: [{string.Join(", ", command.Select(word => JsonValue.Create(word).ToJsonString()))}]\n  format: npy\n  step: 0.01\n  order: 1\n";
        string project = File.ReadAllText(PathOf("project.yaml"));
        File.WriteAllText(PathOf("project.yaml"), project.Replace("model:\n  name: kuramoto-sivashinsky", "model:\n  name: \"\"") + solver);
    }

    private object Invoke(string verb, params (string Flag, string Value)[] flags) => Invoke(verb, trust: true, flags);

    private object Invoke(string verb, bool trust, params (string Flag, string Value)[] flags)
    {
        var found = Verb(verb);
        var options = OptionBinder.Bind(found.Schema, OptionFile.Read(PathOf("project.yaml")), flags.ToDictionary(flag => flag.Flag, flag => (IReadOnlyList<string>)[flag.Value]));
        return found.Invoke(options, Run(trust), CancellationToken.None);
    }

    private VerbRun Run(bool trust) =>
        new(new Dictionary<string, IReadOnlyList<string>>(), new VerbSettings { Trust = trust }, new Silent()) { OptionsFile = PathOf("project.yaml") };

    private static Verb Verb(string name) => ProjectVerbs.All.Single(verb => verb.Name == name);

    private string PathOf(string name) => Path.Combine(_folder, name);

    private sealed class Silent : IListener
    {
        public IProgress<Progress> Progress { get; } = new Progress<Progress>();

        public Stream OpenStandardInput() => Stream.Null;

        public void Say(string line)
        {
        }

        public bool Confirm(string question) => false;
    }
}
