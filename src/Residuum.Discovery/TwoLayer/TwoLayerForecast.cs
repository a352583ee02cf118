using System.Numerics.Tensors;
using Residuum.Discovery.Models;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Steppers;

namespace Residuum.Discovery.TwoLayer;

/// <summary>Runs a two-layer model, with found terms in its equations, from one observed state towards the next.</summary>
/// <param name="model">The model.</param>
/// <param name="library">Candidate terms.</param>
/// <param name="correction">Coefficients of added terms, <c>[layers][terms]</c>.</param>
/// <param name="scheme">Time stepping.</param>
public sealed class TwoLayerForecast(TwoLayerModel model, TwoLayerLibrary library, IReadOnlyList<double[]> correction, ForecastScheme scheme)
{
    private readonly int[] _used = [.. Enumerable.Range(0, library.Terms.Count).Where(term => correction.Any(layer => layer[term] != 0))];

    /// <summary>The model.</summary>
    public TwoLayerModel Model { get; } = model;

    /// <summary>The state after an interval.</summary>
    /// <param name="psi">ψ, <c>[2, Ny, Nx]</c>.</param>
    /// <param name="interval">Time to run: a whole number of steps of the model, or the steps are shortened a little.</param>
    /// <param name="cancel">Stops before the run.</param>
    /// <returns>ψ, <c>[2, Ny, Nx]</c>.</returns>
    /// <exception cref="NonFiniteException">The forecast overflowed.</exception>
    public double[] Run(double[] psi, double interval, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(psi);
        cancel.ThrowIfCancellationRequested();
        int steps = Steps(Model.Parameters, interval);
        bool fits = Math.Abs(interval - (steps * Model.Parameters.TimeStep)) < 1e-9 * interval;
        var stepped = fits ? Model : Model.With(Model.Parameters with { TimeStep = interval / steps });
        double[] q = stepped.Run(Model.PotentialVorticity(psi), steps, scheme == ForecastScheme.Euler ? TimeScheme.SemiImplicitEuler : TimeScheme.Etdrk4, Added);
        return Model.StreamFunction(q);
    }

    /// <summary>Number of the model's steps in an interval, at least one.</summary>
    /// <param name="parameters">The model.</param>
    /// <param name="interval">Time to run.</param>
    public static int Steps(TwoLayerParameters parameters, double interval)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return Math.Max(1, (int)Math.Ceiling((interval / parameters.TimeStep) - 1e-6));
    }

    /// <summary>The found terms as a tendency of q', <c>[2, Ny, Nx]</c>; nothing where there are none.</summary>
    /// <param name="psi">ψ, <c>[2, Ny, Nx]</c>.</param>
    /// <param name="tendency">Added to.</param>
    public void AddTerms(double[] psi, Span<double> tendency)
    {
        if (_used.Length == 0) return;
        var state = new TwoLayerFields(Model, psi);
        foreach (int term in _used)
        {
            double[] values = library.Terms[term].Evaluate(state);
            for (int layer = 0; layer < 2; layer++)
            {
                if (correction[layer][term] == 0) continue;
                var part = tendency.Slice(layer * values.Length, values.Length);
                TensorPrimitives.MultiplyAdd(values, correction[layer][term], part, part);
            }
        }
    }

    private AddedTendency? Added => _used.Length == 0 ? null : AddTerms;
}
