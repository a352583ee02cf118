namespace Residuum.Cli.Hosting;

/// <summary>The cells of a table that are worth showing: a column without any content is left out.</summary>
internal sealed class TableCells
{
    public TableCells(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows)
    {
        IReadOnlyList<string>[] all = [.. rows];
        int[] shown = [.. Enumerable.Range(0, headers.Count).Where(column => all.Length == 0 || all.Any(row => row[column].Length > 0))];
        Headers = [.. shown.Select(column => headers[column])];
        Rows = [.. all.Select(row => shown.Select(column => row[column].ReplaceLineEndings(" ")).ToArray())];
        Widths = [.. Headers.Select((header, column) => Rows.Select(row => row[column].Length).Append(header.Length).Max())];
    }

    public IReadOnlyList<string> Headers { get; }

    public IReadOnlyList<string[]> Rows { get; }

    /// <summary>Longest cell of each column.</summary>
    public IReadOnlyList<int> Widths { get; }
}
