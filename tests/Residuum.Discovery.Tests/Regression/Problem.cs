using Residuum.Discovery.Regression;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Random;

namespace Residuum.Discovery.Tests.Regression;

/// <summary>A regression problem with its rows.</summary>
internal sealed record Problem(Matrix Phi, double[] Y)
{
    public NormalEquations Equations => NormalEquations.FromRows(Phi, Y);

    public StandardizedEquations Standardized(Scaling scaling = Scaling.Centred) => StandardizedEquations.From(Equations, scaling);

    /// <summary>Normal columns with a shared part, so that they are correlated; a few true coefficients; noise.</summary>
    public static Problem Random(long seed, int rows, int columns, double noise = 0.1, int terms = 4)
    {
        var random = new RandomStream(seed, "regression problem");
        var phi = new Matrix(rows, columns);
        for (int r = 0; r < rows; r++)
        {
            double shared = random.Normal();
            for (int j = 0; j < columns; j++) phi[r, j] = random.Normal() + (0.5 * shared) + 0.2;
        }
        var c = new double[columns];
        for (int k = 0; k < Math.Min(terms, columns); k++) c[random.Integer(columns)] = random.Normal();
        double[] y = [.. Enumerable.Range(0, rows).Select(r => Dot(phi.Row(r), c) + (noise * random.Normal()))];
        return new Problem(phi, y);
    }

    /// <summary>Orthonormal columns (ΦᵀΦ = I) of zero mean: sines and cosines.</summary>
    public static Problem Orthonormal(double[] coefficients, int rows, double offset = 0)
    {
        var phi = new Matrix(rows, coefficients.Length);
        for (int r = 0; r < rows; r++)
        {
            for (int j = 0; j < coefficients.Length; j++)
            {
                double angle = 2 * Math.PI * ((j / 2) + 1) * r / rows;
                phi[r, j] = Math.Sqrt(2.0 / rows) * (j % 2 == 0 ? Math.Cos(angle) : Math.Sin(angle));
            }
        }
        // The last direction is none of the columns: noise of known size.
        double[] y = [.. Enumerable.Range(0, rows).Select(r => Dot(phi.Row(r), coefficients) + (offset * (r % 2 == 0 ? 1 : -1)))];
        return new Problem(phi, y);
    }

    public Problem Scaled(double target, double[] columns)
    {
        Matrix phi = Phi.Copy();
        for (int r = 0; r < phi.Rows; r++)
        {
            for (int j = 0; j < phi.Columns; j++) phi[r, j] *= columns[j];
        }
        return new Problem(phi, [.. Y.Select(y => y * target)]);
    }

    public Problem Permuted(int[] order)
    {
        var phi = new Matrix(Phi.Rows, order.Length);
        for (int r = 0; r < phi.Rows; r++)
        {
            for (int j = 0; j < phi.Columns; j++) phi[r, j] = Phi[r, order[j]];
        }
        return new Problem(phi, Y);
    }

    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
