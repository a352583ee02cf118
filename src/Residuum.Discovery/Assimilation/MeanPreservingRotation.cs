using System.Numerics.Tensors;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Random;

namespace Residuum.Discovery.Assimilation;

/// <summary>Replaces the anomalies A by Q A, Q uniform among the orthogonal matrices that keep the mean: mean and covariance stay.</summary>
/// <remarks>It undoes the outliers that the symmetric square root builds up in strongly nonlinear models. Q is never formed: a reflection turns the mean's
/// direction into the first axis, random reflections of falling size (Stewart, SIAM J. Numer. Anal. 17, 403 (1980)) mix the rest, and the first one turns back.
/// Source: medida-product, data assimilation suite; Sakov and Oke, Mon. Weather Rev. 136, 1042 (2008).</remarks>
public static class MeanPreservingRotation
{
    /// <summary>Rotates in place.</summary>
    /// <param name="anomalies">Anomalies, <c>[members, n]</c>, of zero mean.</param>
    /// <param name="random">Source of Q.</param>
    public static void Apply(Matrix anomalies, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(anomalies);
        ArgumentNullException.ThrowIfNull(random);
        int N = anomalies.Rows;
        double[] toFirstAxis = [.. Enumerable.Repeat(1 / Math.Sqrt(N), N)];
        toFirstAxis[0] -= 1;
        Reflect(anomalies, 0, toFirstAxis);
        for (int row = 1; row < N - 1; row++) Reflect(anomalies, row, RandomDirection(N - row, random));
        if (random.Uniform() < 0.5) TensorPrimitives.Negate<double>(anomalies.Row(N - 1), anomalies.Row(N - 1));
        Reflect(anomalies, 0, toFirstAxis);
    }

    /// <summary>The vector whose reflection takes a random direction, uniform on the sphere, to ± the first axis.</summary>
    private static double[] RandomDirection(int size, RandomStream random)
    {
        var direction = new double[size];
        random.Normal(direction);
        direction[0] += Math.CopySign(TensorPrimitives.Norm<double>(direction), direction[0]);
        return direction;
    }

    /// <summary>A ← (I - 2 v vᵀ / vᵀv) A on the rows from a first one.</summary>
    private static void Reflect(Matrix a, int firstRow, double[] v)
    {
        double square = TensorPrimitives.SumOfSquares<double>(v);
        if (square == 0) return;
        var sum = new double[a.Columns];
        for (int i = 0; i < v.Length; i++) TensorPrimitives.MultiplyAdd(a.Row(firstRow + i), v[i], sum, sum);
        for (int i = 0; i < v.Length; i++)
        {
            var row = a.Row(firstRow + i);
            TensorPrimitives.MultiplyAdd(sum, -2 * v[i] / square, row, row);
        }
    }
}
