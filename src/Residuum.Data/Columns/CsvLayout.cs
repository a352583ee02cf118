using System.Globalization;

namespace Residuum.Data.Columns;

/// <summary>Names and types of the columns of a separated text, from a first pass over it.</summary>
/// <param name="Names">Column names.</param>
/// <param name="IsNumeric">Whether a column holds only numbers.</param>
/// <param name="HasHeader">Whether the first row is a header.</param>
/// <param name="Rows">Number of rows below the header.</param>
internal sealed record CsvLayout(IReadOnlyList<string> Names, bool[] IsNumeric, bool HasHeader, int Rows)
{
    public static CsvLayout Of(CsvRows rows)
    {
        string[]? names = null;
        bool[] numeric = [];
        int count = 0;
        bool hasHeader = false;
        rows.Visit(row =>
        {
            if (names is null)
            {
                (names, hasHeader) = Header(row);
                numeric = [.. names.Select(_ => true)];
                if (hasHeader) return;
            }
            for (int column = 0; column < numeric.Length; column++) numeric[column] &= CsvReader.IsNumber(row[column].Span, out _);
            count++;
        });
        if (names is null) throw FormatError.In(rows.Name, "no rows");
        if (names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw FormatError.In(rows.Name, "two columns are named alike", FormatError.Quote(twice.Key));
        return new CsvLayout(names, numeric, hasHeader, count);
    }

    private static (string[] Names, bool IsHeader) Header(nietras.SeparatedValues.SepReader.Row row)
    {
        var names = new string[row.ColCount];
        bool isHeader = false;
        for (int column = 0; column < names.Length; column++)
        {
            string cell = row[column].ToString().Trim();
            isHeader |= !CsvReader.IsNumber(cell, out _);
            names[column] = cell.Length > 0 ? cell : Numbered(column);
        }
        return isHeader ? (names, true) : ([.. names.Select((_, column) => Numbered(column))], false);
    }

    private static string Numbered(int column) => "column_" + (column + 1).ToString(CultureInfo.InvariantCulture);
}
