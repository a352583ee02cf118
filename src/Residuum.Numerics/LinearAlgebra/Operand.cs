namespace Residuum.Numerics.LinearAlgebra;

/// <summary>op(X), X or Xᵀ, of a row-major matrix with a leading size.</summary>
/// <param name="Values">Values of X.</param>
/// <param name="Stride">Numbers from one row of X to the next.</param>
/// <param name="Transposed">Whether op(X) is Xᵀ.</param>
internal readonly record struct Operand(double[] Values, int Stride, bool Transposed)
{
    public static Operand Of(Matrix matrix, bool transposed = false) => new(matrix.Values, matrix.Columns, transposed);

    /// <summary>The values from element (row, column) of op(X) on.</summary>
    public ReadOnlySpan<double> From(int row, int column) =>
        Values.AsSpan(Transposed ? (column * Stride) + row : (row * Stride) + column);
}
