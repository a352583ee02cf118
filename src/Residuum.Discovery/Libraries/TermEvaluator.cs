using Residuum.Discovery.Expressions;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Libraries;

/// <summary>Evaluates terms on states: the columns of a library, or a sum of terms as a tendency. Not for two threads at once.</summary>
public sealed class TermEvaluator
{
    private readonly FourierGrid _grid;
    private readonly DerivativeScheme _scheme;
    private readonly IReadOnlyList<Term> _terms;
    private readonly ExpressionEvaluator _evaluator;
    private readonly FieldDerivative[] _needs;
    private readonly double[] _spectrum;

    /// <summary>Prepares the evaluation of terms.</summary>
    /// <param name="grid">Grid of the states.</param>
    /// <param name="terms">The terms.</param>
    /// <param name="scheme">How derivatives are taken; spectral where left out.</param>
    public TermEvaluator(FourierGrid grid, IReadOnlyList<Term> terms, DerivativeScheme? scheme = null)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(terms);
        (_grid, _terms, _scheme) = (grid, terms, scheme ?? DerivativeScheme.Spectral);
        _evaluator = new ExpressionEvaluator([.. Enumerable.Range(0, grid.Points).Select(j => j * grid.Length / grid.Points)]);
        _needs = [.. terms.SelectMany(term => Algebra.Needs(term.Expression)).Distinct().OrderBy(need => (need.Field, need.Order))];
        foreach (var need in _needs) _evaluator.Inputs[need] = new double[grid.Points];
        _spectrum = new double[grid.Transform.SpectrumSize];
    }

    /// <summary>Columns of a library on many states.</summary>
    /// <param name="states">States.</param>
    /// <returns>For each term its values, <c>[members, points]</c>.</returns>
    public double[][] Columns(StateBatch states)
    {
        ArgumentNullException.ThrowIfNull(states);
        var columns = new double[_terms.Count][];
        for (int j = 0; j < columns.Length; j++) columns[j] = new double[states.Members * _grid.Points];
        for (int member = 0; member < states.Members; member++)
        {
            int at = member * _grid.Points;
            Load(states.State(member));
            for (int j = 0; j < columns.Length; j++) Evaluate(_terms[j].Expression, columns[j].AsSpan(at, _grid.Points));
        }
        return columns;
    }

    /// <summary>Values of one term on one state.</summary>
    /// <param name="state">State, <c>[fields, points]</c>.</param>
    /// <param name="term">Index of the term.</param>
    /// <param name="result">Values, <c>[points]</c>.</param>
    public void Evaluate(ReadOnlySpan<double> state, int term, Span<double> result)
    {
        Load(state);
        Evaluate(term, result);
    }

    /// <summary>Values of one term on the state that was loaded.</summary>
    internal void Evaluate(int term, Span<double> result) => Evaluate(_terms[term].Expression, result);

    /// <summary>Takes a state's derivatives, once for all its terms.</summary>
    internal void Load(ReadOnlySpan<double> state)
    {
        int loaded = -1;
        foreach (var need in _needs)
        {
            var values = state.Slice(need.Field * _grid.Points, _grid.Points);
            if (need.Order == 0)
            {
                values.CopyTo(_evaluator.Inputs[need]);
                continue;
            }
            if (loaded != need.Field) _grid.Transform.Forward(values, _spectrum);
            loaded = need.Field;
            _scheme.Differentiate(_grid, values, _spectrum, need.Order, _evaluator.Inputs[need]);
        }
    }

    private void Evaluate(Expression expression, Span<double> result)
    {
        var (constant, rest) = Algebra.SplitConstant(expression);
        if (rest is not OuterDerivative outer)
        {
            _evaluator.Evaluate(expression, result);
            return;
        }
        var flux = new double[_grid.Points];
        var spectrum = new double[_grid.Transform.SpectrumSize];
        _evaluator.Evaluate(Algebra.Multiply(new Number(constant), outer.Argument), flux);
        _grid.Transform.Forward(flux, spectrum);
        _scheme.Differentiate(_grid, flux, spectrum, outer.Order, result);
    }
}
