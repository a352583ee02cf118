using System.Globalization;
using Residuum.Data.Arrays;
using Residuum.Discovery.Observations;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Sensors.Layered;

/// <summary>Reads a long table: columns <c>t</c> or <c>time</c>, <c>layer</c>, <c>x</c>, <c>y</c>, and <c>value</c>, <c>psi</c> or <c>q</c>; or no layer and a
/// column for each (<c>psi1</c>, <c>psi2</c>). A column <c>sample</c> numbers the pairs.</summary>
/// <remarks>A table states no units: its numbers are in the model's.</remarks>
/// <param name="data">The table.</param>
/// <param name="options">How to read it.</param>
/// <param name="model">The model's grid, if there is one.</param>
internal sealed class TableReader(DataSet data, ObservationOptions options, PlaneGrid? model)
{
    /// <summary>Reads all pairs.</summary>
    public LayeredSource Read()
    {
        double[] times = TableColumn.Read(data, "time", "t").Values, x = Column("x"), y = Column("y");
        double[]? samples = data.TryGet("sample", out _) ? Column("sample") : null, layers = data.TryGet("layer", out _) ? Column("layer") : null;
        var (columns, quantity, notes) = Values();
        var layerOf = Layers(layers);
        if (layers is not null && columns.Count > 1)
            throw new UserError("layers as rows and as columns", data.Source, $"layer, {string.Join(", ", columns.Select(column => column.Name))}", "one of the two");
        var readings = new List<Reading>(times.Length * columns.Count);
        for (int column = 0; column < columns.Count; column++)
        {
            double[] values = columns[column].Read();
            for (int row = 0; row < values.Length; row++)
                readings.Add(new Reading(samples?[row] ?? 0, times[row], x[row], y[row], layers is null ? column : layerOf[layers[row]], values[row]));
        }
        int count = layers is null ? columns.Count : layerOf.Count;
        var axes = new PlaneAxes(data, options, new ObservedUnits(data.Source, options), model);
        return new ReadingSource(data.Source, options).Pair(readings, axes, count, default, (quantity, Metadata(count, columns[0].Name), notes));
    }

    private double[] Column(string name) => TableColumn.Read(data, name).Values;

    private (IReadOnlyList<Variable> Columns, ObservedQuantity Quantity, List<string> Notes) Values()
    {
        if (options.Variables.Count == 0 && data.TryGet("value", out var value) && value.Type != ElementType.Text)
            return ([value], options.Quantity ?? ObservedQuantity.StreamFunction, options.Quantity is null ? ["the column value was taken to be the stream function; set 'quantity' where it is not"] : []);
        var variables = LayeredVariables.Choose(data, options);
        return (variables.All, variables.Quantity, variables.Note is { } note ? [note] : []);
    }

    private ObservationMetadata Metadata(int layers, string name) => new()
    {
        Source = data.Source,
        FieldUnits = options.Units.Count == 0 ? [] : [.. Enumerable.Repeat(options.Units[0], layers)],
        LongNames = [.. Enumerable.Range(1, layers).Select(layer => $"{name}, layer {layer}")],
        TimeUnit = options.TimeUnit,
        LengthUnit = options.LengthUnit,
        NoiseStandardDeviations = ObservedNoise.Choose(options.Noise, [.. Enumerable.Repeat((double?)null, layers)]),
    };

    /// <summary>Layers by their numbers in the table, from the smallest.</summary>
    private Dictionary<double, int> Layers(double[]? column)
    {
        const int Most = 1000;
        double[] numbers = [.. (column ?? []).Distinct().Order()];
        return numbers.Length <= Most
            ? numbers.Select((number, layer) => (number, layer)).ToDictionary(pair => pair.number, pair => pair.layer)
            : throw new UserError("too many layers", $"{data.Source}: layer", numbers.Length.ToString(CultureInfo.InvariantCulture), $"at most {Most}");
    }
}
