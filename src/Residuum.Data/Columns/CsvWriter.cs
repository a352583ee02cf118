using System.Globalization;
using System.Text;
using nietras.SeparatedValues;
using Residuum.Data.Arrays;
using Residuum.Data.Bytes;

namespace Residuum.Data.Columns;

/// <summary>Writes comma-separated text with a header; numbers so that they are read back bit for bit.</summary>
public static class CsvWriter
{
    /// <summary>Writes a table.</summary>
    /// <param name="path">The file.</param>
    /// <param name="table">Variables of one dimension and equal length.</param>
    /// <exception cref="Numerics.Errors.UserError">The data set is no table.</exception>
    public static void Write(string path, DataSet table)
    {
        ArgumentNullException.ThrowIfNull(table);
        Table.Demand(table, "CSV");
        AtomicFile.Write(path, stream =>
        {
            using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
            using var writer = Sep.New(',').Writer(o => o with { WriteHeader = false, Escape = true, CultureInfo = CultureInfo.InvariantCulture }).To(text);
            var columns = table.Variables.Select(variable => variable.ReadElements()).ToList();
            Row(writer, column => table.Variables[column].Name, columns.Count);
            for (int row = 0; row < (columns.Count == 0 ? 0 : columns[0].Length); row++) Row(writer, column => Cell(columns[column], row), columns.Count);
        });
    }

    private static void Row(SepWriter writer, Func<int, string> cell, int columns)
    {
        using var row = writer.NewRow();
        for (int column = 0; column < columns; column++) row[column].Set(cell(column));
    }

    private static string Cell(Array column, int row) => column switch
    {
        double[] values => values[row].ToString("R", CultureInfo.InvariantCulture),
        float[] values => values[row].ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(column.GetValue(row), CultureInfo.InvariantCulture) ?? "",
    };
}
