using Residuum.Discovery.Libraries;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Projects;
using Residuum.Discovery.Reports;
using Residuum.Discovery.Solvers;
using Residuum.Experiments.Methods;
using Residuum.Experiments.Runs;
using Residuum.Numerics.Errors;
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
            Summary = "Print the found terms as an equation or as source code, for the solver that is to be corrected.",
            Inputs = [RunInput],
            Examples = [new("residuum discover export latest --to fortran > missing_term.f90", "An elemental function to add to the right-hand side.")],
            Run = (options, run, _) => ExportedTerms.Of(Record(Find(run)), options),
        },
        new Verb<PredictOptions, SolverRunResult>("predict")
        {
            Summary = "Run the corrected model on from an observed sample and write the trajectory.",
            Inputs = [RunInput],
            RunsCommands = true,
            Examples = [new("residuum discover predict latest --from new.nc --time 50", "Writes forecast.nc; compare it with 'discover solver run'.")],
            Run = Predict,
        },
    ];

    internal static Input RunInput => Input.Word("run", "name of a run of discover run or its beginning, or latest");

    /// <summary>A run of <c>discover run</c>; <c>latest</c> is the latest of those.</summary>
    internal static RunEntry Find(VerbRun run)
    {
        var store = new RunStore(run.Settings.RunsFolder);
        if (run.Text("run") != "latest")
        {
            var named = store.Show(run.Text("run"));
            return named.Record.Command.Name != FlowVerb.RunName
                ? named
                : throw new UserError("a run of discover flow is read by its report, result.json and coefficients.csv", named.Path, expected: "a run of discover run");
        }
        return store.List().LastOrDefault(entry => entry.State == RunState.Complete && entry.Record.Command.Name == RunVerb.RunName)
            ?? throw new UserError("there is no such run", "latest", expected: $"a run of discover run in {store.Root}", remedy: "give --runs, or start 'discover run'");
    }

    internal static DiscoveryRecord Record(RunEntry entry) => entry.ReadJson<DiscoveryRecord>(DiscoveryRecord.FileName);

    /// <summary>The terms of a run's corrected model.</summary>
    /// <exception cref="UserError">The run found no equation.</exception>
    internal static AddedTerm[] Terms(DiscoveryRecord record) => Terms(record, term => term.Coefficient);

    /// <summary>The same with other coefficients.</summary>
    internal static AddedTerm[] Terms(DiscoveryRecord record, Func<TermRecord, double> coefficient)
    {
        if (record.Verdict is not (Verdict.Found or Verdict.NothingMissing))
            throw new UserError("this run found no equation, so there is no corrected model", found: record.Sentence);
        string[] fields = [.. record.Fields.Select(field => field.Field)];
        return [.. record.Fields.SelectMany((field, index) => field.Terms.Select(term => new AddedTerm(Term.Of(term.Read(fields.Length), fields), coefficient(term), index)))];
    }

    private static SolverRunResult Predict(PredictOptions options, VerbRun run, CancellationToken cancel)
    {
        var entry = Find(run);
        var terms = Terms(Record(entry));
        var project = ProjectFile.Load(Path.Combine(entry.Path, RunVerb.ProjectFileName));
        var observations = options.From.Length == 0 ? project.Observe() : ObservationSet.Open(options.From, project.Options.Observations);
        using var calls = new SolverWorkFolder();
        var solver = project.Solve(observations.Layout, calls.Path, run.Confirm);
        double step = observations.TimeSteps[Math.Min(options.Sample, observations.Samples - 1)];
        int intervals = options.Time > 0 ? checked((int)Math.Max(1, Math.Ceiling((options.Time / step) - 1e-9))) : options.Intervals;
        var result = SolverTrials.Run(terms.Length == 0 ? solver : solver.WithTerms(terms), observations, options.Sample, intervals, cancel);
        SolverTrials.Write(options.Output, result.States, "time", observations.Metadata, result.TimeStep);
        return result;
    }
}

/// <summary>How the corrected model is run.</summary>
internal sealed record PredictOptions
{
    [Option("File of observed states to start from; the run's own where left out.", Value = "FILE")]
    public string From { get; init; } = "";

    [Option("Observed sample to start from, from 0.", Range = "[0, inf)")]
    public int Sample { get; init => field = Require.Declared(this, value); }

    [Option("Intervals to run, each of the sample's time step.", Range = "[1, 10000000]")]
    public int Intervals { get; init => field = Require.Declared(this, value); } = 100;

    [Option("Time to run, in the model's unit; 0 goes by the intervals.", Range = "[0, inf)")]
    public double Time { get; init => field = Require.Declared(this, value); }

    [Option("netCDF file for the trajectory.", Value = "FILE")]
    public string Output { get; init; } = "forecast.nc";
}
