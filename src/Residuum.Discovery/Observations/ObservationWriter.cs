using System.Reflection;
using Residuum.Data.Arrays;
using Residuum.Data.NetCdf;

namespace Residuum.Discovery.Observations;

/// <summary>Writes observations as netCDF classic: each field <c>[sample, lag, x]</c>, with <c>time(sample, lag)</c>, <c>dt(sample)</c> and <c>x(x)</c>.</summary>
internal static class ObservationWriter
{
    public static void Write(ObservationSet set, string path, string history)
    {
        var metadata = set.Metadata;
        int samples = set.Samples, lags = set.States.Count, points = set.Layout.Points;
        var variables = new List<Variable>
        {
            Variable.Of("x", ["x"], [points], Coordinate(set), AttributeTable.Described("position", metadata.LengthUnit, ("axis", "X"))),
            Variable.Of("time", ["sample", "lag"], [samples, lags], Times(set), AttributeTable.Described("time of each state", metadata.TimeUnit)),
            Variable.Of("dt", ["sample"], [samples], set.TimeSteps.ToArray(), AttributeTable.Described("time between neighbouring states of a sample", metadata.TimeUnit)),
        };
        for (int field = 0; field < set.Layout.Fields.Count; field++)
            variables.Add(Variable.Of(set.Layout.Fields[field], ["sample", "lag", "x"], [samples, lags, points], Values(set, field), Describe(metadata, field, set.Layout.Fields[field])));
        NetCdfWriter.Write(path, new DataSet(variables, Global(set, history)));
    }

    private static AttributeTable Global(ObservationSet set, string history)
    {
        var attributes = new AttributeTable
        {
            ["Conventions"] = "CF-1.8",
            ["title"] = "Groups of states of one trajectory each, a time step apart, oldest first",
            ["source"] = set.Metadata.Source,
            ["history"] = history,
            ["residuum_version"] = Assembly.GetExecutingAssembly().GetName().Version?.ToString(3) ?? "",
            ["length"] = set.Layout.Length,
        };
        if (set.Metadata.Seed is { } seed) attributes["seed"] = (double)seed; // classic files have no 64-bit integers
        return attributes;
    }

    private static AttributeTable Describe(ObservationMetadata metadata, int field, string name)
    {
        var attributes = AttributeTable.Described(metadata.LongNames.Count > 0 ? metadata.LongNames[field] : name, metadata.FieldUnits.Count > 0 ? metadata.FieldUnits[field] : "");
        if (metadata.NoiseStandardDeviations.Count > 0) attributes["noise_standard_deviation"] = metadata.NoiseStandardDeviations[field];
        return attributes;
    }

    private static double[] Coordinate(ObservationSet set) =>
        [.. Enumerable.Range(0, set.Layout.Points).Select(i => set.Metadata.Origin + (i * set.Layout.Spacing))];

    private static double[] Times(ObservationSet set) =>
        [.. Enumerable.Range(0, set.Samples).SelectMany(sample => Enumerable.Range(0, set.States.Count).Select(lag => set.Times[sample] - ((set.Lags - lag) * set.TimeSteps[sample])))];

    private static double[] Values(ObservationSet set, int field)
    {
        int points = set.Layout.Points, lags = set.States.Count;
        var values = new double[checked(set.Samples * lags * points)];
        for (int sample = 0; sample < set.Samples; sample++)
        {
            for (int lag = 0; lag < lags; lag++) set.States[lag].Field(sample, field).CopyTo(values.AsSpan(((sample * lags) + lag) * points));
        }
        return values;
    }
}
