using System.Numerics.Tensors;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Random;

namespace Residuum.Discovery.Assimilation;

/// <summary>Ensemble Kalman filter with perturbed observations: every member is drawn to its own noisy copy of the one observation.</summary>
/// <remarks>The perturbations are centred and rescaled by sqrt(N / (N - 1)), so that the mean is that of the Kalman formula exactly.
/// Source: medida-product, data assimilation suite; Burgers, van Leeuwen and Evensen, Mon. Weather Rev. 126, 1719 (1998).</remarks>
public sealed class StochasticEnKf : IAnalysis
{
    /// <inheritdoc/>
    public Matrix Ensemble(Matrix forecast, Observation observation, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        ArgumentNullException.ThrowIfNull(observation);
        ArgumentNullException.ThrowIfNull(random);
        var D = new Matrix(forecast.Rows, observation.Count);
        random.Normal(D.Values);
        EnsembleMoments.Centre(D);
        TensorPrimitives.Multiply(D.Values, Math.Sqrt(forecast.Rows / (forecast.Rows - 1.0)), D.Values);
        return PerturbedObservations.Update(forecast, observation, D);
    }
}
