using Residuum.Discovery.Assimilation;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Projects;
using Residuum.Discovery.Solvers;
using Residuum.Experiments.Methods;
using Residuum.Numerics;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Options;

namespace Residuum.Discovery.Verbs;

/// <summary><c>discover assimilate</c>: the analyses of noisy samples by themselves, as <c>discover run</c> takes them.</summary>
internal static class AssimilateVerb
{
    public static Verb Verb { get; } = new Verb<AssimilateProject, AnalysesWritten>("assimilate")
    {
        Summary = "Analyse each noisy sample with an ensemble filter and write the analysis means.",
        Inputs = [RunVerb.ProjectInput],
        RunsCommands = true,
        Examples = [new("residuum discover assimilate project.yaml --method-assimilation-filter etkf --output analyses.nc", "One analysis for each sample.")],
        Run = Analyse,
    };

    private static AnalysesWritten Analyse(AssimilateProject options, VerbRun run, CancellationToken cancel)
    {
        var project = RunVerb.ProjectOf(options, run);
        var set = project.Observe();
        using var calls = new SolverWorkFolder();
        var solver = project.Solve(set.Layout, calls.Path, run.Confirm);
        var filter = project.Options.Method.Assimilation;
        var assimilation = new SampleAssimilation(solver, filter.Perturbation(set.Ends), filter, project.Options.Method.Seed);
        var analyses = new StateBatch(set.Layout, set.Samples);
        for (int sample = 0; sample < set.Samples; sample++)
        {
            var one = set.Select([sample]);
            assimilation.Analyse(one.Starts(solver.Lags), Noisy(one), one.TimeSteps[0], sample, cancel).Analysis.CopyTo(analyses.State(sample));
            run.Progress.Report(new Progress("analyses", (sample + 1.0) / set.Samples));
        }
        SolverTrials.Write(options.Output, analyses, "sample", set.Metadata);
        return new AnalysesWritten(options.Output, set.Samples);
    }

    private static Observation Noisy(ObservationSet one)
    {
        var noise = one.Metadata.NoiseStandardDeviations;
        if (noise.Count < one.Layout.Fields.Count)
            throw new UserError("the noise of the observations is not known", "observations.noise", expected: "the standard deviation of each field", remedy: "give it in the project file");
        return new Observation(one.Ends.State(0).ToArray(), [.. noise.SelectMany(deviation => Enumerable.Repeat(deviation, one.Layout.Points))]);
    }
}

/// <summary>A project whose samples are analysed.</summary>
internal sealed record AssimilateProject : ProjectOptions
{
    [Option("File of the analyses, netCDF classic.", Value = "FILE")]
    public string Output { get; init; } = "analyses.nc";
}

/// <summary>Analyses that were written.</summary>
internal sealed record AnalysesWritten(string File, int Samples) : IVerbResult
{
    public void Write(IPage page) => page.Line(File);
}
