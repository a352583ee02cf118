using CsCheck;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Random;

namespace Residuum.Numerics.Tests.LinearAlgebra;

public sealed class InverseTests
{
    [Fact]
    public void Symmetric_inverse_times_the_matrix_is_one_whatever_the_scales() =>
        Gen.Select(Gen.Int[1, 40], Gen.Long[0, 1000], Gen.Double[0, 8]).Sample((size, seed, decades) =>
        {
            Matrix a = Positive(size, seed, decades);
            Matrix product = Dense.Multiply(SymmetricInverse.Of(a), a);
            for (int i = 0; i < size; i++)
            {
                double scale = Math.Sqrt(a[i, i]);
                for (int j = 0; j < size; j++)
                    Assert.Equal(i == j ? 1 : 0, product[i, j] * scale / Math.Sqrt(a[j, j]), 1e-8);
            }
        }, iter: 50);

    [Fact]
    public void Log_determinant_is_that_of_the_diagonal()
    {
        SymmetricInverse.Of(new Matrix(2, 2, [4, 0, 0, 1e-6]), out double logDeterminant);
        Assert.Equal(Math.Log(4e-6), logDeterminant, 1e-12);
        SymmetricInverse.Of(new Matrix(2, 2, [2, 1, 1, 2]), out logDeterminant);
        Assert.Equal(Math.Log(3), logDeterminant, 1e-12);
    }

    [Fact]
    public void Dependent_rows_give_large_entries_that_solve_what_can_be_solved()
    {
        var a = new Matrix(3, 3, [2, 2, 0, 2, 2, 0, 0, 0, 5]);
        Matrix inverse = SymmetricInverse.Of(a);
        Assert.True(inverse[0, 0] > 1e10);
        Assert.Equal(0.2, inverse[2, 2], 1e-12);
        Assert.Equal(1, 2 * (inverse[0, 0] + inverse[0, 1]) + 2 * (inverse[1, 0] + inverse[1, 1]), 1e-2); // A⁺(2, 2) = (1/2, 1/2)
    }

    [Fact]
    public void A_diagonal_that_is_not_positive_is_refused() =>
        Assert.Throws<ArgumentException>(() => SymmetricInverse.Of(new Matrix(2, 2, [1, 0, 0, -1])));

    [Fact]
    public void General_inverse_times_the_matrix_is_one() =>
        Gen.Select(Gen.Int[1, 12], Gen.Long[0, 1000]).Sample((size, seed) =>
        {
            var a = new Matrix(size, size);
            new RandomStream(seed, "general matrix").Normal(a.Values);
            Matrix product = Dense.Multiply(GeneralInverse.Of(a), a);
            for (int i = 0; i < size; i++)
            {
                for (int j = 0; j < size; j++) Assert.Equal(i == j ? 1 : 0, product[i, j], 1e-7);
            }
        }, iter: 50);

    [Fact]
    public void A_singular_matrix_is_refused() =>
        Assert.Throws<ArgumentException>(() => GeneralInverse.Of(new Matrix(2, 2, [1, 2, 2, 4])));

    private static Matrix Positive(int size, long seed, double decades)
    {
        var random = new RandomStream(seed, "positive matrix");
        var root = new Matrix(3 * size, size);
        random.Normal(root.Values);
        Matrix a = Dense.Gram(root);
        double[] scale = [.. Enumerable.Range(0, size).Select(_ => Math.Pow(10, decades * (random.Uniform() - 0.5)))];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++) a[i, j] *= scale[i] * scale[j];
        }
        return a;
    }
}
