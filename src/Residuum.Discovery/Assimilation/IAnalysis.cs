using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Random;

namespace Residuum.Discovery.Assimilation;

/// <summary>An ensemble analysis: corrects a forecast ensemble by an observation.</summary>
public interface IAnalysis
{
    /// <summary>The mean of the observations that the members are drawn to, ȳ: the one observation itself, unless the members have virtual ones of their own.</summary>
    /// <param name="observation">The observation.</param>
    /// <param name="members">Number of members N.</param>
    /// <param name="random">Source of noise, if there is any.</param>
    /// <returns>ȳ, <c>[p]</c>.</returns>
    double[] MeanObservation(Observation observation, int members, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(observation);
        return observation.Values;
    }

    /// <summary>The members of the analysis.</summary>
    /// <param name="forecast">Forecast ensemble, <c>[members, n]</c>, at least 2 members; kept.</param>
    /// <param name="observation">The observation.</param>
    /// <param name="random">Source of noise, if there is any.</param>
    /// <returns>Analysis ensemble, <c>[members, n]</c>.</returns>
    Matrix Ensemble(Matrix forecast, Observation observation, RandomStream random);

    /// <summary>The mean of the analysis, x̄ + K (ȳ - H x̄), without forming its members.</summary>
    /// <param name="forecast">Forecast ensemble, <c>[members, n]</c>, at least 2 members; kept.</param>
    /// <param name="observation">The observation.</param>
    /// <param name="random">Source of noise, if there is any.</param>
    /// <returns>Analysis mean, <c>[n]</c>.</returns>
    double[] Mean(Matrix forecast, Observation observation, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        ArgumentNullException.ThrowIfNull(observation);
        return KalmanMean.Update(new ObservedAnomalies(forecast, observation), MeanObservation(observation, forecast.Rows, random));
    }
}
