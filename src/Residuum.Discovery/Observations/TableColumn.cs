using Residuum.Data;
using Residuum.Data.Arrays;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Observations;

/// <summary>Columns of coordinates in a long table.</summary>
internal static class TableColumn
{
    /// <summary>The first column of one of these names; every row a finite number.</summary>
    /// <param name="data">The table.</param>
    /// <param name="names">Names, the preferred one first.</param>
    /// <exception cref="UserError">No such column, text, or a missing number.</exception>
    public static (string Name, double[] Values) Read(DataSet data, params IReadOnlyList<string> names)
    {
        foreach (string name in names)
        {
            if (!data.TryGet(name, out var column)) continue;
            double[] values = column.Read();
            int missing = Array.FindIndex(values, value => !double.IsFinite(value));
            return missing < 0 ? (name, values) : throw new UserError("a coordinate is missing", $"{data.Source}: {name}", $"row {missing + 1}", "a number");
        }
        throw new UserError("a column is missing", data.Source, $"columns {string.Join(", ", data.Variables.Take(20).Select(variable => FormatError.Quote(variable.Name)))}", string.Join(" or ", names));
    }
}
