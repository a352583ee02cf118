using Residuum.Numerics.Errors;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery.Assimilation;

/// <summary>The ensemble's Kalman gain K = B Hᵀ (H B Hᵀ + R)⁻¹ as a factored operator: neither B nor K is formed.</summary>
/// <remarks>With N members, p observed values, S = H A R^{-1/2}: K d = Aᵀ (S Sᵀ + (N-1) I)⁻¹ S d in ensemble space (N &lt; p),
/// else Aᵀ S (SᵀS + (N-1) I)⁻¹ d. Both are written here in units in which S is <see cref="ObservedAnomalies.Unscaled"/>.</remarks>
internal sealed class KalmanGain
{
    private readonly ObservedAnomalies _forecast;
    private readonly Matrix _factor;

    public KalmanGain(ObservedAnomalies forecast)
    {
        _forecast = forecast;
        _factor = forecast.UsesEnsembleSpace ? Dense.LowerRowGram(forecast.Unscaled) : Dense.LowerGram(forecast.Unscaled);
        for (int i = 0; i < _factor.Rows; i++) _factor[i, i] += forecast.Ridge;
        if (!Dense.TryCholesky(_factor)) throw new NonFiniteException("the innovation covariance of an analysis");
    }

    /// <summary>K d, <c>[n]</c>, of one scaled innovation d <c>[p]</c>.</summary>
    public double[] Apply(double[] innovation)
    {
        var S = _forecast.Unscaled;
        double[] weights;
        if (_forecast.UsesEnsembleSpace)
        {
            weights = MatrixVector.Multiply(S, innovation);
            Dense.CholeskySolve(_factor, weights);
        }
        else
        {
            double[] solved = (double[])innovation.Clone();
            Dense.CholeskySolve(_factor, solved);
            weights = MatrixVector.Multiply(S, solved);
        }
        return MatrixVector.MultiplyTransposed(_forecast.Anomalies, weights);
    }

    /// <summary>K d for many innovations, <c>[N, p]</c> to <c>[N, n]</c>.</summary>
    public Matrix Apply(Matrix innovations)
    {
        var S = _forecast.Unscaled;
        if (_forecast.UsesEnsembleSpace)
        {
            Matrix weights = Dense.Multiply(innovations, S, transposeB: true);
            Dense.CholeskySolve(_factor, weights);
            return Dense.Multiply(weights, _forecast.Anomalies);
        }
        Matrix solved = innovations.Copy();
        Dense.CholeskySolve(_factor, solved);
        return Dense.Multiply(solved, Dense.Multiply(S, _forecast.Anomalies, transposeA: true));
    }
}
