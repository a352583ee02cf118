using System.Numerics.Tensors;
using Residuum.Discovery.Regression;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery.TwoLayer;

/// <summary>Rows y = Φ c of one layer, in blocks of neighbouring points: rows of a block depend on each other, blocks hardly.</summary>
internal sealed class BlockedRows
{
    private readonly int[] _starts;

    /// <summary>Rows in blocks.</summary>
    /// <param name="phi">Φ, <c>[rows, q]</c>.</param>
    /// <param name="target">y.</param>
    /// <param name="starts">First row of every block.</param>
    /// <param name="pairOfBlock">Pair that each block lies in.</param>
    public BlockedRows(Matrix phi, double[] target, int[] starts, int[] pairOfBlock)
    {
        (Phi, Target, _starts, PairOfBlock) = (phi, target, starts, pairOfBlock);
        Blocks = new GroupedEquations([.. Enumerable.Range(0, starts.Length).Select(Equations)]);
    }

    public Matrix Phi { get; }

    public double[] Target { get; }

    public int[] PairOfBlock { get; }

    /// <summary>Second moments of every block.</summary>
    public GroupedEquations Blocks { get; }

    /// <summary>Least-squares coefficients of a support to the last digits: normal equations, then refined by the residual of the rows.</summary>
    public double[] Refine(SparseFit fit)
    {
        const int Rounds = 3;
        double[] c = (double[])fit.Coefficients.Clone();
        if (fit.Support.Count == 0) return c;
        var gram = Blocks.Sum().Subset(fit.Support).Gram;
        double[] scales = [.. Enumerable.Range(0, gram.Rows).Select(j => 1 / Math.Sqrt(gram[j, j]))];
        for (int i = 0; i < gram.Rows; i++)
        {
            for (int j = 0; j < gram.Rows; j++) gram[i, j] *= scales[i] * scales[j];
        }
        if (!Dense.TryCholesky(gram)) return c;
        for (int round = 0; round < Rounds; round++)
        {
            double[] step = Moments(c, fit.Support);
            for (int j = 0; j < step.Length; j++) step[j] *= scales[j];
            Dense.CholeskySolve(gram, step);
            for (int j = 0; j < step.Length; j++) c[fit.Support[j]] += scales[j] * step[j];
        }
        return c;
    }

    /// <summary>Φᵀ(y - Φ c) of the supported columns.</summary>
    private double[] Moments(double[] c, IReadOnlyList<int> support)
    {
        var moments = new double[support.Count];
        for (int row = 0; row < Target.Length; row++)
        {
            var phi = Phi.Row(row);
            double residual = Target[row] - TensorPrimitives.Dot<double>(phi, c);
            for (int j = 0; j < moments.Length; j++) moments[j] += phi[support[j]] * residual;
        }
        return moments;
    }

    private NormalEquations Equations(int block)
    {
        int from = _starts[block], count = (block + 1 < _starts.Length ? _starts[block + 1] : Phi.Rows) - from;
        return NormalEquations.FromRows(new Matrix(count, Phi.Columns, Phi.Values.AsSpan(from * Phi.Columns, count * Phi.Columns).ToArray()), Target.AsSpan(from, count).ToArray());
    }
}
