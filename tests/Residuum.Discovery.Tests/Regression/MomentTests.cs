using CsCheck;
using Residuum.Discovery.Regression;
using Residuum.Numerics.Errors;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Random;

namespace Residuum.Discovery.Tests.Regression;

public sealed class MomentTests
{
    [Fact]
    public void Moments_equal_the_sums_over_rows() =>
        Gen.Select(Gen.Int[1, 300], Gen.Int[1, 40], Gen.Long[0, 1000]).Sample((rows, columns, seed) =>
        {
            Problem problem = Problem.Random(seed, rows, columns);
            NormalEquations data = problem.Equations;
            for (int i = 0; i < columns; i++)
            {
                double[] column = Column(problem.Phi, i);
                Assert.Equal(Problem.Dot(column, problem.Y), data.Moment[i], 1e-9);
                Assert.Equal(column.Sum(), data.ColumnSums[i], 1e-9);
                for (int j = 0; j < columns; j++) Assert.Equal(Problem.Dot(column, Column(problem.Phi, j)), data.Gram[i, j], 1e-9);
            }
            Assert.Equal(Problem.Dot(problem.Y, problem.Y), data.TargetSquare, 1e-9);
            Assert.Equal(problem.Y.Sum(), data.TargetSum, 1e-9);
            Assert.Equal(rows, data.Rows);
        }, iter: 30);

    [Fact]
    public void Chunks_in_parallel_and_rows_in_blocks_of_any_size_give_the_same_bits()
    {
        Problem problem = Problem.Random(1, rows: 13_457, columns: 7); // seven chunks, the last one cut
        NormalEquations whole = problem.Equations;
        foreach (int block in (int[])[1, 63, 64, 1000, 13_457])
        {
            var moments = new RowMoments(7);
            for (int from = 0; from < problem.Y.Length; from += block)
            {
                int count = Math.Min(block, problem.Y.Length - from);
                moments.Add(problem.Phi.Values.AsSpan(from * 7, count * 7), problem.Y.AsSpan(from, count));
            }
            NormalEquations streamed = moments.Finish().ToEquations();
            Assert.Equal(whole.Gram.Values, streamed.Gram.Values);
            Assert.Equal(whole.Moment, streamed.Moment);
            Assert.Equal(whole.TargetSquare, streamed.TargetSquare);
        }
    }

    [Theory]
    [InlineData(1, 16)]
    [InlineData(64, 48)]
    public void Every_width_of_registers_gives_the_same_bits(int rows, int stride)
    {
        var block = new double[rows * stride];
        new RandomStream(1, "kernel").Normal(block);
        double[] wide = new double[stride * stride], narrow = new double[stride * stride];
        MomentKernel.AddSquare<Lanes8>(block, rows, stride, wide);
        MomentKernel.AddSquare<Lanes4>(block, rows, stride, narrow);
        for (int i = 0; i < stride; i++) Assert.Equal(wide[((i * stride) + i)..((i + 1) * stride)], narrow[((i * stride) + i)..((i + 1) * stride)]);
    }

    [Fact]
    public void Groups_without_some_are_the_equations_of_the_other_rows()
    {
        Problem problem = Problem.Random(2, rows: 60, columns: 3);
        NormalEquations training = GroupedEquations.FromRows(problem.Phi, problem.Y, rowsPerGroup: 20).Without([1]);
        var rows = new Matrix(40, 3, [.. problem.Phi.Values[..60], .. problem.Phi.Values[120..]]);
        var expected = NormalEquations.FromRows(rows, [.. problem.Y[..20], .. problem.Y[40..]]);
        Assert.Equal(40, training.Rows);
        AssertClose(expected.Gram.Values, training.Gram.Values);
        AssertClose(expected.Moment, training.Moment);
    }

    [Fact]
    public void Counts_repeat_groups()
    {
        Problem problem = Problem.Random(3, rows: 60, columns: 3);
        var groups = GroupedEquations.FromRows(problem.Phi, problem.Y, rowsPerGroup: 20);
        NormalEquations twice = groups.Sum([2, 0, 1]);
        Assert.Equal(60, twice.Rows);
        AssertClose([.. groups[0].Moment.Select((b, j) => (2 * b) + groups[2].Moment[j])], twice.Moment);
    }

    [Fact]
    public void Adding_to_the_target_needs_no_rows()
    {
        Problem problem = Problem.Random(4, rows: 200, columns: 5);
        double[] c = [1, -2, 0, 0.5, 3];
        double[] target = [.. problem.Y.Select((y, r) => y + Problem.Dot(problem.Phi.Row(r), c))];
        var expected = NormalEquations.FromRows(problem.Phi, target);
        NormalEquations actual = problem.Equations.AddToTarget(c);
        AssertClose(expected.Moment, actual.Moment);
        Assert.Equal(expected.TargetSquare, actual.TargetSquare, 1e-9 * expected.TargetSquare);
        Assert.Equal(expected.TargetSum, actual.TargetSum, 1e-9);
        Assert.Equal(problem.Y.Select((y, r) => Math.Pow(y - Problem.Dot(problem.Phi.Row(r), c) - 0.7, 2)).Sum(), problem.Equations.ResidualSquare(c, 0.7), 1e-8);
    }

    [Fact]
    public void A_subset_is_the_equations_of_its_columns()
    {
        Problem problem = Problem.Random(5, rows: 50, columns: 4);
        NormalEquations subset = problem.Equations.Subset([3, 1]);
        AssertClose([problem.Equations.Moment[3], problem.Equations.Moment[1]], subset.Moment);
        Assert.Equal(problem.Equations.Gram[3, 1], subset.Gram[0, 1]);
    }

    [Theory]
    [InlineData(2, 77, "column 2 of the regression, row 77")]
    [InlineData(-1, 3000, "the target of the regression, row 3000")]
    public void A_value_that_is_not_a_number_is_named_by_column_and_row(int column, int row, string place)
    {
        Problem problem = Problem.Random(6, rows: 5000, columns: 3);
        if (column < 0) problem.Y[row] = double.NaN;
        else problem.Phi[row, column] = double.NaN;
        Assert.Equal(place, Assert.Throws<NonFiniteException>(() => problem.Equations).Place);
        Assert.Equal(place, Assert.Throws<NonFiniteException>(() => GroupedEquations.FromRows(problem.Phi, problem.Y, 1000)).Place);
    }

    [Fact]
    public void Moments_that_are_not_finite_are_refused_by_every_regressor_with_the_column()
    {
        NormalEquations data = Problem.Random(7, rows: 50, columns: 4).Equations;
        for (int j = 0; j < 4; j++) data.Gram[2, j] = data.Gram[j, 2] = double.NaN;
        foreach (RegressorEntry entry in Regressors.All)
            Assert.Equal("column 2 of the regression", Assert.Throws<NonFiniteException>(() => Regressors.Create(entry.Name).Fit(data)).Place);
    }

    [Fact]
    public void Rows_that_make_no_whole_groups_are_refused()
    {
        Problem problem = Problem.Random(8, rows: 50, columns: 2);
        Assert.Throws<ArgumentException>(() => GroupedEquations.FromRows(problem.Phi, problem.Y, 20));
        Assert.Throws<ArgumentException>(() => NormalEquations.FromRows(problem.Phi, [1, 2]));
    }

    private static double[] Column(Matrix matrix, int j) => [.. Enumerable.Range(0, matrix.Rows).Select(r => matrix[r, j])];

    private static void AssertClose(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], 1e-9);
    }
}
