using System.Numerics.Tensors;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery.Assimilation;

/// <summary>u_a = x̄ + K (y - H x̄): the mean of every analysis here, without its members.</summary>
/// <remarks>One innovation needs no factor: K d = Aᵀ S z with (SᵀS + (N-1) I) z = d by conjugate gradients, which is several times
/// cheaper than a Gram matrix as long as the spread of the forecast is not far above the errors of the observation.</remarks>
internal static class KalmanMean
{
    /// <summary>Speed of an iteration, which streams S from memory, beside that of a matrix product.</summary>
    private const double StreamingSpeed = 0.3;

    public static double[] Update(ObservedAnomalies forecast, ReadOnlySpan<double> centre)
    {
        double[] d = forecast.Innovation(centre, forecast.Mean);
        double[] mean = WithoutFactor(forecast, d) ?? new KalmanGain(forecast).Apply(d);
        TensorPrimitives.Add(mean, forecast.Mean, mean);
        return mean;
    }

    private static double[]? WithoutFactor(ObservedAnomalies forecast, double[] d)
    {
        var S = forecast.Unscaled;
        double[]? z = RidgeConjugateGradients.TrySolve(S, forecast.Ridge, d, WorthIterations(S));
        return z is null ? null : MatrixVector.MultiplyTransposed(forecast.Anomalies, MatrixVector.Multiply(S, z));
    }

    /// <summary>Iterations of 4 N p operations that cost what the smaller Gram matrix and its factor do; below 20 there is nothing to win.</summary>
    private static int WorthIterations(Matrix S)
    {
        double small = Math.Min(S.Rows, S.Columns), large = Math.Max(S.Rows, S.Columns);
        double factor = (small * small * large) + (small * small * small / 3);
        int iterations = (int)(StreamingSpeed * factor / (4 * small * large));
        return iterations < 20 ? 0 : iterations;
    }
}
