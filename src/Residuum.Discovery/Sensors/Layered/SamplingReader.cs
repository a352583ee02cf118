using Residuum.Data.Arrays;
using Residuum.Discovery.Observations;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Sensors.Layered;

/// <summary>Reads CF discrete sampling geometries: points, time series and trajectories, as arrays or ragged, contiguous or indexed.</summary>
/// <remarks>CF conventions, chapter 9 and appendix H. Layers are a dimension or a coordinate named <c>layer</c>, or one variable each.</remarks>
/// <param name="data">The file.</param>
/// <param name="options">How to read it.</param>
/// <param name="model">The model's grid, if there is one.</param>
internal sealed class SamplingReader(DataSet data, ObservationOptions options, PlaneGrid? model)
{
    private static readonly string[] Features = ["point", "timeseries", "trajectory"], LayerNames = ["layer", "lev", "level"];

    private readonly ObservedUnits _units = new(data.Source, options);

    /// <summary>Whether a file says that it holds a discrete sampling geometry.</summary>
    public static bool Applies(DataSet data) =>
        data.Attributes.Text("featureType") is not null || data.Variables.Any(variable => variable.Attributes.Contains("sample_dimension") || variable.Attributes.Contains("instance_dimension"));

    /// <summary>Reads all pairs.</summary>
    public LayeredSource Read()
    {
        RefuseProfiles();
        var variables = LayeredVariables.Choose(data, options);
        var geometry = new SamplingGeometry(data, variables.First);
        var axes = new PlaneAxes(data, options, _units, model);
        Variable time = Coordinate(variables.First, "time", "T", "time", "t"), x = Coordinate(variables.First, "projection_x_coordinate", "X", "x"), y = Coordinate(variables.First, "projection_y_coordinate", "Y", "y");
        var (times, timeUnit) = _units.Time(time);
        var places = (Time: geometry.Along(time, times), X: geometry.Along(x, axes.Read(x)), Y: geometry.Along(y, axes.Read(y)));
        var (layerOf, layers) = Layers(variables, geometry);
        var contents = new LayeredMetadata(data, options, _units);
        var readings = new List<Reading>();
        for (int variable = 0; variable < variables.All.Count; variable++)
        {
            double[] values = contents.Values(variables.All[variable]);
            for (int i = 0; i < values.Length; i++)
            {
                var reading = new Reading(0, places.Time(i), places.X(i), places.Y(i), layerOf(variable, i), values[i]);
                if (double.IsFinite(reading.Time) && double.IsFinite(reading.X) && double.IsFinite(reading.Y)) readings.Add(reading);
            }
        }
        var notes = new List<string>();
        if (variables.Note is { } note) notes.Add(note);
        var metadata = contents.Describe(variables.All, layers) with { TimeUnit = timeUnit, LengthUnit = axes.Unit };
        var origins = (x.Attributes.Number("origin"), y.Attributes.Number("origin"));
        return new ReadingSource(data.Source, options).Pair(readings, axes.With(x, y), layers, origins, (variables.Quantity, metadata, notes));
    }

    private void RefuseProfiles()
    {
        string feature = data.Attributes.Text("featureType") ?? Features[0];
        if (Features.Contains(feature, StringComparer.OrdinalIgnoreCase)) return;
        throw new UserError("this kind of discrete sampling geometry is not read", $"{data.Source}: featureType", Data.FormatError.Quote(feature), "point, timeSeries or trajectory",
            "average profiles over the model's layers, and write a dimension 'layer'");
    }

    /// <summary>A coordinate that the data variable names, told by its standard name, axis or name.</summary>
    private Variable Coordinate(Variable field, string standardName, string axis, params string[] names)
    {
        IEnumerable<string> listed = (field.Attributes.Text("coordinates") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Concat(field.Dimensions.Select(dimension => dimension.Name)).Concat(names);
        Variable[] known = [.. listed.Distinct().Select(name => data.TryGet(name, out var variable) ? variable : null).OfType<Variable>().Where(variable => variable.Type is not (ElementType.Text or ElementType.Char or ElementType.Other))];
        return known.FirstOrDefault(variable => variable.Attributes.Text("standard_name") == standardName)
            ?? known.FirstOrDefault(variable => variable.Attributes.Text("axis") == axis)
            ?? known.FirstOrDefault(variable => names.Contains(variable.Name, StringComparer.OrdinalIgnoreCase))
            ?? throw new UserError("a coordinate is missing", $"{data.Source}: {field.Name}", $"coordinates {string.Join(", ", known.Select(variable => variable.Name))}",
                $"{names[0]}, with standard_name {standardName} or axis {axis}", known.Any(IsAngle) ? "longitudes and latitudes are not read: project the sensors to a plane first, as pyproj does" : null);
    }

    private static bool IsAngle(Variable variable) => variable.Units?.StartsWith("degree", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The layer of each element of each variable, and their number.</summary>
    private (Func<int, int, int> Of, int Count) Layers(LayeredVariables variables, SamplingGeometry geometry)
    {
        if (variables.All.Count > 1) return ((variable, _) => variable, variables.All.Count);
        if (geometry.Axis(LayerNames) is { } axis) return ((_, i) => geometry.Place(i, axis), checked((int)variables.First.Shape[axis]));
        if (LayerNames.Select(name => data.TryGet(name, out var variable) ? variable : null).FirstOrDefault(variable => variable is not null) is not { } coordinate) return ((_, _) => 0, 1);
        double[] values = coordinate.Read(), numbers = [.. values.Distinct().Order()];
        var layer = geometry.Along(coordinate, values);
        return ((_, i) => Math.Max(0, Array.BinarySearch(numbers, layer(i))), numbers.Length);
    }
}
