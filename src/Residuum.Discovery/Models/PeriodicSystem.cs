using System.Numerics;
using Residuum.Discovery.Expressions;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Steppers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Models;

/// <summary>A periodic PDE compiled for time stepping: state = spectra of its fields, <c>[fields, points + 2]</c>.</summary>
/// <remarks>Each term goes where it is cheapest and most stable: linear in its own field to the symbol (implicit), linear in another field to a
/// spectral product, the rest to grid points; u^p u_x is taken in flux form, so that it costs one inverse transform less.</remarks>
public sealed class PeriodicSystem : ISemilinearSystem
{
    private readonly FourierGrid _grid;
    private readonly CompiledTerms _terms;
    private readonly ExpressionEvaluator _evaluator;
    private readonly double[] _spectrum, _values;

    /// <summary>Compiles the right-hand side.</summary>
    /// <param name="grid">Grid of every field.</param>
    /// <param name="fields">Number of fields.</param>
    /// <param name="terms">Terms with their coefficients and fields.</param>
    /// <param name="dealias">Drop the upper third of the modes of every product.</param>
    public PeriodicSystem(FourierGrid grid, int fields, IReadOnlyList<AddedTerm> terms, bool dealias = false)
        : this(grid, new CompiledTerms(grid, fields, terms, dealias))
    {
    }

    private PeriodicSystem(FourierGrid grid, CompiledTerms terms)
    {
        (_grid, _terms) = (grid, terms);
        _evaluator = new ExpressionEvaluator([.. Enumerable.Range(0, grid.Points).Select(j => j * grid.Length / grid.Points)]);
        foreach (var need in terms.Needs) _evaluator.Inputs[need] = new double[grid.Points];
        (_spectrum, _values) = (new double[grid.Transform.SpectrumSize], new double[grid.Points]);
    }

    /// <inheritdoc/>
    public int Size => _terms.Symbol.Length * 2;

    /// <inheritdoc/>
    public Complex[] Symbol => _terms.Symbol;

    /// <inheritdoc/>
    public ISemilinearSystem Fork() => new PeriodicSystem(_grid, _terms);

    IOdeSystem IOdeSystem.Fork() => Fork();

    /// <inheritdoc/>
    public void Nonlinear(ReadOnlySpan<double> state, Span<double> tendency)
    {
        int size = _grid.Transform.SpectrumSize;
        foreach (var (need, multiplier) in _terms.Needs.Zip(_terms.NeedMultipliers))
        {
            var field = state.Slice(need.Field * size, size);
            if (multiplier is null)
            {
                _grid.Transform.Inverse(field, _evaluator.Inputs[need]);
                continue;
            }
            multiplier.Multiply(field, _spectrum);
            _grid.Transform.Inverse(_spectrum, _evaluator.Inputs[need]);
        }
        tendency.Clear();
        foreach (var flux in _terms.Fluxes)
        {
            _evaluator.Evaluate(flux.Body, _values);
            _grid.Transform.Forward(_values, _spectrum);
            var target = tendency.Slice(flux.Field * size, size);
            flux.Multiplier.MultiplyAdd(_spectrum, target, target);
        }
        foreach (var cross in _terms.Crosses)
        {
            var target = tendency.Slice(cross.Field * size, size);
            cross.Multiplier.MultiplyAdd(state.Slice(cross.Source * size, size), target, target);
        }
    }

    /// <inheritdoc/>
    public void Tendency(ReadOnlySpan<double> state, Span<double> tendency)
    {
        Nonlinear(state, tendency);
        _terms.Linear.MultiplyAdd(state, tendency, tendency);
    }
}
