namespace Residuum.Numerics.LinearAlgebra;

/// <summary>Collects the rows of a sparse matrix, entry by entry.</summary>
public sealed class SparseRows
{
    private readonly List<int> _offsets = [0];
    private readonly List<int> _indices = [];
    private readonly List<double> _values = [];

    /// <summary>Entries so far.</summary>
    public int Entries => _indices.Count;

    /// <summary>Adds an entry to the current row, columns ascending.</summary>
    /// <param name="column">Its column.</param>
    /// <param name="value">Its value.</param>
    public void Add(int column, double value)
    {
        _indices.Add(column);
        _values.Add(value);
    }

    /// <summary>Ends the current row.</summary>
    public void EndRow() => _offsets.Add(_indices.Count);

    /// <summary>The rows that were ended.</summary>
    /// <param name="columns">Number of columns.</param>
    /// <param name="first">Number of the first column in what was added, such as 1.</param>
    public SparseMatrix ToMatrix(int columns, int first = 0) =>
        new(_offsets.Count - 1, columns, [.. _offsets], first == 0 ? [.. _indices] : [.. _indices.Select(column => column - first)], [.. _values]);
}
