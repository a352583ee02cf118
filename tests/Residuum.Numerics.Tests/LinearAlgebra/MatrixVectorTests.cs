using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Random;

namespace Residuum.Numerics.Tests.LinearAlgebra;

public sealed class MatrixVectorTests
{
    [Theory]
    [InlineData(3, 5)]
    [InlineData(130, 1700)] // several strips and blocks, in parallel
    public void Products_are_those_of_one_column_matrices(int rows, int columns)
    {
        var a = new Matrix(rows, columns);
        var random = new RandomStream(rows, "matrix and vector");
        random.Normal(a.Values);
        double[] x = new double[columns], y = new double[rows];
        random.Normal(x);
        random.Normal(y);
        double[] plain = Dense.Multiply(a, new Matrix(columns, 1, x)).Values, transposed = Dense.Multiply(a, new Matrix(rows, 1, y), transposeA: true).Values;
        Assert.All(MatrixVector.Multiply(a, x).Zip(plain), pair => Assert.Equal(pair.Second, pair.First, 1e-11));
        Assert.All(MatrixVector.MultiplyTransposed(a, y).Zip(transposed), pair => Assert.Equal(pair.Second, pair.First, 1e-11));
        Assert.Throws<ArgumentException>(() => MatrixVector.Multiply(a, new double[columns + 1]));
    }
}
