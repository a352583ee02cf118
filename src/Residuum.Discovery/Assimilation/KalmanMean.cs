using System.Numerics.Tensors;

namespace Residuum.Discovery.Assimilation;

/// <summary>u_a = x̄ + K (y - H x̄): the mean of every analysis here, without its members.</summary>
internal static class KalmanMean
{
    public static double[] Update(ObservedAnomalies forecast, ReadOnlySpan<double> centre)
    {
        double[] mean = new KalmanGain(forecast).Apply(forecast.Innovation(centre, forecast.Mean));
        TensorPrimitives.Add(mean, forecast.Mean, mean);
        return mean;
    }
}
