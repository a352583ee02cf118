using Residuum.Discovery.Observations;
using Residuum.Discovery.Solvers;
using Residuum.Experiments.Methods;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Projects;

/// <summary>The verbs that set a project up and try its solver.</summary>
public static class ProjectVerbs
{
    private static readonly Input ProjectInput = Input.Options("project", "the project file");

    /// <summary><c>init</c>, <c>solver check</c>, <c>solver step</c> and <c>solver run</c>.</summary>
    public static IReadOnlyList<Verb> All { get; } =
    [
        new Verb<InitCommand, InitResult>("init")
        {
            Summary = "Write a commented project file for a file of observations.",
            Examples =
            [
                new Example("residuum discover init --from obs.nc", "fills variable, grid, time step and units from the file"),
                new Example("residuum discover init --from obs.nc --paper", "the published form of the method instead of the improved one"),
            ],
            Run = Init,
        },
        new Verb<SolverCheckCommand, SolverCheckResult>("solver check")
        {
            Summary = "Test what MEDIDA relies on: a solver of your own is deterministic, forecasts each member by itself, restarts, and converges.",
            Inputs = [ProjectInput],
            Examples = [new Example("residuum discover solver check project.yaml", "a few dozen calls of the solver")],
            RunsCommands = true,
            Run = (options, run, cancel) => With(options, run, (solver, observations) =>
                SolverCheck.Run(solver, observations.Select(SameStep(observations)).Starts(solver.Lags), observations.TimeSteps[0], options.Check, cancel)),
        },
        new Verb<SolverStepCommand, SolverStepResult>("solver step")
        {
            Summary = "Forecast every sample once, and compare with what was observed.",
            Inputs = [ProjectInput],
            Examples = [new Example("residuum discover solver step project.yaml --output forecasts.nc", "keeps the forecasts")],
            RunsCommands = true,
            Run = (options, run, cancel) => With(options, run, (solver, observations) =>
            {
                var result = SolverTrials.Step(solver, observations, cancel);
                if (options.Output.Length > 0) SolverTrials.Write(options.Output, result.Forecasts, "sample", observations.Metadata);
                return result;
            }),
        },
        new Verb<SolverRunCommand, SolverRunResult>("solver run")
        {
            Summary = "Run the solver on from one sample, and write the trajectory.",
            Inputs = [ProjectInput],
            Examples = [new Example("residuum discover solver run project.yaml --sample 3 --intervals 1000", "writes trajectory.nc")],
            RunsCommands = true,
            Run = (options, run, cancel) => With(options, run, (solver, observations) =>
            {
                var result = SolverTrials.Run(solver, observations, options.Sample, options.Intervals, cancel);
                SolverTrials.Write(options.Output, result.States, "time", observations.Metadata, result.TimeStep);
                return result;
            }),
        },
    ];

    private static InitResult Init(InitCommand options, VerbRun run, CancellationToken cancel)
    {
        if (options.From.Length == 0) throw new UserError("no observations", "--from", remedy: "name a file of observations");
        var reading = new ObservationOptions { Variables = options.Variables, TimeStep = options.TimeStep, Length = options.Length };
        return new InitResult(options.Output, ProjectFile.Init(options.From, options.Output, reading, options.Paper ? MedidaOptions.Paper : null));
    }

    /// <summary>Opens a project for a trial; a command is confirmed first, and what failed calls left is pointed at.</summary>
    private static TResult With<TResult>(ProjectOptions options, VerbRun run, Func<ISolver, ObservationSet, TResult> work)
    {
        var project = new Project(options, run.BaseFolder);
        var observations = project.Observe();
        using var folder = new SolverWorkFolder();
        try
        {
            return work(project.Solve(observations.Layout, folder.Path, run.Confirm), observations);
        }
        finally
        {
            if (folder.IsKept) run.Say($"what the solver was given and what it said: {folder.Path}");
        }
    }

    private static int[] SameStep(ObservationSet observations) =>
        [.. Enumerable.Range(0, observations.Samples).Where(sample => observations.TimeSteps[sample] == observations.TimeSteps[0])];
}
