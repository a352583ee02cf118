using Residuum.Discovery.Assimilation;
using Residuum.Discovery.Projects;
using Residuum.Discovery.Solvers;
using Residuum.Experiments.Methods;
using Residuum.Numerics.Options;

namespace Residuum.Discovery.Verbs;

/// <summary><c>discover observe</c>: makes observations of a built-in system, as an experiment would.</summary>
internal static class ObserveVerb
{
    public static Verb Verb { get; } = new Verb<ObserveOptions, ObservationsWritten>("observe")
    {
        Summary = "Observe a built-in system: groups of states with noise, written as netCDF.",
        Examples = [new("residuum discover observe --observe-noise 0.01 --output obs.nc", "100 triples of the Kuramoto-Sivashinsky system with 1 % noise.")],
        Run = Observe,
    };

    private static ObservationsWritten Observe(ObserveOptions options, VerbRun run, CancellationToken cancel)
    {
        var settings = run.Settings.Seed is { } seed ? options.Observe with { Seed = seed } : options.Observe;
        var truth = Truth.Of(options.Model, options.Length, options.Points);
        var start = new StateBatch(truth.Solver.Layout, 1, truth.Model.InitialState(settings.Seed));
        var set = TwinExperiment.Observe(truth.Solver, start, settings, null, cancel).Noisy;
        set.Write(options.Output, $"residuum {run.Command}");
        return new ObservationsWritten(options.Output, set.Samples, set.States.Count, set.Layout.Points, set.Metadata.NoiseStandardDeviations);
    }
}

/// <summary>What is observed, and how.</summary>
internal sealed record ObserveOptions
{
    [Option("The true system.")]
    public ModelOptions Model { get; init; } = new() { Name = "kuramoto-sivashinsky", Step = 0.005 };

    [Option("Length of the periodic domain.", Range = "(0, inf)", Source = "medida-ks, study: 100")]
    public double Length { get; init => field = Require.Declared(this, value); } = 100;

    [Option("Grid points.", Range = "[8, 1048576]", Source = "medida-ks, study: 256")]
    public int Points { get; init => field = Require.Declared(this, value); } = 256;

    [Option("Groups, times and noise.")]
    public TwinSettings Observe { get; init; } = new();

    [Option("File of the observations, netCDF classic.", Value = "FILE")]
    public string Output { get; init; } = "observations.nc";
}

/// <summary>Observations that were written.</summary>
internal sealed record ObservationsWritten(string File, int Samples, int StatesOfSample, int Points, IReadOnlyList<double> NoiseStandardDeviations) : IVerbResult
{
    public void Write(IPage page) => page.Line(File);
}
