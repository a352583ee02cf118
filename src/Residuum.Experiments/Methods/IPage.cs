namespace Residuum.Experiments.Methods;

/// <summary>Text for a reader: lines and tables, laid out for a terminal or plainly for a file.</summary>
public interface IPage
{
    /// <summary>A line or several.</summary>
    /// <param name="text">The text.</param>
    void Line(string text = "");

    /// <summary>A table.</summary>
    /// <param name="headers">Column names.</param>
    /// <param name="rows">Cells, as many a row as there are names.</param>
    void Table(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows);
}
