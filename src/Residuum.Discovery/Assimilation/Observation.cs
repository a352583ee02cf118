using System.Numerics.Tensors;
using Residuum.Numerics.Errors;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery.Assimilation;

/// <summary>One observed state: values at some numbers of the state, with independent errors (R is diagonal).</summary>
public sealed class Observation
{
    private readonly int[]? _sites;

    /// <summary>Observes given numbers of a state.</summary>
    /// <param name="values">Observed values y, <c>[p]</c>.</param>
    /// <param name="deviations">Standard deviation of each error, <c>[p]</c>; above 0.</param>
    /// <param name="sites">Index in the state of each value, <c>[p]</c>; the whole state, in order, where left out.</param>
    /// <exception cref="UserError">A standard deviation is not positive.</exception>
    /// <exception cref="NonFiniteException">A value is not finite.</exception>
    public Observation(double[] values, double[] deviations, int[]? sites = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(deviations);
        if (deviations.Length != values.Length || (sites is not null && sites.Length != values.Length))
            throw new ArgumentException("one deviation and one site a value");
        if (!deviations.All(deviation => deviation > 0 && double.IsFinite(deviation)))
            throw new UserError("an observation needs a known error", "standard deviation of the noise", expected: "a number above 0 for every observed value");
        if (!TensorPrimitives.IsFiniteAll<double>(values)) throw new NonFiniteException("an observation");
        (Values, Deviations, _sites) = (values, deviations, sites);
        IsUniform = Array.TrueForAll(deviations, deviation => deviation == deviations[0]);
    }

    /// <summary>Observed values y, <c>[p]</c>.</summary>
    public double[] Values { get; }

    /// <summary>Standard deviation of each error, <c>[p]</c>.</summary>
    public double[] Deviations { get; }

    /// <summary>Number p of observed values.</summary>
    public int Count => Values.Length;

    /// <summary>Whether all errors have the same standard deviation.</summary>
    public bool IsUniform { get; }

    /// <summary>Whether the whole state is observed, in order.</summary>
    public bool IsFull => _sites is null;

    /// <summary>The whole state with one error everywhere.</summary>
    /// <param name="state">Observed state, <c>[n]</c>.</param>
    /// <param name="deviation">Standard deviation of every error.</param>
    public static Observation Full(ReadOnlySpan<double> state, double deviation) =>
        new(state.ToArray(), [.. Enumerable.Repeat(deviation, state.Length)]);

    /// <summary>What is there of a state whose missing cells are NaN.</summary>
    /// <param name="state">Observed state, <c>[n]</c>.</param>
    /// <param name="deviations">Standard deviation at each number of the state, <c>[n]</c>.</param>
    public static Observation Present(ReadOnlySpan<double> state, ReadOnlySpan<double> deviations)
    {
        var sites = new List<int>();
        for (int i = 0; i < state.Length; i++)
        {
            if (!double.IsNaN(state[i])) sites.Add(i);
        }
        if (sites.Count == state.Length) return new Observation(state.ToArray(), deviations.ToArray());
        double[] values = new double[sites.Count], errors = new double[sites.Count];
        for (int i = 0; i < values.Length; i++) (values[i], errors[i]) = (state[sites[i]], deviations[sites[i]]);
        return new Observation(values, errors, [.. sites]);
    }

    /// <summary>The observed numbers of a state, H u.</summary>
    /// <param name="state">State u, <c>[n]</c>.</param>
    /// <param name="observed">Where H u goes, <c>[p]</c>.</param>
    public void Observe(ReadOnlySpan<double> state, Span<double> observed)
    {
        if (_sites is null)
        {
            state[..observed.Length].CopyTo(observed);
            return;
        }
        for (int i = 0; i < observed.Length; i++) observed[i] = state[_sites[i]];
    }

    /// <summary>The observed numbers of every member; the ensemble itself where the whole state is observed.</summary>
    /// <param name="ensemble">Members, <c>[members, n]</c>.</param>
    /// <returns>Members, <c>[members, p]</c>.</returns>
    public Matrix Observe(Matrix ensemble)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        if (IsFull && ensemble.Columns != Count) throw new ArgumentException($"{Count} observed values of a state of {ensemble.Columns}", nameof(ensemble));
        if (IsFull) return ensemble;
        var observed = new Matrix(ensemble.Rows, Count);
        for (int member = 0; member < ensemble.Rows; member++) Observe(ensemble.Row(member), observed.Row(member));
        return observed;
    }
}
