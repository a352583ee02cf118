using Residuum.Data.Arrays;
using Residuum.Data.NetCdf;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Solvers;

namespace Residuum.Discovery.Verbs;

/// <summary>Writes states as netCDF classic with CF attributes: each field <c>[time or sample, x]</c>, with coordinates.</summary>
internal static class StateFile
{
    public static void Write(string path, StateBatch states, string dimension, double[] times, string history, ObservationMetadata metadata)
    {
        int points = states.Layout.Points;
        double[] x = [.. Enumerable.Range(0, points).Select(i => metadata.Origin + (i * states.Layout.Spacing))];
        var variables = new List<Variable>
        {
            Variable.Of("x", ["x"], [points], x, Attributes("position", metadata.LengthUnit)),
            Variable.Of("time", [dimension], [states.Members], times, Attributes("time", metadata.TimeUnit)),
        };
        for (int field = 0; field < states.Layout.Fields.Count; field++)
        {
            string unit = metadata.FieldUnits.Count > 0 ? metadata.FieldUnits[field] : "";
            variables.Add(Variable.Of(states.Layout.Fields[field], [dimension, "x"], [states.Members, points], Values(states, field), Attributes(states.Layout.Fields[field], unit)));
        }
        NetCdfWriter.Write(path, new DataSet(variables, new AttributeTable { ["Conventions"] = "CF-1.8", ["history"] = history, ["source"] = metadata.Source }));
    }

    private static double[] Values(StateBatch states, int field)
    {
        int points = states.Layout.Points;
        var values = new double[checked(states.Members * points)];
        for (int member = 0; member < states.Members; member++) states.Field(member, field).CopyTo(values.AsSpan(member * points));
        return values;
    }

    private static AttributeTable Attributes(string longName, string unit)
    {
        var attributes = new AttributeTable { ["long_name"] = longName };
        if (unit.Length > 0) attributes["units"] = unit;
        return attributes;
    }
}
