using System.Numerics.Tensors;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Random;

namespace Residuum.Discovery.Assimilation;

/// <summary>The published analysis: each member gets its own observation, the given centre plus noise (medida-ks, Algorithm step 2).</summary>
/// <remarks>The published script adds the noise of every member to the clean truth, so that the mean of N of them has noise σ/√N: give the
/// truth as the centre to reproduce it. An instrument gives one noisy y; with it the result is that of an honest filter plus that small noise.
/// Identity: u_a - x̄ = K (ȳ - H x̄), ȳ the mean of the N observations, which is drawn at once; members are never looped over.</remarks>
public sealed class VirtualObservations : IAnalysis
{
    /// <inheritdoc/>
    public double[] MeanObservation(Observation observation, int members, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(observation);
        ArgumentNullException.ThrowIfNull(random);
        var mean = new double[observation.Count];
        random.Normal(mean);
        TensorPrimitives.Multiply(mean, observation.Deviations, mean);
        TensorPrimitives.Divide(mean, Math.Sqrt(members), mean);
        TensorPrimitives.Add(mean, observation.Values, mean);
        return mean;
    }

    /// <inheritdoc/>
    public Matrix Ensemble(Matrix forecast, Observation observation, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        ArgumentNullException.ThrowIfNull(observation);
        ArgumentNullException.ThrowIfNull(random);
        var perturbations = new Matrix(forecast.Rows, observation.Count);
        random.Normal(perturbations.Values);
        return PerturbedObservations.Update(forecast, observation, perturbations);
    }
}
