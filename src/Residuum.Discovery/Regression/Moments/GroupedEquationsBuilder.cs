using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery.Regression;

/// <summary>Streams rows into groups: the rows of a sample arrive in blocks of any size and are forgotten.</summary>
/// <param name="columns">Number of columns q.</param>
public sealed class GroupedEquationsBuilder(int columns)
{
    private readonly List<AugmentedMoments> _finished = [];
    private RowMoments? _open;
    private long _rows;

    /// <summary>Adds rows to the open group; the same bits however the rows are cut into blocks.</summary>
    /// <param name="phi">Φ, <c>[rows, q]</c>.</param>
    /// <param name="y">Target, <c>[rows]</c>.</param>
    /// <exception cref="Numerics.Errors.NonFiniteException">Names the row and the column.</exception>
    public void Add(Matrix phi, ReadOnlySpan<double> y)
    {
        ArgumentNullException.ThrowIfNull(phi);
        RowMoments.CheckRows(phi, y.Length);
        if (phi.Columns != columns) throw new ArgumentException($"{phi.Columns} columns, not {columns}", nameof(phi));
        _open ??= new RowMoments(columns, _rows);
        _open.Add(phi.Values, y);
        _rows += y.Length;
    }

    /// <summary>Closes the open group; the next rows start another.</summary>
    public void EndGroup()
    {
        if (_open is null) return;
        _finished.Add(GroupedEquations.Tight(_open.Finish()));
        _open = null;
    }

    /// <summary>Closes the open group and returns all.</summary>
    /// <exception cref="ArgumentException">No row was added.</exception>
    public GroupedEquations Build()
    {
        EndGroup();
        if (_finished.Count == 0) throw new ArgumentException("no group of rows");
        return new GroupedEquations(columns, [.. _finished]);
    }
}
