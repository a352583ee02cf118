using Residuum.Discovery.Observations;
using Residuum.Discovery.Projects;
using Residuum.Discovery.Solvers;
using Residuum.Experiments.Methods;
using Residuum.Numerics.Options;

namespace Residuum.Discovery.Verbs;

/// <summary><c>discover solver</c>: try the solver of a project by itself.</summary>
internal static class SolverVerbs
{
    public static IReadOnlyList<Verb> All { get; } =
    [
        new Verb<SolverCheckProject, SolverChecked>("solver check")
        {
            Summary = "Test whether a solver keeps the contract: determinism, order in time, restarts, batch = serial; exit code 3 when it does not.",
            Inputs = [ProjectVerbs.ProjectInput],
            RunsCommands = true,
            Examples = [new("residuum solver check project.yaml", "Says in plain words what breaks the contract.")],
            Run = (options, run, cancel) => With(options, run, (solver, set) => new SolverChecked(SolverCheck.Run(solver, set.Starts(solver.Lags), set.TimeSteps.Max(), options.Check, cancel))),
        },
        new Verb<SolverStepProject, StatesWritten>("solver step")
        {
            Summary = "Forecast every observed sample over its time step and write the forecasts.",
            Inputs = [ProjectVerbs.ProjectInput],
            RunsCommands = true,
            Examples = [new("residuum discover solver step project.yaml --output forecasts.nc", "Writes one forecast for each sample.")],
            Run = (options, run, cancel) => With(options, run, (solver, set) => Step(options, solver, set, run, cancel)),
        },
        new Verb<SolverRunProject, StatesWritten>("solver run")
        {
            Summary = "Run a solver on from an observed sample and write the trajectory.",
            Inputs = [ProjectVerbs.ProjectInput],
            RunsCommands = true,
            Examples = [new("residuum discover solver run project.yaml --steps 500 --output trajectory.nc", "Writes 500 states, a time step apart.")],
            Run = (options, run, cancel) => With(options, run, (solver, set) =>
                Forecasting.Write(solver, set, options.Forecast, $"residuum {run.Command}", run.Progress, cancel)),
        },
    ];

    private static TResult With<TResult>(ProjectOptions options, VerbRun run, Func<ISolver, ObservationSet, TResult> work)
    {
        var project = ProjectVerbs.Project(options, run);
        var observations = project.Observe();
        using var calls = new WorkFolder();
        return work(project.Solve(observations.Layout, calls.Path, run.Confirm), observations);
    }

    private static StatesWritten Step(SolverStepProject options, ISolver solver, ObservationSet set, VerbRun run, CancellationToken cancel)
    {
        var forecasts = new StateBatch(set.Layout, set.Samples);
        for (int sample = 0; sample < set.Samples; sample++)
        {
            var forecast = solver.Run([.. set.Select([sample]).Starts(solver.Lags)], set.TimeSteps[sample], cancel);
            foreach (var failure in forecast.Failures) run.Say($"{set.Names[sample]} failed: {failure.Reason}");
            forecast.States.State(0).CopyTo(forecasts.State(sample));
        }
        StateFile.Write(options.Output, forecasts, "sample", [.. set.Times], $"residuum {run.Command}", set.Metadata);
        return new StatesWritten(options.Output, set.Samples, 0);
    }
}

/// <summary>A project whose solver is checked.</summary>
internal sealed record SolverCheckProject : ProjectOptions
{
    [Option("How the solver is tested.")]
    public SolverCheckOptions Check { get; init; } = new();
}

/// <summary>A project whose solver makes one step.</summary>
internal sealed record SolverStepProject : ProjectOptions
{
    [Option("File of the forecasts, netCDF classic.", Value = "FILE")]
    public string Output { get; init; } = "forecasts.nc";
}

/// <summary>A project whose solver runs on.</summary>
internal sealed record SolverRunProject : ProjectOptions
{
    [Option("Where the trajectory starts and ends.")]
    public ForecastOptions Forecast { get; init; } = new();
}

/// <summary>How the solver keeps its contract.</summary>
internal sealed record SolverChecked(SolverCheckResult Result) : IVerbResult
{
    public Outcome Outcome() => Result.Passed ? Experiments.Methods.Outcome.Done : Experiments.Methods.Outcome.DoesNotHold;

    public void Write(IPage page)
    {
        page.Table(["property", "verdict", "seen"], Result.Findings.Select(finding => (IReadOnlyList<string>)[finding.Property, OptionName.Kebab(finding.Verdict.ToString()), finding.Measured]));
        foreach (var finding in Result.Findings.Where(finding => finding.Remedy.Length > 0)) page.Line($"{finding.Property}: {finding.Remedy}");
        page.Line(Result.Passed ? "the solver keeps the contract" : "the solver breaks the contract");
    }
}
