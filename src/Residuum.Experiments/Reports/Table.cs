namespace Residuum.Experiments.Reports;

/// <summary>A table of texts, as reports and terminals show it.</summary>
/// <param name="Title">What it shows, in a sentence.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">One text for each column, row by row.</param>
public sealed record Table(string Title, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>One text for each column, row by row.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; } = Rows.All(row => row.Count == Columns.Count)
        ? Rows
        : throw new ArgumentException($"a row of the table '{Title}' has not {Columns.Count} cells", nameof(Rows));
}

/// <summary>A column of a table.</summary>
/// <param name="Name">Heading.</param>
/// <param name="Unit">Unit, shown beside the heading; empty for none.</param>
/// <param name="Numeric">Whether the cells are numbers, set to the right.</param>
public sealed record Column(string Name, string Unit = "", bool Numeric = false);
