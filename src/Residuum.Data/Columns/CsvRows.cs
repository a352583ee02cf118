using nietras.SeparatedValues;

namespace Residuum.Data.Columns;

/// <summary>The rows of a separated text, each checked for its number of cells; blank lines are passed over.</summary>
internal sealed class CsvRows
{
    private static readonly char[] Separators = [',', ';', '\t'];

    private readonly Func<TextReader> _open;
    private readonly string _name;
    private readonly char _separator;

    private CsvRows(Func<TextReader> open, string name, char separator) => (_open, _name, _separator) = (open, name, separator);

    public delegate void Visitor(SepReader.Row row);

    public string Name => _name;

    public static CsvRows Of(Func<TextReader> open, string name)
    {
        using var text = open();
        string first = text.ReadLine() ?? "";
        return new CsvRows(open, name, Separators.MaxBy(separator => first.Count(c => c == separator)));
    }

    public void Visit(Visitor visit)
    {
        using var text = _open();
        // Counts are checked here, so that the message can name file, line and both counts.
        var options = Sep.New(_separator).Reader(o => o with { HasHeader = false, Unescape = true, DisableColCountCheck = true });
        using var reader = options.From(text);
        int expected = 0;
        foreach (var row in reader)
        {
            if (IsBlank(row)) continue;
            if (expected == 0) expected = row.ColCount;
            if (row.ColCount != expected)
                throw FormatError.AtLine(_name, row.LineNumberFrom, "wrong number of cells", $"{row.ColCount}", $"{expected} as in the first line");
            visit(row);
        }
    }

    private static bool IsBlank(SepReader.Row row) => row.ColCount == 0 || (row.ColCount == 1 && row[0].Span.Trim().IsEmpty);
}
