using CsCheck;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Random;

namespace Residuum.Numerics.Tests.LinearAlgebra;

public sealed class RidgeConjugateGradientsTests
{
    private static readonly Gen<(int Rows, int Columns, double Ridge, int Seed)> Systems =
        Gen.Select(Gen.Int[1, 700], Gen.Int[1, 400], Gen.Double[0.3, 30], Gen.Int[0, 999]).Select(x => (x.Item1, x.Item2, x.Item3 * x.Item1, x.Item4));

    [Fact]
    public void The_solution_is_that_of_the_factored_matrix() => Systems.Sample(
        system =>
        {
            var (s, b) = Draw(system.Rows, system.Columns, system.Seed);
            double[] x = RidgeConjugateGradients.TrySolve(s, system.Ridge, b, limit: 200)!;
            Matrix gram = Dense.Gram(s);
            for (int i = 0; i < gram.Rows; i++) gram[i, i] += system.Ridge;
            Assert.True(Dense.TryCholesky(gram));
            double[] expected = [.. b];
            Dense.CholeskySolve(gram, expected);
            double scale = expected.Max(Math.Abs);
            for (int i = 0; i < b.Length; i++) Assert.Equal(expected[i] / scale, x[i] / scale, 1e-11);
        },
        iter: 60);

    [Fact]
    public void What_takes_too_long_is_given_up()
    {
        var (s, b) = Draw(300, 300, seed: 0);
        Assert.Null(RidgeConjugateGradients.TrySolve(s, 1e-9, b, limit: 100));
        Assert.Null(RidgeConjugateGradients.TrySolve(s, 300, b, limit: 3));
    }

    [Fact]
    public void Nothing_is_solved_by_nothing_and_what_is_not_finite_by_no_number()
    {
        var (s, b) = Draw(30, 20, seed: 1);
        Assert.All(RidgeConjugateGradients.TrySolve(s, 10, new double[20], limit: 50)!, x => Assert.Equal(0, x));
        b[3] = double.NaN;
        Assert.Null(RidgeConjugateGradients.TrySolve(s, 10, b, limit: 50));
    }

    private static (Matrix S, double[] B) Draw(int rows, int columns, int seed)
    {
        var (s, b) = (new Matrix(rows, columns), new double[columns]);
        new RandomStream(seed, "matrix").Normal(s.Values);
        new RandomStream(seed, "right-hand side").Normal(b);
        return (s, b);
    }
}
