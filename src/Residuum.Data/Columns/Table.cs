using Residuum.Data.Arrays;

namespace Residuum.Data.Columns;

/// <summary>Tables are data sets whose variables share the one dimension <c>row</c>.</summary>
public static class Table
{
    /// <summary>Name of the dimension.</summary>
    public const string RowDimension = "row";

    /// <summary>A table in memory.</summary>
    /// <param name="columns">Name and values of each column: <c>double[]</c>, <c>string[]</c> or another array, of equal length.</param>
    public static DataSet Of(params IReadOnlyList<(string Name, Array Values)> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return new DataSet([.. columns.Select(column => Variable.Of(column.Name, [RowDimension], [column.Values.LongLength], column.Values))]);
    }

    /// <summary>Checks that a data set is a table.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="format">Format that is to hold it, for the message.</param>
    internal static void Demand(DataSet data, string format)
    {
        if (data.Variables.FirstOrDefault(variable => variable.Rank != 1 || variable.Type == ElementType.Char) is { } other)
        {
            throw new Numerics.Errors.UserError($"{format} holds columns only: variable {FormatError.Quote(other.Name)} is no column",
                found: $"shape {other.ShapeText}", expected: "one dimension", remedy: "write netCDF");
        }
        if (data.Variables.Select(variable => variable.Rows).Distinct().Count() > 1)
            throw new Numerics.Errors.UserError($"{format} holds columns of equal length only", remedy: "write netCDF");
    }
}
