using Residuum.Distribution.Problems;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Random;

namespace Residuum.Distribution.Tests.Problems;

/// <summary>Small data sets.</summary>
internal static class Examples
{
    /// <summary>Normal features and labels ±1.</summary>
    public static Dataset Binary(int rows, int columns, long seed = 1)
    {
        var random = new RandomStream(seed, "example");
        var dense = new Matrix(rows, columns);
        random.Normal(dense.Values);
        return new Dataset(SparseMatrix.Of(dense), [.. Enumerable.Range(0, rows).Select(_ => random.Uniform() < 0.4 ? 1.0 : -1.0)]);
    }

    /// <summary>One feature, the row's number, and a label that alternates.</summary>
    public static Dataset Numbered(int rows) =>
        new(new SparseMatrix(rows, 1, [.. Enumerable.Range(0, rows + 1)], new int[rows], [.. Enumerable.Range(0, rows).Select(row => (double)row)]),
            [.. Enumerable.Range(0, rows).Select(row => row % 2 == 0 ? 1.0 : -1.0)]);
}
