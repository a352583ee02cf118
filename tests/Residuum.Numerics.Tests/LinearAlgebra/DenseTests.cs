using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Random;

namespace Residuum.Numerics.Tests.LinearAlgebra;

public sealed class DenseTests
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Product_equals_the_triple_loop(bool transposeA, bool transposeB)
    {
        var a = transposeA ? Random(5, 7) : Random(7, 5);
        var b = transposeB ? Random(4, 5) : Random(5, 4);
        var product = Dense.Multiply(a, b, transposeA, transposeB);
        for (int i = 0; i < 7; i++)
        {
            for (int j = 0; j < 4; j++)
            {
                double sum = 0;
                for (int k = 0; k < 5; k++) sum += (transposeA ? a[k, i] : a[i, k]) * (transposeB ? b[j, k] : b[k, j]);
                Assert.Equal(sum, product[i, j], 1e-13);
            }
        }
    }

    [Theory]
    [InlineData(10, 3)]
    [InlineData(40, 600)] // More columns than one block.
    public void Gram_equals_the_product_and_is_symmetric(int rows, int columns)
    {
        var a = Random(rows, columns);
        var gram = Dense.Gram(a);
        var product = Dense.Multiply(a, a, transposeA: true);
        for (int i = 0; i < columns; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                Assert.Equal(product[i, j], gram[i, j], 1e-11);
                Assert.Equal(gram[j, i], gram[i, j]);
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(24)]
    [InlineData(90)] // LAPACK from 64 on.
    public void Cholesky_reproduces_solves_and_inverts(int n)
    {
        var a = Positive(n);
        var factor = a.Copy();
        Assert.True(Dense.TryCholesky(factor));
        var again = Dense.Multiply(factor, factor, transposeB: true);
        for (int i = 0; i < a.Values.Length; i++) Assert.Equal(a.Values[i], again.Values[i], 1e-11 * n);

        var unit = Dense.Multiply(a, Dense.CholeskyInverse(factor));
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++) Assert.Equal(i == j ? 1 : 0, unit[i, j], 1e-9);
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(70)]
    public void Cholesky_refuses_what_is_not_positive(int n)
    {
        var a = Positive(n);
        a[n - 1, n - 1] = -1;
        Assert.False(Dense.TryCholesky(a));
        var nan = Positive(n);
        nan[0, 0] = double.NaN;
        Assert.False(Dense.TryCholesky(nan));
    }

    [Fact]
    public void Eigenvectors_are_rows_and_values_ascend()
    {
        var a = Positive(12);
        var (values, vectors) = Dense.SymmetricEigen(a);
        Assert.Equal(values.Order(), values);
        for (int k = 0; k < 12; k++)
        {
            for (int i = 0; i < 12; i++)
            {
                double product = 0;
                for (int j = 0; j < 12; j++) product += a[i, j] * vectors[k, j];
                Assert.Equal(values[k] * vectors[k, i], product, 1e-10);
            }
        }
    }

    private static Matrix Random(int rows, int columns)
    {
        var matrix = new Matrix(rows, columns);
        new RandomStream(3, "matrix", rows).Normal(matrix.Values);
        return matrix;
    }

    private static Matrix Positive(int n)
    {
        var gram = Dense.Gram(Random(n + 5, n));
        for (int i = 0; i < n; i++) gram[i, i] += 1;
        return gram;
    }
}
