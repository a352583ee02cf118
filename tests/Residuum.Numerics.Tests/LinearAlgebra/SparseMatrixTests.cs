using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Random;

namespace Residuum.Numerics.Tests.LinearAlgebra;

public sealed class SparseMatrixTests
{
    private static readonly Matrix Full = Random(9, 7);
    private static readonly SparseMatrix Sparse = SparseMatrix.Of(Full);

    [Theory]
    [InlineData(false)]
    [InlineData(true)] // Row 5 without zeros.
    public void Products_equal_those_of_the_dense_matrix(bool hasFullRow)
    {
        var dense = Full.Copy();
        for (int j = 0; hasFullRow && j < 7; j++) dense[5, j] = j + 1;
        var sparse = SparseMatrix.Of(dense);
        var x = Random(1, 7).Values;
        var y = new double[5];
        sparse.Multiply(3, x, y);
        for (int i = 0; i < 5; i++) Assert.Equal(MatrixVector.Multiply(dense, x)[3 + i], y[i], 1e-14);

        var g = Enumerable.Repeat(1.0, 7).ToArray();
        sparse.AddTransposed(3, y, g);
        for (int j = 0; j < 7; j++) Assert.Equal(1 + Enumerable.Range(0, 5).Sum(i => dense[3 + i, j] * y[i]), g[j], 1e-12);
    }

    [Fact]
    public void Zeros_are_not_stored() => Assert.Equal(63 - Full.Values.Count(value => value == 0), Sparse.Entries);

    [Fact]
    public void Selected_rows_stand_in_the_order_asked_for()
    {
        var some = Sparse.Select([8, 0, 8]);
        Assert.Equal(3, some.Rows);
        for (int i = 0; i < 3; i++)
        {
            int row = i == 1 ? 0 : 8;
            Assert.Equal(Sparse.Indices(row).ToArray(), some.Indices(i).ToArray());
            Assert.Equal(Sparse.Values(row).ToArray(), some.Values(i).ToArray());
        }
    }

    [Fact]
    public void Products_allocate_nothing()
    {
        double[] x = new double[7], y = new double[9];
        Sparse.Multiply(0, x, y);
        Sparse.AddTransposed(0, y, x);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int call = 0; call < 100; call++)
        {
            Sparse.Multiply(0, x, y);
            Sparse.AddTransposed(0, y, x);
        }
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Theory]
    [InlineData(new[] { 0, 1, 2 }, new[] { 0, 3 })] // Outside.
    [InlineData(new[] { 0, 1, 2 }, new[] { 0, -1 })]
    [InlineData(new[] { 0, 2, 2 }, new[] { 1, 0 })] // Out of order.
    [InlineData(new[] { 0, 2, 2 }, new[] { 1, 1 })]
    [InlineData(new[] { 0, 3, 2 }, new[] { 0, 1 })]
    [InlineData(new[] { 0, 2 }, new[] { 0, 1 })]
    public void Arrays_that_make_no_matrix_are_refused(int[] offsets, int[] indices) =>
        Assert.Throws<ArgumentException>(() => new SparseMatrix(2, 3, offsets, indices, [1, 1]));

    private static Matrix Random(int rows, int columns)
    {
        var random = new RandomStream(7, "sparse");
        var matrix = new Matrix(rows, columns);
        for (int i = 0; i < matrix.Values.Length; i++) matrix.Values[i] = random.Uniform() < 0.5 ? 0 : random.Normal();
        return matrix;
    }
}
