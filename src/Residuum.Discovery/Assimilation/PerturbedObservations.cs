using System.Numerics.Tensors;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery.Assimilation;

/// <summary>v_k + K (y + ε_k - H v_k): the member update shared by the stochastic filters.</summary>
internal static class PerturbedObservations
{
    /// <param name="forecast">Members v, <c>[N, n]</c>; kept.</param>
    /// <param name="observation">y and R.</param>
    /// <param name="perturbations">R^{-1/2} ε, <c>[N, p]</c>.</param>
    public static Matrix Update(Matrix forecast, Observation observation, Matrix perturbations)
    {
        var anomalies = new ObservedAnomalies(forecast, observation);
        var innovations = new Matrix(forecast.Rows, observation.Count);
        double unit = observation.IsUniform ? observation.Deviations[0] : 1;
        for (int member = 0; member < forecast.Rows; member++)
        {
            double[] innovation = anomalies.Innovation(observation.Values, forecast.Row(member));
            TensorPrimitives.MultiplyAdd(perturbations.Row(member), unit, innovation, innovations.Row(member));
        }
        Matrix analysis = new KalmanGain(anomalies).Apply(innovations);
        TensorPrimitives.Add(analysis.Values, forecast.Values, analysis.Values);
        return analysis;
    }
}
