using Residuum.Data.Arrays;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Observations;

/// <summary>Reads observations that are a long table: one row a sample, time and grid point, in any order.</summary>
/// <remarks>Columns <c>sample</c> (left out for a continuous series), <c>time</c> or <c>t</c>, <c>x</c>, and one for each field. Cells without a row are missing.
/// A table states no units: its numbers are in the model's.</remarks>
/// <param name="data">The table.</param>
/// <param name="options">How to read it.</param>
internal sealed class TableObservations(DataSet data, ObservationOptions options)
{
    /// <summary>Reads all samples.</summary>
    public ObservationSet Read()
    {
        var (timeName, times) = TableColumn.Read(data, "time", "t");
        var (positionName, positions) = TableColumn.Read(data, "x");
        double[]? samples = data.TryGet("sample", out var sampleColumn) ? sampleColumn.Read() : null;
        double[] x = [.. positions.Distinct().Order()];
        var axis = UniformAxis.Of(x, $"{data.Source}: {positionName}");
        var place = x.Select((value, i) => (value, i)).ToDictionary(pair => pair.value, pair => pair.i);

        var names = Fields(timeName, positionName);
        (double Sample, double Time)[] keys = [.. times.Select((time, row) => (samples?[row] ?? 0, time))];
        (double Sample, double Time)[] frames = [.. keys.Distinct().Order()];
        var frameOf = frames.Select((key, i) => (key, i)).ToDictionary(pair => pair.key, pair => pair.i);
        double[][] fields = [.. names.Select(name => Pivot(data[name], row => (frameOf[keys[row]] * x.Length) + place[positions[row]], frames.Length * x.Length))];

        var (groups, steps, ends) = samples is null
            ? TimeSeriesCut.Cut([.. frames.Select(frame => frame.Time)], options.Lags, options.Overlap, $"{data.Source}: {timeName}")
            : BySample(frames);
        var metadata = new ObservationMetadata
        {
            Source = data.Source,
            FieldUnits = options.Units,
            LongNames = names,
            TimeUnit = options.TimeUnit,
            LengthUnit = options.LengthUnit,
            Origin = axis.Origin,
            NoiseStandardDeviations = ObservedNoise.Choose(options.Noise, [.. names.Select(_ => (double?)null)]),
        };
        var layout = new StateLayout(names, x.Length, options.Length > 0 ? options.Length : axis.Length);
        return new ObservedFrames(fields, layout, groups, steps, ends).Gather(metadata);
    }

    private string[] Fields(string time, string position)
    {
        if (options.Variables.Count > 0) return [.. options.Variables.Select(name => data[name].Name)];
        string[] fields = [.. data.Variables.Where(variable => variable.Type != ElementType.Text && variable.Name != time && variable.Name != position && variable.Name is not ("sample" or "lag")).Select(variable => variable.Name)];
        return fields.Length > 0 ? fields : throw new UserError("no column holds a field", data.Source);
    }

    private double[] Pivot(Variable column, Func<int, int> cell, int cells)
    {
        if (cells > 4L * column.Count)
            throw new UserError("most cells of the table are missing", $"{data.Source}: {column.Name}", $"{column.Count} rows for {cells} cells", "a row for each grid point and time", "observations must lie on one grid; interpolate first");
        var values = new double[cells];
        Array.Fill(values, double.NaN);
        double[] rows = column.Read();
        for (int row = 0; row < rows.Length; row++) values[cell(row)] = rows[row];
        return values;
    }

    private (List<int[]>, double[], double[]) BySample((double Sample, double Time)[] frames)
    {
        var groups = frames.Select((frame, i) => (frame.Sample, i)).GroupBy(pair => pair.Sample, pair => pair.i).Select(group => group.ToArray()).ToList();
        int states = groups[0].Length;
        foreach (int[] group in groups)
        {
            if (group.Length == states && states >= 2) continue;
            throw new UserError("samples differ in their number of times", data.Source, $"{group.Length} times in sample {frames[group[0]].Sample}", states >= 2 ? $"{states}" : "2 or 3");
        }
        double[] steps = [.. groups.Select(group => (frames[group[^1]].Time - frames[group[0]].Time) / (states - 1))];
        return (groups, TimeSeriesCut.Snapped(steps), [.. groups.Select(group => frames[group[^1]].Time)]);
    }
}
