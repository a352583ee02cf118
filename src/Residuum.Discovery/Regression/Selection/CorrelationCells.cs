using System.Numerics.Tensors;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Regression;

/// <summary>N_e, the number of correlation cells of a residual: how many of its rows say something of their own.</summary>
/// <remarks>The participation ratio of the spectrum, (Σ P)² / Σ P²: the number of points over the sum of the squared autocorrelation. It is
/// estimated from the residual of the case at hand, and leans on no constant of one equation.</remarks>
public static class CorrelationCells
{
    /// <summary>N_e of some samples.</summary>
    /// <param name="rows">Residual as Fourier coefficients, real and imaginary parts apart, <c>[samples * rows]</c>.</param>
    /// <param name="samples">Number of samples.</param>
    /// <returns>At most the number of rows, which it is of white noise and of nothing.</returns>
    /// <exception cref="NonFiniteException">A residual is not finite.</exception>
    public static double Of(double[] rows, int samples)
    {
        ArgumentNullException.ThrowIfNull(rows);
        int width = rows.Length / samples;
        var power = new double[width];
        for (int i = 0; i < rows.Length; i++) power[i % width] += rows[i] * rows[i];
        double sum = TensorPrimitives.Sum<double>(power), squares = TensorPrimitives.SumOfSquares<double>(power);
        if (!double.IsFinite(sum)) throw new NonFiniteException("the residual of the regression");
        return squares > 0 ? samples * sum * sum / squares : rows.Length;
    }
}
