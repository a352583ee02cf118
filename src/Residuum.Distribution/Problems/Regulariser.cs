namespace Residuum.Distribution.Problems;

/// <summary>r(x) = (μ/2) |x|² + λ Σ x_j²/(1 + x_j²).</summary>
/// <param name="Ridge">μ, at least 0.</param>
/// <param name="NonConvex">λ, at least 0.</param>
public readonly record struct Regulariser(double Ridge = 0, double NonConvex = 0)
{
    /// <summary>Largest second derivative: μ + 2λ, taken at 0.</summary>
    public double Curvature => Ridge + (2 * NonConvex);

    /// <summary>r(x).</summary>
    /// <param name="x">x.</param>
    public double Value(ReadOnlySpan<double> x)
    {
        double squares = 0, bounded = 0;
        foreach (double number in x)
        {
            double square = number * number;
            squares += square;
            bounded += square / (1 + square);
        }
        return (0.5 * Ridge * squares) + (NonConvex * bounded);
    }

    /// <summary>gradient += ∇r(x).</summary>
    /// <param name="x">x.</param>
    /// <param name="gradient">Added to.</param>
    public void AddGradient(ReadOnlySpan<double> x, Span<double> gradient)
    {
        if (Ridge == 0 && NonConvex == 0) return;
        for (int j = 0; j < x.Length; j++) gradient[j] += Slope(x[j]);
    }

    /// <summary>Derivative along one coordinate.</summary>
    internal double Slope(double x)
    {
        double rise = 1 + (x * x);
        return (Ridge * x) + (2 * NonConvex * x / (rise * rise));
    }
}
