using Residuum.Discovery.Models;
using Residuum.Discovery.Projects;
using Residuum.Discovery.Sensors.Layered;
using Residuum.Experiments.Methods;
using Residuum.Numerics.Options;

namespace Residuum.Discovery.Verbs;

/// <summary><c>discover flow-observe</c>: makes observations of a true two-layer flow, as sensors would.</summary>
internal static class FlowObserveVerb
{
    public static Verb Verb { get; } = new Verb<FlowObserveOptions, FlowObservationsWritten>("flow-observe")
    {
        Summary = "Observe a true two-layer flow at sensors: pairs of snapshots with noise, written as netCDF.",
        Examples =
        [
            new("residuum discover flow-observe --output flow.nc", "3 pairs at 95 % of the published grid."),
            new("residuum discover flow-observe --model-nx 64 --model-ny 96 --model-parameters-hyperdiffusion 5e-5", "A smaller flow; its grid needs more hyperdiffusion."),
            new("residuum discover flow-observe --observe-sensors random:0.75 --observe-noise 0.001", "Fewer sensors, with noise."),
        ],
        Run = Observe,
    };

    private static FlowObservationsWritten Observe(FlowObserveOptions options, VerbRun run, CancellationToken cancel)
    {
        var settings = run.Settings.Seed is { } seed ? options.Observe with { Seed = seed } : options.Observe;
        var truth = new TwoLayerModel(options.Model.Grid ?? TwoLayerModel.PublishedGrid(), options.Model.Truth);
        var observations = LayeredTwin.Observe(truth, settings, run.BaseFolder, run.Progress, cancel).Noisy;
        observations.Write(options.Output, $"residuum {run.Command}");
        return new FlowObservationsWritten(options.Output, observations.Pairs, truth.Grid.Nx, truth.Grid.Ny, observations.Groups.Min(group => group.Sensors.Count), observations.Metadata.NoiseStandardDeviations);
    }
}

/// <summary>What is observed, and how.</summary>
internal sealed record FlowObserveOptions
{
    [Option("The true model and its grid; the published one of 96 x 192 points where none is given.")]
    public FlowModelOptions Model { get; init; } = new();

    [Option("Pairs, times, sensors and noise.")]
    public LayeredTwinSettings Observe { get; init; } = new();

    [Option("File of the observations, netCDF classic.", Value = "FILE")]
    public string Output { get; init; } = "flow.nc";
}

/// <summary>Observations that were written.</summary>
internal sealed record FlowObservationsWritten(string File, int Pairs, int Nx, int Ny, int Sensors, IReadOnlyList<double> NoiseStandardDeviations) : IVerbResult
{
    public void Write(IPage page) => page.Line(File);
}
