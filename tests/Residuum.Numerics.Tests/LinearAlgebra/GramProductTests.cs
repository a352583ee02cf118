using CsCheck;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Random;

namespace Residuum.Numerics.Tests.LinearAlgebra;

public sealed class GramProductTests
{
    [Fact]
    public void The_sum_of_products_is_that_of_plain_loops() =>
        Gen.Select(Gen.Int[1, 300], Gen.Int[1, 20], Gen.Int[1, 20], Gen.Int).Sample((rows, a, b, seed) =>
        {
            GramProduct[] terms = [new(Draw(rows, a, seed), Draw(rows, b, seed + 1)), new(Draw(rows, b, seed + 2), null)];
            var sum = GramProduct.LowerSum(terms);
            for (int i = 0; i < rows; i += 1 + (rows / 20))
            {
                for (int j = 0; j <= i; j += 1 + (rows / 20))
                {
                    double expected = (Dot(terms[0].A, i, j) * Dot(terms[0].B!, i, j)) + Dot(terms[1].A, i, j);
                    Assert.Equal(expected, sum[i, j], 1e-10);
                }
            }
        }, iter: 30, threads: 1);

    [Fact]
    public void Terms_of_other_sizes_are_refused() =>
        Assert.Throws<ArgumentException>(() => GramProduct.LowerSum([new(new Matrix(3, 2), new Matrix(4, 2))]));

    private static Matrix Draw(int rows, int columns, long seed)
    {
        var matrix = new Matrix(rows, columns);
        new RandomStream(seed, "matrix").Normal(matrix.Values);
        return matrix;
    }

    private static double Dot(Matrix a, int i, int j) => a.Row(i).ToArray().Zip(a.Row(j).ToArray(), (x, y) => x * y).Sum();
}
