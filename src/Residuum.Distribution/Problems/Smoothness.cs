using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Distribution.Problems;

/// <summary>Finds constants of smoothness: L_i = λ_max(B_i) and L = λ_max((1/n) Σ B_i) for the curvature bounds B_i of an objective.</summary>
public static class Smoothness
{
    /// <summary>Dimension up to which all eigenvalues are computed.</summary>
    public const int ExactDimension = 48;

    /// <summary>Relative error of the iteration.</summary>
    public const double Tolerance = 1e-3;

    /// <summary>Factor on a value of the iteration, which lies below the eigenvalue by about the tolerance.</summary>
    public const double Safety = 1.01;

    /// <summary>The constants of an objective.</summary>
    /// <param name="objective">The objective.</param>
    public static SmoothnessConstants Estimate(ICurvatureBound objective)
    {
        ArgumentNullException.ThrowIfNull(objective);
        int n = objective.Workers;
        var workers = new double[n];
        int iterated = 0;
        for (int i = 0; i < n; i++)
        {
            int worker = i;
            workers[i] = Largest(objective.Dimension, (v, product) => objective.AddBound(worker, v, 1, product), ref iterated);
        }
        double whole = Largest(objective.Dimension, (v, product) =>
        {
            for (int i = 0; i < n; i++) objective.AddBound(i, v, 1.0 / n, product);
        }, ref iterated);
        // The safety of the iteration must not lift L above what it can be at most.
        return new SmoothnessConstants(Math.Min(whole, workers.Average()), workers, Words(iterated, n));
    }

    private static double Largest(int dimension, Lanczos.Operator apply, ref int iterated)
    {
        if (dimension <= ExactDimension) return Exact(dimension, apply);
        var (value, isExact) = Lanczos.Largest(dimension, apply, Tolerance);
        if (isExact) return Math.Max(value, 0);
        iterated++;
        return Safety * value;
    }

    private static double Exact(int dimension, Lanczos.Operator apply)
    {
        var (bound, unit) = (new Matrix(dimension, dimension), new double[dimension]);
        for (int j = 0; j < dimension; j++)
        {
            unit[j] = 1;
            apply(unit, bound.Row(j));
            unit[j] = 0;
        }
        return Math.Max(Dense.SymmetricEigen(bound).Values[^1], 0);
    }

    private static string Words(int iterated, int workers) => iterated == 0
        ? "exact eigenvalues"
        : $"Lanczos iteration to {Tolerance:0.0E+0}, times {Safety:0.00}, for {iterated} of {workers + 1} constants; exact eigenvalues for the others";
}
