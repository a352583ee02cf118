using Residuum.Experiments.Methods;
using Spectre.Console;

namespace Residuum.Cli.Hosting;

/// <summary>Lines, and tables folded to the width of the terminal.</summary>
internal sealed class TerminalPage : IPage
{
    public void Line(string text = "") => Console.Out.WriteLine(text);

    public void Table(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (string header in headers) table.AddColumn(new TableColumn(new Text(header)));
        foreach (var row in rows) table.AddRow(row.Select(cell => new Text(cell)));
        AnsiConsole.Write(table);
    }
}
