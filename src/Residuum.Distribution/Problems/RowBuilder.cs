using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Distribution.Problems;

/// <summary>Collects sparse rows, entry by entry.</summary>
internal sealed class RowBuilder
{
    private readonly List<int> _offsets = [0];
    private readonly List<int> _indices = [];
    private readonly List<double> _values = [];

    /// <summary>Adds an entry to the current row, columns ascending.</summary>
    public void Add(int column, double value)
    {
        _indices.Add(column);
        _values.Add(value);
    }

    /// <summary>Ends the current row.</summary>
    public void EndRow() => _offsets.Add(_indices.Count);

    /// <summary>The rows ended.</summary>
    public SparseMatrix ToMatrix(int columns) => new(_offsets.Count - 1, columns, [.. _offsets], [.. _indices], [.. _values]);
}
