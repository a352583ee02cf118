using System.Numerics.Tensors;
using Residuum.Discovery.Libraries;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery;

/// <summary>How a step of the model itself answers to a term: Ψ_j = -∂r/∂c_j, by one run of the model per term (medida-ks, Improvements 2 and 6).</summary>
internal static class ModelResponse
{
    private const double Size = 1e-4; // of the state: small enough to be linear, far above rounding

    /// <summary>Responses of some terms of a field's library.</summary>
    /// <param name="problem">Model, observations, libraries.</param>
    /// <param name="coefficients">Coefficients of the current model, <c>[fields][terms]</c>.</param>
    /// <param name="field">The field.</param>
    /// <param name="terms">Which terms.</param>
    /// <param name="increments">Increments of the current model.</param>
    /// <param name="samples">Samples to use.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>Ψ, <c>[samples * rows, terms]</c>.</returns>
    public static Matrix Of(
        MedidaProblem problem, IReadOnlyList<double[]> coefficients, int field, IReadOnlyList<int> terms, IncrementSet increments, int[] samples, CancellationToken cancel)
    {
        double[] given = problem.Equations[field].Target(increments.Values, samples);
        var psi = new Matrix(given.Length, terms.Count);
        for (int k = 0; k < terms.Count; k++)
        {
            double step = Step(problem, field, terms[k], increments);
            double[][] moved = [.. coefficients.Select(values => (double[])values.Clone())];
            moved[field][terms[k]] += step;
            double[] rows = problem.Equations[field].Target(problem.Taker.Take(problem.Terms(moved), cancel).Values, samples);
            for (int i = 0; i < rows.Length; i++) psi[i, k] = (given[i] - rows[i]) / step;
        }
        return psi;
    }

    // The coefficient that moves the state by Size of its own within a step.
    private static double Step(MedidaProblem problem, int field, int term, IncrementSet increments)
    {
        double state = 0, column = 0;
        double[] values = new TermEvaluator(problem.Grid, [problem.Libraries[field].Terms[term]]).Columns(increments.Starts)[0];
        for (int sample = 0; sample < increments.Starts.Members; sample++) state += TensorPrimitives.SumOfSquares<double>(increments.Starts.Field(sample, field));
        column += TensorPrimitives.SumOfSquares<double>(values);
        return column > 0 ? Size * Math.Sqrt(state / column) / problem.Observations.TimeSteps.Average() : Size;
    }
}
