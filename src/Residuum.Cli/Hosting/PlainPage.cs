using Residuum.Experiments.Methods;

namespace Residuum.Cli.Hosting;

/// <summary>Lines, and tables with aligned columns, for files and pipes.</summary>
internal sealed class PlainPage(TextWriter output) : IPage
{
    public void Line(string text = "") => output.WriteLine(text);

    public void Table(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows)
    {
        IReadOnlyList<string>[] lines = [headers, .. rows];
        int[] widths = [.. headers.Select((_, column) => lines.Max(line => line[column].Length))];
        foreach (var line in lines)
            output.WriteLine(string.Join("  ", line.Select((cell, column) => cell.ReplaceLineEndings(" ").PadRight(widths[column]))).TrimEnd());
    }
}
