namespace Residuum.Numerics.LinearAlgebra;

/// <summary>Dense real matrix, row-major, double precision.</summary>
public sealed class Matrix
{
    /// <summary>A matrix of zeros.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="columns">Number of columns.</param>
    public Matrix(int rows, int columns)
        : this(rows, columns, new double[checked(rows * columns)])
    {
    }

    /// <summary>Wraps values, without a copy.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="columns">Number of columns.</param>
    /// <param name="values">Row-major values, <c>[rows, columns]</c>.</param>
    /// <exception cref="ArgumentException">The length is not rows times columns.</exception>
    public Matrix(int rows, int columns, double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Length != (long)rows * columns)
            throw new ArgumentException($"{values.Length} values for a {rows} x {columns} matrix", nameof(values));
        (Rows, Columns, Values) = (rows, columns, values);
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>The values themselves, row-major.</summary>
    public double[] Values { get; }

    /// <summary>Element at a row and a column.</summary>
    /// <param name="row">Row, from 0.</param>
    /// <param name="column">Column, from 0.</param>
    public ref double this[int row, int column] => ref Values[(row * Columns) + column];

    /// <summary>A row, as a view.</summary>
    /// <param name="row">Row, from 0.</param>
    public Span<double> Row(int row) => Values.AsSpan(row * Columns, Columns);

    /// <summary>A copy.</summary>
    public Matrix Copy() => new(Rows, Columns, (double[])Values.Clone());
}
