using System.Numerics.Tensors;

namespace Residuum.Numerics.LinearAlgebra;

/// <summary>Inverse of a small square matrix that need not be symmetric, by Gauss-Jordan elimination with row exchange.</summary>
public static class GeneralInverse
{
    /// <summary>A⁻¹.</summary>
    /// <param name="a">Square matrix; kept.</param>
    /// <exception cref="ArgumentException">The matrix is not square, or singular.</exception>
    public static Matrix Of(Matrix a)
    {
        ArgumentNullException.ThrowIfNull(a);
        if (a.Rows != a.Columns) throw new ArgumentException($"a {a.Rows} x {a.Columns} matrix has no inverse", nameof(a));
        Matrix left = a.Copy(), inverse = Identity(a.Rows);
        for (int column = 0; column < a.Rows; column++)
        {
            int pivot = Enumerable.Range(column, a.Rows - column).MaxBy(row => Math.Abs(left[row, column]));
            double value = left[pivot, column];
            if (value == 0 || !double.IsFinite(value)) throw new ArgumentException($"the matrix is singular in column {column}", nameof(a));
            Exchange(left, pivot, column);
            Exchange(inverse, pivot, column);
            TensorPrimitives.Divide(left.Row(column), value, left.Row(column));
            TensorPrimitives.Divide(inverse.Row(column), value, inverse.Row(column));
            for (int row = 0; row < a.Rows; row++)
            {
                if (row == column) continue;
                double factor = -left[row, column];
                TensorPrimitives.MultiplyAdd(left.Row(column), factor, left.Row(row), left.Row(row));
                TensorPrimitives.MultiplyAdd(inverse.Row(column), factor, inverse.Row(row), inverse.Row(row));
            }
        }
        return inverse;
    }

    private static Matrix Identity(int size)
    {
        var identity = new Matrix(size, size);
        for (int i = 0; i < size; i++) identity[i, i] = 1;
        return identity;
    }

    private static void Exchange(Matrix a, int first, int second)
    {
        if (first == second) return;
        double[] kept = a.Row(first).ToArray();
        a.Row(second).CopyTo(a.Row(first));
        kept.CopyTo(a.Row(second));
    }
}
