using Residuum.Data.Arrays;
using Residuum.Discovery.Observations;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Sensors.Layered;

/// <summary>Reads arrays: <c>[sample, lag, layer, places]</c> or <c>[time, layer, places]</c>, places being y, x or one dimension of sensors;
/// with one variable a layer the dimension for layers is left out.</summary>
/// <param name="data">The file.</param>
/// <param name="options">How to read it.</param>
/// <param name="model">The model's grid, if there is one.</param>
internal sealed class DenseReader(DataSet data, ObservationOptions options, PlaneGrid? model)
{
    private static readonly string[] LagNames = ["lag", "lags", "instant"], LayerNames = ["layer", "layers", "lev", "level", "z"];

    private readonly ObservedUnits _units = new(data.Source, options);

    /// <summary>Reads all pairs.</summary>
    public LayeredSource Read()
    {
        var variables = LayeredVariables.Choose(data, options);
        var axes = new PlaneAxes(data, options, _units, model);
        var notes = new List<string>();
        if (variables.Note is { } assumed) notes.Add(assumed);
        var sensors = SensorCoordinates(variables.First);
        var (sampled, layers) = Leading(variables, sensors is null ? 2 : 1);
        var places = sensors is { } at ? Scattered(axes, at, notes) : Gridded(axes, variables.First);
        var contents = new LayeredMetadata(data, options, _units);
        var frames = new DenseFrames(places, [.. variables.All.Select(contents.Values)], layers);
        var (groups, steps, ends, timeUnit) = Times(variables.First, sampled);
        var metadata = contents.Describe(variables.All, layers) with { TimeUnit = timeUnit, LengthUnit = axes.Unit, Origin = axes.Origin };
        return new LayeredSource(frames, [.. groups.Select(group => (group[^2], group[^1]))], steps, ends, variables.Quantity, metadata, notes);
    }

    /// <summary>Reads whole states on a grid.</summary>
    public LayeredStates States()
    {
        var variables = LayeredVariables.Choose(data, options);
        var axes = new PlaneAxes(data, options, _units, model);
        var (sampled, layers) = Leading(variables, places: 2);
        var places = Gridded(axes, variables.First);
        var contents = new LayeredMetadata(data, options, _units);
        var frames = new DenseFrames(places, [.. variables.All.Select(contents.Values)], layers);
        int count = checked((int)(variables.First.Shape[0] * (sampled ? variables.First.Shape[1] : 1)));
        double[][] states = [.. Enumerable.Range(0, count).Select(frame => Whole(frames, frame, variables.First))];
        if (count == 0) throw new UserError("no state", $"{data.Source}: {variables.First.Name}", variables.First.ShapeText);
        double[] times = [.. Enumerable.Range(0, count).Select(frame => (double)frame)];
        string unit = options.TimeUnit;
        if (data.TryGet("time", out var time) && time.Count == count) (times, unit) = _units.Time(time);
        return new LayeredStates(places.Network.Grid, times, states, variables.Quantity, contents.Describe(variables.All, layers) with { TimeUnit = unit, LengthUnit = axes.Unit, Origin = axes.Origin });
    }

    private double[] Whole(DenseFrames frames, int frame, Variable variable)
    {
        var state = new double[frames.Layers * frames.Places.Count];
        frames.Fill(frame, state);
        int missing = Array.FindIndex(state, value => !double.IsFinite(value));
        return missing < 0 ? state : throw new UserError("a state is not whole", $"{data.Source}: {variable.Name}", $"no number in state {frame}, layer {(missing / frames.Places.Count) + 1}", "a finite number at each point");
    }

    /// <summary>The coordinates of sensors that stand along the last dimension; null for a grid.</summary>
    /// <remarks>Formats without names give equal lengths one name, so a square grid looks alike but for its next to last dimension.</remarks>
    private (Variable X, Variable Y)? SensorCoordinates(Variable field)
    {
        if (field.Rank < 2 || !data.TryGet("x", out var x) || !data.TryGet("y", out var y) || x.Rank != 1 || y.Rank != 1) return null;
        string along = x.Dimensions[0].Name;
        if (along != y.Dimensions[0].Name || x.Count != field.Shape[^1]) return null;
        return field.Dimensions[^1].Name == along || field.Shape[^2] != x.Count ? (x, y) : null;
    }

    private SensorPlaces Scattered(PlaneAxes axes, (Variable X, Variable Y) at, List<string> notes)
    {
        double[] x = axes.Read(at.X), y = axes.Read(at.Y);
        var places = PlacesOnPlane.Of(axes.OfSensors(at.X, at.Y), x, y, (at.X.Attributes.Number("origin"), at.Y.Attributes.Number("origin")), data.Source, notes);
        if (places.Repeated > 0) notes.Add($"{places.Repeated} sensor(s) stand where another stands: their mean was taken");
        return places;
    }

    private static SensorPlaces Gridded(PlaneAxes axes, Variable field)
    {
        var grid = axes.OfField(field);
        int[] all = [.. Enumerable.Range(0, grid.Points)];
        return new SensorPlaces(SensorNetwork.OnGrid(grid, all), all);
    }

    /// <summary>Whether the first dimensions are sample and lag (else time), and the number of layers.</summary>
    private (bool Sampled, int Layers) Leading(LayeredVariables variables, int places)
    {
        var field = variables.First;
        int leading = field.Rank - places;
        string[] names = [.. field.Dimensions.Select(dimension => dimension.Name.ToLowerInvariant())];
        bool separate = variables.All.Count > 1;
        int lag = Array.FindIndex(names, LagNames.Contains), layer = Array.FindIndex(names, LayerNames.Contains);
        bool sampled = leading == 3 || (leading == 2 && (separate || lag >= 0));
        bool inside = leading - (sampled ? 2 : 1) == 1;
        bool fits = leading is >= 1 and <= 3 && !(separate && inside) && (lag < 0 || (lag == 1 && sampled)) && (layer < 0 || (inside && layer == leading - 1))
            && !(places == 2 && names[^1] is "y" && names[^2] is "x") && (!sampled || field.Shape[1] is >= 2 and <= 9) && (!inside || field.Shape[leading - 1] > 0);
        if (!fits) throw Unexpected(field, places);
        return (sampled, separate ? variables.All.Count : inside ? checked((int)field.Shape[leading - 1]) : 1);
    }

    private (IReadOnlyList<int[]> Groups, double[] Steps, double[] Ends, string Unit) Times(Variable field, bool sampled)
    {
        var times = new ObservedTimes(data, options with { Lags = 1 }, _units);
        return sampled ? times.Samples(field) : times.Series(field);
    }

    private UserError Unexpected(Variable field, int places)
    {
        string place = places == 2 ? "y, x" : "sensor";
        return new UserError("the dimensions are in another order than expected", $"{data.Source}: {field.Name}",
            $"({string.Join(", ", field.Dimensions.Select(dimension => dimension.Name))}) {field.ShapeText}",
            $"(sample, lag, layer, {place}) or (time, layer, {place}); without layer where each layer is a variable", "transpose the file, as xarray's transpose does");
    }
}
