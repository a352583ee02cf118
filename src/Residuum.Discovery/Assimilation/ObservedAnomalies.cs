using System.Numerics.Tensors;
using Residuum.Numerics.Errors;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery.Assimilation;

/// <summary>A forecast as an analysis sees it: mean, anomalies A, and S = H A R^{-1/2} with the factor kept apart.</summary>
/// <remarks>With the whole state observed and one error everywhere, S = factor · A is never formed.</remarks>
internal sealed class ObservedAnomalies
{
    private readonly Observation _observation;

    /// <param name="forecast">Forecast ensemble, <c>[N, n]</c>; kept.</param>
    /// <param name="observation">The observation.</param>
    public ObservedAnomalies(Matrix forecast, Observation observation)
    {
        if (forecast.Rows < 2) throw new UserError("too few members for an analysis", found: $"{forecast.Rows}", expected: "at least 2");
        Anomalies = EnsembleMoments.Anomalies(forecast, out double[] mean);
        (Mean, _observation) = (mean, observation);
        Matrix observed = observation.Observe(Anomalies);
        Factor = observation.IsUniform ? 1 / observation.Deviations[0] : 1;
        Unscaled = observation.IsUniform ? observed : Divided(observed, observation.Deviations);
    }

    /// <summary>Forecast mean, <c>[n]</c>.</summary>
    public double[] Mean { get; }

    /// <summary>A, <c>[N, n]</c>: members less the mean.</summary>
    public Matrix Anomalies { get; }

    /// <summary>S / <see cref="Factor"/>, <c>[N, p]</c>.</summary>
    public Matrix Unscaled { get; }

    /// <summary>What <see cref="Unscaled"/> is multiplied by to give S.</summary>
    public double Factor { get; }

    /// <summary>Members N.</summary>
    public int Members => Anomalies.Rows;

    /// <summary>N - 1 in units of <see cref="Unscaled"/>: (N - 1) / factor².</summary>
    public double Ridge => (Members - 1) / (Factor * Factor);

    /// <summary>Whether systems of size N are smaller than those of size p.</summary>
    public bool UsesEnsembleSpace => Members < _observation.Count;

    /// <summary>R^{-1/2} (y - H x) / factor, in units of <see cref="Unscaled"/>, for any centre y.</summary>
    public double[] Innovation(ReadOnlySpan<double> centre, ReadOnlySpan<double> state)
    {
        var innovation = new double[_observation.Count];
        _observation.Observe(state, innovation);
        TensorPrimitives.Subtract(centre, innovation, innovation);
        if (!_observation.IsUniform) TensorPrimitives.Divide(innovation, _observation.Deviations, innovation);
        return innovation;
    }

    private static Matrix Divided(Matrix observed, double[] deviations)
    {
        var scaled = new Matrix(observed.Rows, observed.Columns);
        for (int member = 0; member < observed.Rows; member++) TensorPrimitives.Divide<double>(observed.Row(member), deviations, scaled.Row(member));
        return scaled;
    }
}
