using Residuum.Experiments.Methods;

namespace Residuum.Cli.Hosting;

/// <summary>Lines, and tables with aligned columns, for files and pipes.</summary>
internal sealed class PlainPage(TextWriter output) : IPage
{
    public void Line(string text = "") => output.WriteLine(text);

    public void Table(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows)
    {
        var cells = new TableCells(headers, rows);
        foreach (var line in cells.Rows.Prepend([.. cells.Headers]))
            output.WriteLine(string.Join("  ", line.Select((cell, column) => cell.PadRight(cells.Widths[column]))).TrimEnd());
    }
}
