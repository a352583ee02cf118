using System.Numerics.Tensors;
using Residuum.Discovery.Expressions;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Steppers;

namespace Residuum.Discovery.Models;

/// <summary>A model of ordinary differential equations with terms added to it, for time stepping.</summary>
internal sealed class OdeSystem : IOdeSystem
{
    private readonly IOdeModel _model;
    private readonly IReadOnlyList<AddedTerm> _terms;
    private readonly ExpressionEvaluator _evaluator;
    private readonly double[] _values;

    /// <param name="model">The model.</param>
    /// <param name="terms">Terms without derivatives.</param>
    public OdeSystem(IOdeModel model, IReadOnlyList<AddedTerm> terms)
    {
        (_model, _terms) = (model, terms);
        int points = model.Layout.Points;
        _values = new double[points];
        _evaluator = new ExpressionEvaluator([.. Enumerable.Range(0, points).Select(i => i * model.Layout.Spacing)]);
        foreach (var need in terms.SelectMany(term => Algebra.Needs(term.Term.Expression)).Distinct()) _evaluator.Inputs[need] = new double[points];
    }

    public int Size => _model.Layout.Size;

    public IOdeSystem Fork() => new OdeSystem(_model, _terms);

    public void Tendency(ReadOnlySpan<double> state, Span<double> tendency)
    {
        _model.Tendency(state, tendency);
        if (_terms.Count == 0) return;
        int points = _values.Length;
        foreach (var (need, values) in _evaluator.Inputs) state.Slice(need.Field * points, points).CopyTo(values);
        foreach (var term in _terms)
        {
            _evaluator.Evaluate(term.Term.Expression, _values);
            var target = tendency.Slice(term.Field * points, points);
            TensorPrimitives.MultiplyAdd(_values, term.Coefficient, target, target);
        }
    }

    /// <exception cref="UserError">The term has a derivative in space.</exception>
    public static void RequirePointwise(AddedTerm term)
    {
        if (HasDerivative(term.Term.Expression))
            throw new UserError("an ordinary differential equation has no derivatives in space", $"term {term.Term.Name}", remedy: "leave derivatives out of the library");
    }

    private static bool HasDerivative(Expression expression) => expression switch
    {
        FieldDerivative field => field.Order > 0,
        OuterDerivative => true,
        Sum sum => sum.Terms.Any(HasDerivative),
        Product product => product.Factors.Any(HasDerivative),
        Power power => HasDerivative(power.Base),
        Call call => HasDerivative(call.Argument),
        _ => false,
    };
}
