using System.Numerics.Tensors;

namespace Residuum.Numerics.LinearAlgebra;

/// <summary>Sparse real matrix by rows (CSR), double precision; immutable, and its products allocate nothing.</summary>
public sealed class SparseMatrix
{
    private readonly int[] _offsets;
    private readonly int[] _indices;
    private readonly double[] _values;

    /// <summary>Wraps the three arrays, without a copy.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="columns">Number of columns.</param>
    /// <param name="offsets">Where each row begins in the others, and their length: <c>[rows + 1]</c>.</param>
    /// <param name="indices">Column of each entry, ascending within a row.</param>
    /// <param name="values">Value of each entry.</param>
    /// <exception cref="ArgumentException">The arrays do not fit each other, or a column is out of range or out of order.</exception>
    public SparseMatrix(int rows, int columns, int[] offsets, int[] indices, double[] values)
    {
        ArgumentNullException.ThrowIfNull(offsets);
        ArgumentNullException.ThrowIfNull(indices);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        if (offsets.Length != rows + 1L || offsets[0] != 0 || offsets[^1] != indices.Length || indices.Length != values.Length)
            throw new ArgumentException($"{offsets.Length} offsets, {indices.Length} columns and {values.Length} values do not make {rows} rows", nameof(offsets));
        (Rows, Columns, _offsets, _indices, _values) = (rows, columns, offsets, indices, values);
        for (int row = 0; row < rows; row++) CheckRow(row);
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>Number of entries that are stored.</summary>
    public int Entries => _values.Length;

    /// <summary>The entries of a dense matrix that are not zero.</summary>
    /// <param name="dense">The matrix.</param>
    public static SparseMatrix Of(Matrix dense)
    {
        ArgumentNullException.ThrowIfNull(dense);
        var rows = new SparseRows();
        for (int row = 0; row < dense.Rows; row++)
        {
            for (int column = 0; column < dense.Columns; column++)
            {
                if (dense[row, column] != 0) rows.Add(column, dense[row, column]);
            }
            rows.EndRow();
        }
        return rows.ToMatrix(dense.Columns);
    }

    /// <summary>Columns of a row's entries, ascending.</summary>
    /// <param name="row">Row, from 0.</param>
    public ReadOnlySpan<int> Indices(int row) => _indices.AsSpan(_offsets[row]..(_offsets[row + 1]));

    /// <summary>Values of a row's entries.</summary>
    /// <param name="row">Row, from 0.</param>
    public ReadOnlySpan<double> Values(int row) => _values.AsSpan(_offsets[row]..(_offsets[row + 1]));

    /// <summary>Product of one row and a vector.</summary>
    /// <param name="row">Row, from 0.</param>
    /// <param name="x">Vector <c>[columns]</c>.</param>
    public double Dot(int row, ReadOnlySpan<double> x)
    {
        var indices = Indices(row);
        var values = Values(row)[..indices.Length];
        if (values.Length == Columns) return TensorPrimitives.Dot(values, x); // A full row.
        double sum = 0;
        for (int i = 0; i < indices.Length; i++) sum += values[i] * x[indices[i]];
        return sum;
    }

    /// <summary>target += factor · row.</summary>
    /// <param name="row">Row, from 0.</param>
    /// <param name="factor">Factor.</param>
    /// <param name="target">Vector <c>[columns]</c>, added to.</param>
    public void AddRow(int row, double factor, Span<double> target)
    {
        var indices = Indices(row);
        var values = Values(row)[..indices.Length];
        if (values.Length == Columns) TensorPrimitives.MultiplyAdd(values, factor, target, target); // A full row.
        else for (int i = 0; i < indices.Length; i++) target[indices[i]] += factor * values[i];
    }

    /// <summary>y = A x on rows that follow each other.</summary>
    /// <param name="first">First row; as many as <paramref name="y"/> is long.</param>
    /// <param name="x">Vector <c>[columns]</c>.</param>
    /// <param name="y">Replaced by the products.</param>
    public void Multiply(int first, ReadOnlySpan<double> x, Span<double> y)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(x.Length, Columns, nameof(x));
        for (int i = 0; i < y.Length; i++) y[i] = Dot(first + i, x);
    }

    /// <summary>g += Aᵀ r on rows that follow each other.</summary>
    /// <param name="first">First row; as many as <paramref name="r"/> is long.</param>
    /// <param name="r">One factor for each row.</param>
    /// <param name="g">Vector <c>[columns]</c>, added to.</param>
    public void AddTransposed(int first, ReadOnlySpan<double> r, Span<double> g)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(g.Length, Columns, nameof(g));
        for (int i = 0; i < r.Length; i++) AddRow(first + i, r[i], g);
    }

    /// <summary>A copy of some rows, in the order given.</summary>
    /// <param name="rows">Rows, from 0; one may come more than once.</param>
    public SparseMatrix Select(ReadOnlySpan<int> rows)
    {
        var offsets = new int[rows.Length + 1];
        for (int i = 0; i < rows.Length; i++) offsets[i + 1] = checked(offsets[i] + Indices(rows[i]).Length);
        var (indices, values) = (new int[offsets[^1]], new double[offsets[^1]]);
        for (int i = 0; i < rows.Length; i++)
        {
            Indices(rows[i]).CopyTo(indices.AsSpan(offsets[i]));
            Values(rows[i]).CopyTo(values.AsSpan(offsets[i]));
        }
        return new SparseMatrix(rows.Length, Columns, offsets, indices, values);
    }

    private void CheckRow(int row)
    {
        if (_offsets[row] > _offsets[row + 1] || _offsets[row + 1] > _indices.Length) throw new ArgumentException($"row {row} ends before it begins, or after the last entry");
        int last = -1;
        foreach (int column in Indices(row))
        {
            if (column <= last || column >= Columns) throw new ArgumentException($"column {column} of row {row} is out of order or outside the {Columns} columns");
            last = column;
        }
    }
}
