using System.Numerics.Tensors;

namespace Residuum.Numerics.LinearAlgebra;

/// <summary>Conjugate gradients for (SᵀS + λ I) x = b with one right-hand side: SᵀS is never formed, an iteration reads S once.</summary>
/// <remarks>Iterations grow with sqrt(1 + σ_max(S)² / λ): a large ridge needs few, for a small one a factorisation is cheaper.
/// Sums run over fixed blocks of rows in their order, so that the bits never depend on threads.
/// Source: Hestenes and Stiefel, J. Res. Natl. Bur. Stand. 49, 409 (1952).</remarks>
public static class RidgeConjugateGradients
{
    /// <summary>‖b - (SᵀS + λ I) x‖ / ‖b‖ at the end.</summary>
    private const double Tolerance = 1e-12;

    /// <summary>Iterations after which the pace tells how many there will be.</summary>
    private const int Probe = 8;

    private const int Block = 128;

    /// <summary>Solves, unless it takes too long.</summary>
    /// <param name="s">S, <c>[rows, columns]</c>.</param>
    /// <param name="ridge">λ, above 0.</param>
    /// <param name="b">Right-hand side, <c>[columns]</c>; kept.</param>
    /// <param name="limit">Most iterations; where the pace of the first ones does not lead there, it stops early.</param>
    /// <returns>x, <c>[columns]</c>; null where the limit is not enough or a number is not finite.</returns>
    public static double[]? TrySolve(Matrix s, double ridge, double[] b, int limit)
    {
        ArgumentNullException.ThrowIfNull(s);
        ArgumentNullException.ThrowIfNull(b);
        if (b.Length != s.Columns) throw new ArgumentException($"{b.Length} numbers for {s.Columns} columns", nameof(b));
        var parts = new Matrix((s.Rows + Block - 1) / Block, s.Columns);
        double[] x = new double[b.Length], r = [.. b], p = [.. b], Ap = new double[b.Length];
        double rr = TensorPrimitives.SumOfSquares<double>(r), start = rr, target = Tolerance * Tolerance * rr;
        for (int iteration = 1; rr > target; iteration++)
        {
            if (iteration > limit) return null;
            Multiply(s, ridge, p, parts, Ap);
            double alpha = rr / TensorPrimitives.Dot<double>(p, Ap);
            TensorPrimitives.MultiplyAdd(p, alpha, x, x);
            TensorPrimitives.MultiplyAdd(Ap, -alpha, r, r);
            double next = TensorPrimitives.SumOfSquares<double>(r);
            TensorPrimitives.MultiplyAdd(p, next / rr, r, p);
            rr = next;
            if (iteration >= Probe && !(iteration * Math.Log(target / start) / Math.Log(rr / start) <= 2 * limit)) return null;
        }
        return double.IsFinite(rr) ? x : null;
    }

    /// <summary>(SᵀS + λ I) p, block by block of rows: a row is still in cache when it is used the second time.</summary>
    private static void Multiply(Matrix s, double ridge, double[] p, Matrix parts, double[] product)
    {
        MatrixVector.InParts(s, parts.Rows, block =>
        {
            var sum = parts.Row(block);
            sum.Clear();
            for (int i = block * Block; i < Math.Min(s.Rows, (block + 1) * Block); i++)
                TensorPrimitives.MultiplyAdd(s.Row(i), TensorPrimitives.Dot<double>(s.Row(i), p), sum, sum);
        });
        TensorPrimitives.Multiply(p, ridge, product);
        for (int block = 0; block < parts.Rows; block++) TensorPrimitives.Add(product, parts.Row(block), product);
    }
}
