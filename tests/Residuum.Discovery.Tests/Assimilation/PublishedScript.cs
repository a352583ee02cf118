using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery.Tests.Assimilation;

/// <summary>The textbook forms, written as plainly as they can be: B and K are formed, members are looped over.</summary>
internal static class PublishedScript
{
    /// <summary>B = A Aᵀ / (N - 1), <c>[n, n]</c>.</summary>
    public static double[,] Covariance(Matrix ensemble)
    {
        int N = ensemble.Rows, n = ensemble.Columns;
        var mean = Mean(ensemble);
        var B = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                for (int k = 0; k < N; k++) B[i, j] += (ensemble[k, i] - mean[i]) * (ensemble[k, j] - mean[j]) / (N - 1);
            }
        }
        return B;
    }

    public static double[] Mean(Matrix ensemble) =>
        [.. Enumerable.Range(0, ensemble.Columns).Select(i => Enumerable.Range(0, ensemble.Rows).Average(k => ensemble[k, i]))];

    /// <summary>K = B Hᵀ (H B Hᵀ + R)⁻¹, <c>[n, p]</c>, of observed sites.</summary>
    public static double[,] Gain(double[,] B, int[] sites, double[] deviations)
    {
        int n = B.GetLength(0), p = sites.Length;
        var K = new double[n, p];
        var C = new double[p, p];
        for (int i = 0; i < p; i++)
        {
            for (int j = 0; j < p; j++) C[i, j] = B[sites[i], sites[j]] + (i == j ? deviations[i] * deviations[i] : 0);
        }
        for (int i = 0; i < n; i++)
        {
            double[] row = Solve(C, [.. sites.Select(site => B[i, site])]);
            for (int j = 0; j < p; j++) K[i, j] = row[j];
        }
        return K;
    }

    /// <summary>v_k + K (y_k - H v_k), member by member.</summary>
    public static Matrix Members(Matrix forecast, double[,] K, int[] sites, Matrix observations)
    {
        var analysis = forecast.Copy();
        for (int k = 0; k < forecast.Rows; k++)
        {
            for (int i = 0; i < forecast.Columns; i++)
            {
                for (int j = 0; j < sites.Length; j++) analysis[k, i] += K[i, j] * (observations[k, j] - forecast[k, sites[j]]);
            }
        }
        return analysis;
    }

    /// <summary>Gaussian elimination with pivoting.</summary>
    public static double[] Solve(double[,] matrix, double[] right)
    {
        int n = right.Length;
        var a = (double[,])matrix.Clone();
        var b = (double[])right.Clone();
        for (int column = 0; column < n; column++)
        {
            int pivot = Enumerable.Range(column, n - column).MaxBy(row => Math.Abs(a[row, column]));
            for (int j = 0; j < n; j++) (a[column, j], a[pivot, j]) = (a[pivot, j], a[column, j]);
            (b[column], b[pivot]) = (b[pivot], b[column]);
            for (int row = column + 1; row < n; row++)
            {
                double factor = a[row, column] / a[column, column];
                for (int j = column; j < n; j++) a[row, j] -= factor * a[column, j];
                b[row] -= factor * b[column];
            }
        }
        for (int row = n - 1; row >= 0; row--)
        {
            for (int j = row + 1; j < n; j++) b[row] -= a[row, j] * b[j];
            b[row] /= a[row, row];
        }
        return b;
    }
}
