using Residuum.Data;
using Residuum.Data.Arrays;
using Residuum.Data.NetCdf;
using Residuum.Discovery.Observations;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Sensors.Layered;

/// <summary>Whole states of a layered flow, as a model writes them.</summary>
/// <param name="Grid">Their grid.</param>
/// <param name="Times">Time of each state; their numbers from 0 where the file has none.</param>
/// <param name="States">The states, <c>[layers, Ny, Nx]</c> each; at least one.</param>
/// <param name="Quantity">What they hold.</param>
/// <param name="Metadata">Units and source.</param>
public sealed record LayeredStates(PlaneGrid Grid, IReadOnlyList<double> Times, IReadOnlyList<double[]> States, ObservedQuantity Quantity, ObservationMetadata Metadata)
{
    /// <summary>Number of layers.</summary>
    public int Layers => States[0].Length / Grid.Points;

    /// <summary>Reads states: <c>(time, layer, y, x)</c>, without layer where each is a variable; the states of pairs one behind the other.</summary>
    /// <param name="path">A file of any format that is read.</param>
    /// <param name="options">How to read it.</param>
    /// <param name="grid">The model's grid, if it is to be checked.</param>
    /// <exception cref="UserError">Names the file, the variable, what was found and what is needed.</exception>
    public static LayeredStates Open(string path, ObservationOptions? options = null, PlaneGrid? grid = null)
    {
        using var data = DataFile.Open(path);
        return new DenseReader(data, options ?? new ObservationOptions(), grid).States();
    }

    /// <summary>Writes CF netCDF that <see cref="Open"/> reads back bit for bit.</summary>
    /// <param name="path">The file; replaced when the new one is complete.</param>
    /// <param name="history">The command that made it.</param>
    public void Write(string path, string history = "")
    {
        var (name, longName) = LayeredNames.Of(Quantity);
        List<Variable> variables =
        [
            .. LayeredAttributes.Axes(Grid, Metadata.LengthUnit),
            LayeredAttributes.Layers(Layers),
            Variable.Of("time", ["time"], [Times.Count], Times.ToArray(), AttributeTable.Described("time", Metadata.TimeUnit, ("axis", "T"))),
            Variable.Of(name, ["time", "layer", "y", "x"], [States.Count, Layers, Grid.Ny, Grid.Nx], States.SelectMany(state => state).ToArray(),
                AttributeTable.Described(longName, Metadata.FieldUnits.Count > 0 ? Metadata.FieldUnits[0] : "")),
        ];
        NetCdfWriter.Write(path, new DataSet(variables, LayeredAttributes.Global("States of a layered flow", Metadata.Source, history, Metadata.Seed)));
    }
}
