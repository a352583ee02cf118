using Residuum.Discovery.Interpolation;
using Residuum.Discovery.Models;
using Residuum.Discovery.Sensors;
using Residuum.Discovery.Sensors.Layered;
using Residuum.Discovery.Sensors.Networks;
using Residuum.Discovery.TwoLayer;
using Residuum.Experiments.Options;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Projects;

/// <summary>A project of a flow that is ready to be worked on: everything it names exists and fits together.</summary>
internal sealed record FlowProject
{
    private FlowProject(FlowProjectOptions options, string folder, LayeredObservations observations)
    {
        (Options, Folder, Observations) = (options, folder, observations);
        Model = new TwoLayerModel(observations.Grid, options.Model.Imperfect);
        Interpolator = options.Interpolation.Create();
        Library = options.Library.Build();
        Cut = options.Method.CutOf(Model.Grid);
    }

    public FlowProjectOptions Options { get; }

    public string Folder { get; }

    /// <summary>What was read; stream functions.</summary>
    public LayeredObservations Observations { get; init; }

    public TwoLayerModel Model { get; }

    public IFieldInterpolator Interpolator { get; init; }

    public TwoLayerLibrary Library { get; }

    /// <summary>The grid points that are regressed.</summary>
    public PlaneCut Cut { get; }

    /// <summary>Standard deviations of the noise where they are known.</summary>
    public IReadOnlyList<double>? Noise => Observations.Metadata.NoiseStandardDeviations is { Count: > 0 } known ? known : null;

    /// <summary>The options with paths that hold from any folder.</summary>
    public FlowProjectOptions Portable => Options with
    {
        Observations = Options.Observations with { File = Path.GetFullPath(Options.Observations.File, Path.GetFullPath(Folder)) },
    };

    /// <summary>The project with stream functions where potential vorticity was read: its fields are filled, then inverted.</summary>
    public FlowProject InStreamFunctions(CancellationToken cancel)
    {
        if (Observations.Quantity == ObservedQuantity.StreamFunction) return this;
        var whole = SensorNetworks.All(Model.Grid);
        var groups = Observations.Groups.Select(group => group with
        {
            Sensors = whole,
            Values = new SensorValues(group.Values.Snapshots, 2, whole.Count, Model.StreamFunction(Interpolator.Fit(group.Sensors, group.Values, Options.Method.Seed, null, cancel).Values)),
        });
        return this with
        {
            Observations = new LayeredObservations(Observations.Grid, [.. groups], ObservedQuantity.StreamFunction, Observations.Metadata with { NoiseStandardDeviations = [] })
            {
                Quality = Observations.Quality,
                Notes = [.. Observations.Notes, "potential vorticity was read: it was filled and inverted, and every grid point then counts as observed"],
            },
        };
    }

    /// <summary>Whether a project file is one of a flow: its model is called two-layer.</summary>
    public static bool IsFlow(OptionMapping file) =>
        file.Entries.FirstOrDefault(entry => entry.Key == "model")?.Value is OptionMapping model
        && model.Entries.FirstOrDefault(entry => entry.Key == "name")?.Value is OptionScalar { Text: FlowModelOptions.TwoLayer };

    /// <summary>Reads the observations and makes model, interpolator and library.</summary>
    /// <exception cref="UserError">One of them is missing, unknown, or does not fit the others.</exception>
    public static FlowProject Open(FlowProjectOptions options, string folder)
    {
        if (options.Observations.File.Length == 0) throw new UserError("no observations", "observations.file", remedy: "name a netCDF, HDF5, .mat, Zarr, .npz, Parquet or CSV file; 'residuum discover flow-observe' makes one to try");
        string path = Path.GetFullPath(options.Observations.File, Path.GetFullPath(folder));
        var observations = LayeredObservations.Open(path, options.Observations, options.Model.Grid);
        observations.DemandLayers(2);
        return new FlowProject(options, folder, observations);
    }
}
