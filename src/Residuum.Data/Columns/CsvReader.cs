using System.Globalization;
using nietras.SeparatedValues;
using Residuum.Data.Arrays;

namespace Residuum.Data.Columns;

/// <summary>Reads separated text: comma, semicolon or tab; quoted cells; columns of numbers or of texts.</summary>
/// <remarks>The separator is the most frequent one of the first line. The first line is a header unless all its cells are numbers.
/// A column is numeric where every cell is a number or stands for none (empty, NA, NaN, null), which becomes NaN.</remarks>
public static class CsvReader
{
    private static readonly string[] Missing = ["", "na", "nan", "null", "n/a"];

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FormatError">Names file and line, the number of cells found and expected.</exception>
    public static DataSet Read(string path) => Read(() => new StreamReader(path), path);

    /// <summary>Reads text in memory, such as standard input.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">Name for messages.</param>
    /// <exception cref="FormatError">Names file and line, the number of cells found and expected.</exception>
    public static DataSet Parse(string text, string name) => Read(() => new StringReader(text), name);

    /// <summary>Whether a cell is a number, or stands for none (NaN).</summary>
    internal static bool IsNumber(ReadOnlySpan<char> cell, out double value)
    {
        cell = cell.Trim();
        if (double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out value)) return true;
        value = double.NaN;
        foreach (string missing in Missing)
        {
            if (cell.Equals(missing, StringComparison.OrdinalIgnoreCase)) return true;
        }
        value = cell is "-inf" ? double.NegativeInfinity : double.PositiveInfinity;
        return cell is "inf" or "+inf" or "-inf";
    }

    /// <summary>Two passes: the first finds types and sizes, so that no cell is kept twice.</summary>
    private static DataSet Read(Func<TextReader> open, string name) => ThirdParty.Read(name, "separated text", () =>
    {
        var rows = CsvRows.Of(open, name);
        var layout = CsvLayout.Of(rows);
        var columns = layout.Names.Select((_, column) => layout.IsNumeric[column] ? (Array)new double[layout.Rows] : new string[layout.Rows]).ToArray();
        int index = layout.HasHeader ? -1 : 0;
        rows.Visit(row =>
        {
            for (int column = 0; index >= 0 && column < columns.Length; column++) Put(columns[column], index, row[column]);
            index++;
        });
        var dimension = new Dimension(Table.RowDimension, layout.Rows);
        var variables = layout.Names.Select((column, i) => Variable.Of(column, [dimension], columns[i])).ToList();
        return new DataSet(name, "separated text", [dimension], variables, [], file: null);
    });

    private static void Put(Array column, int index, SepReader.Col cell)
    {
        if (column is double[] numbers) numbers[index] = IsNumber(cell.Span, out double value) ? value : double.NaN;
        else ((string[])column)[index] = cell.ToString();
    }
}
