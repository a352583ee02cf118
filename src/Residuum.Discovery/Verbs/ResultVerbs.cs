using Residuum.Discovery.Libraries;
using Residuum.Discovery.Projects;
using Residuum.Discovery.Reports;
using Residuum.Discovery.Solvers;
using Residuum.Experiments.Methods;
using Residuum.Experiments.Runs;
using Residuum.Numerics.Options;

namespace Residuum.Discovery.Verbs;

/// <summary>Verbs that work on the run folder of <c>discover run</c>: explain, export, predict.</summary>
internal static class ResultVerbs
{
    public static IReadOnlyList<Verb> All { get; } =
    [
        new Verb<NoOptions, Explanation>("explain")
        {
            Summary = "Say why each candidate term was kept or dropped.",
            Inputs = [RunInput],
            Examples = [new("residuum discover explain latest", "Explains the run that started last.")],
            Run = (_, run, _) => Explanation.Of(Record(Find(run))),
        },
        new Verb<ExportOptions, ExportedTerms>("export")
        {
            Summary = "Print the found terms as source code, LaTeX or JSON, for the solver that is to be corrected.",
            Inputs = [RunInput],
            Examples = [new("residuum discover export latest --form fortran > missing_term.f90", "An elemental function to add to the right-hand side.")],
            Run = (options, run, _) => ExportedTerms.Of(Record(Find(run)), options),
        },
        new Verb<PredictOptions, SolverRunResult>("predict")
        {
            Summary = "Run the corrected model on from an observed sample and write the trajectory.",
            Inputs = [RunInput],
            RunsCommands = true,
            Examples = [new("residuum discover predict latest --intervals 500", "Writes forecast.nc; compare it with 'discover solver run'.")],
            Run = Predict,
        },
    ];

    private static Input RunInput => Input.Word("run", "name of a run of discover run or its beginning, or latest");

    private static RunEntry Find(VerbRun run) => new RunStore(run.Settings.RunsFolder).Show(run.Text("run"));

    private static DiscoveryRecord Record(RunEntry entry) => entry.ReadJson<DiscoveryRecord>(DiscoveryRecord.FileName);

    private static SolverRunResult Predict(PredictOptions options, VerbRun run, CancellationToken cancel)
    {
        var entry = Find(run);
        var record = Record(entry);
        var project = ProjectFile.Load(Path.Combine(entry.Path, RunVerb.ProjectFileName));
        var observations = project.Observe();
        using var calls = new SolverWorkFolder();
        var solver = project.Solve(observations.Layout, calls.Path, run.Confirm);
        AddedTerm[] terms = [.. record.Fields.SelectMany((field, index) => field.Terms.Select(term => new AddedTerm(Term.Parse(term.Name, observations.Layout.Fields), term.Coefficient, index)))];
        var result = SolverTrials.Run(solver.WithTerms(terms), observations, options.Sample, options.Intervals, cancel);
        SolverTrials.Write(options.Output, result.States, "time", observations.Metadata, result.TimeStep);
        return result;
    }
}

/// <summary>How the corrected model is run.</summary>
internal sealed record PredictOptions
{
    [Option("Observed sample to start from, from 0.", Range = "[0, inf)")]
    public int Sample { get; init => field = Require.Declared(this, value); }

    [Option("Intervals to run, each of the sample's time step.", Range = "[1, 10000000]")]
    public int Intervals { get; init => field = Require.Declared(this, value); } = 100;

    [Option("netCDF file for the trajectory.", Value = "FILE")]
    public string Output { get; init; } = "forecast.nc";
}
