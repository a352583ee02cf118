using System.Numerics.Tensors;
using Residuum.Numerics.Errors;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery.Regression;

/// <summary>Which length of an autocorrelation ρ(l) is meant.</summary>
public enum CorrelationMeasure
{
    /// <summary>Four times the first zero of ρ: the wavelength of a wave. Of a Kuramoto-Sivashinsky field it is 8.4, near the 8.9 of the card.</summary>
    Wavelength,

    /// <summary>Length that one independent value takes: the sum of ρ² over all lags.</summary>
    Participation,

    /// <summary>Twice the integral of ρ to its first zero.</summary>
    Integral,

    /// <summary>First lag with ρ below 1/e.</summary>
    EFold,
}

/// <summary>Correlation length of the residual of the case at hand: how many rows say something of their own.</summary>
/// <param name="Autocorrelation">ρ by lag, from 0, <c>[lags]</c>; the mean over samples.</param>
/// <param name="Spacing">Distance of two points.</param>
/// <param name="Domain">Length of a sample.</param>
public sealed record CorrelationLength(double[] Autocorrelation, double Spacing, double Domain)
{
    /// <summary>Estimates ρ from residuals.</summary>
    /// <param name="residuals">y - Φc, <c>[samples, points]</c>.</param>
    /// <param name="spacing">Distance of two points.</param>
    /// <param name="periodic">Whether the last point is the neighbour of the first.</param>
    /// <exception cref="NonFiniteException">A residual is not finite.</exception>
    public static CorrelationLength Of(Matrix residuals, double spacing, bool periodic = true)
    {
        ArgumentNullException.ThrowIfNull(residuals);
        int points = residuals.Columns, lags = periodic ? (points / 2) + 1 : points;
        var covariance = new double[lags];
        for (int sample = 0; sample < residuals.Rows; sample++)
        {
            ReadOnlySpan<double> row = residuals.Row(sample);
            for (int lag = 0; lag < lags; lag++)
            {
                double sum = TensorPrimitives.Dot(row[..^lag], row[lag..]);
                if (periodic) sum += TensorPrimitives.Dot(row[^lag..], row[..lag]);
                covariance[lag] += sum / points;
            }
        }
        double variance = covariance.Length == 0 ? 0 : covariance[0];
        if (!double.IsFinite(variance)) throw new NonFiniteException("the residual of the regression");
        double[] rho = [.. covariance.Select((c, lag) => variance > 0 ? c / variance : lag == 0 ? 1 : 0)];
        return new CorrelationLength(rho, spacing, spacing * points);
    }

    /// <summary>The length, at least one spacing and at most the domain.</summary>
    /// <param name="measure">Which.</param>
    public double Length(CorrelationMeasure measure = CorrelationMeasure.Wavelength) => Math.Clamp(
        Spacing * measure switch
        {
            CorrelationMeasure.Participation => (2 * TensorPrimitives.SumOfSquares<double>(Autocorrelation)) - 1,
            CorrelationMeasure.Integral => IntegralToZero(),
            CorrelationMeasure.Wavelength => 4 * Crossing(0),
            _ => Crossing(1 / Math.E),
        },
        Spacing,
        Domain);

    /// <summary>N_e: number of correlation cells in some samples.</summary>
    /// <param name="samples">Number of samples.</param>
    /// <param name="measure">Which length a cell has.</param>
    public double Cells(int samples, CorrelationMeasure measure = CorrelationMeasure.Wavelength) => samples * Domain / Length(measure);

    // Linear between lags.
    private double Crossing(double level)
    {
        int lag = Array.FindIndex(Autocorrelation, rho => rho <= level);
        if (lag < 1) return Autocorrelation.Length;
        double before = Autocorrelation[lag - 1], after = Autocorrelation[lag];
        return lag - 1 + ((before - level) / (before - after));
    }

    private double IntegralToZero()
    {
        int end = Array.FindIndex(Autocorrelation, rho => rho <= 0);
        var positive = Autocorrelation.AsSpan(0, end < 0 ? Autocorrelation.Length : end);
        return (2 * TensorPrimitives.Sum<double>(positive)) - 1; // both signs of the lag, lag 0 once
    }
}
