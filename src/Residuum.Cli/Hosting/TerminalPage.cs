using Residuum.Experiments.Methods;
using Spectre.Console;

namespace Residuum.Cli.Hosting;

/// <summary>Lines, and tables folded to the width of the terminal.</summary>
internal sealed class TerminalPage : IPage
{
    private const int WidestUnfolded = 16;

    public void Line(string text = "") => Console.Out.WriteLine(text);

    public void Table(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows)
    {
        var cells = new TableCells(headers, rows);
        var table = new Table().Border(TableBorder.Simple);
        foreach (var (header, width) in cells.Headers.Zip(cells.Widths))
            table.AddColumn(new TableColumn(new Text(header)) { NoWrap = width <= WidestUnfolded });
        foreach (string[] row in cells.Rows) table.AddRow(row.Select(cell => new Text(cell)));
        AnsiConsole.Write(table);
    }
}
