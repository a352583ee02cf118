using Residuum.Discovery.Interpolation;
using Residuum.Discovery.Models;
using Residuum.Discovery.Sensors;
using Residuum.Numerics;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.TwoLayer;

/// <summary>MEDIDA for a two-layer flow that is observed at sensors: states are interpolated, one-step increments of potential vorticity
/// are regressed on candidate terms, layer by layer (Mojgani, Chattopadhyay and Hassanzadeh 2024).</summary>
public static class TwoLayerMedida
{
    /// <summary>Finds what the model is missing.</summary>
    /// <param name="model">The imperfect model, on the grid of the sensors.</param>
    /// <param name="groups">Pairs of snapshots, a group for each set of sensors.</param>
    /// <param name="interpolator">Makes fields of readings.</param>
    /// <param name="library">Candidate terms.</param>
    /// <param name="options">How.</param>
    /// <param name="noise">Standard deviation of the readings' noise in each layer where it is known; else it is looked for.</param>
    /// <param name="progress">Told of long work.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="UserError">No pairs, another grid, or an interpolator that does not fit.</exception>
    /// <exception cref="NonFiniteException">Names the place.</exception>
    public static TwoLayerResult Discover(
        TwoLayerModel model,
        IReadOnlyList<SensorGroup> groups,
        IFieldInterpolator interpolator,
        TwoLayerLibrary library,
        TwoLayerMedidaOptions options,
        IReadOnlyList<double>? noise = null,
        IProgress<Progress>? progress = null,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(interpolator);
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(options);
        Check(model, groups);
        var discovery = new TwoLayerPasses(model, groups, interpolator, library, options, noise);
        return TwoLayerDiagnosis.Of(discovery, discovery.Run(progress, cancel), progress, cancel);
    }

    private static void Check(TwoLayerModel model, IReadOnlyList<SensorGroup> groups)
    {
        if (groups.Count == 0 || groups.All(group => group.Pairs == 0))
            throw new UserError("there is no pair of snapshots", "observations", expected: "states at t - Δt and t that share sensors");
        foreach (var group in groups)
        {
            var grid = group.Sensors.Grid;
            if (grid.Nx != model.Grid.Nx || grid.Ny != model.Grid.Ny)
                throw new UserError("the observations lie on another grid", "observations", $"{grid.Nx} x {grid.Ny}", $"{model.Grid.Nx} x {model.Grid.Ny} as the model has");
            if (group.Values.Layers != 2) throw new UserError("a two-layer model needs two layers", "observations", $"{group.Values.Layers}", "2");
            if (!(group.Interval > 0)) throw new UserError("the two snapshots of a pair need a time between them", "observations", $"{group.Interval}", "above 0");
        }
    }
}
