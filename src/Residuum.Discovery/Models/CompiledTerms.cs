using System.Numerics;
using Residuum.Discovery.Expressions;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Models;

/// <summary>Right-hand side terms, sorted by how they are computed. Immutable, shared by threads.</summary>
internal sealed class CompiledTerms
{
    private readonly FourierGrid _grid;
    private readonly bool _dealias;
    private readonly Dictionary<(int Field, int Order), List<Expression>> _fluxes = [];
    private readonly Dictionary<(int Field, int Source), Complex[]> _crosses = [];

    public CompiledTerms(FourierGrid grid, int fields, IReadOnlyList<AddedTerm> terms, bool dealias)
    {
        (_grid, _dealias) = (grid, dealias);
        Symbol = new Complex[fields * grid.Modes];
        foreach (var term in terms) Place(term.Field, term.Coefficient, term.Term.Expression);

        Linear = new SpectralMultiplier(Symbol);
        Fluxes = [.. _fluxes.Select(pair => Flux(pair.Key.Field, pair.Key.Order, Algebra.Add(pair.Value)))];
        Crosses = [.. _crosses.Select(pair => (pair.Key.Field, pair.Key.Source, new SpectralMultiplier(pair.Value)))];
        Needs = [.. Fluxes.SelectMany(flux => Algebra.Needs(flux.Body)).Distinct()];
        NeedMultipliers = [.. Needs.Select(need => need.Order == 0 ? null : new SpectralMultiplier(grid.DerivativeSymbol(need.Order)))];
    }

    public Complex[] Symbol { get; }

    public SpectralMultiplier Linear { get; }

    public IReadOnlyList<(int Field, Expression Body, SpectralMultiplier Multiplier)> Fluxes { get; }

    public IReadOnlyList<(int Field, int Source, SpectralMultiplier Multiplier)> Crosses { get; }

    public FieldDerivative[] Needs { get; }

    public SpectralMultiplier?[] NeedMultipliers { get; }

    private void Place(int field, double coefficient, Expression expression)
    {
        var (constant, body) = Algebra.SplitConstant(expression);
        double c = coefficient * constant;
        if (c == 0) return;
        switch (body)
        {
            case Sum sum:
                foreach (var term in sum.Terms) Place(field, c, term);
                break;
            case FieldDerivative linear when linear.Field == field:
                Accumulate(Symbol.AsSpan(field * _grid.Modes, _grid.Modes), c, linear.Order);
                break;
            case FieldDerivative linear:
                if (!_crosses.TryGetValue((field, linear.Field), out var symbol)) _crosses[(field, linear.Field)] = symbol = new Complex[_grid.Modes];
                Accumulate(symbol, c, linear.Order);
                break;
            case OuterDerivative { Argument: FieldDerivative inner } outer:
                Place(field, c, Algebra.Field(inner.Field, inner.Order + outer.Order));
                break;
            case OuterDerivative outer:
                AddFlux(field, outer.Order, c, outer.Argument);
                break;
            case Product { Factors: [var first, FieldDerivative { Order: 1 } slope] } when Exponent(first, slope.Field) is { } p:
                AddFlux(field, 1, c / (p + 1), Algebra.Raise(Algebra.Field(slope.Field), p + 1)); // u^p u_x = (u^{p+1})_x / (p + 1)
                break;
            default:
                AddFlux(field, 0, c, body);
                break;
        }
    }

    private static double? Exponent(Expression factor, int field) => factor switch
    {
        FieldDerivative { Order: 0 } plain when plain.Field == field => 1,
        Power { Base: FieldDerivative { Order: 0 } plain } power when plain.Field == field && power.Exponent != -1 => power.Exponent,
        _ => null,
    };

    private void AddFlux(int field, int order, double c, Expression body)
    {
        if (!_fluxes.TryGetValue((field, order), out var bodies)) _fluxes[(field, order)] = bodies = [];
        bodies.Add(Algebra.Multiply(new Number(c), body));
    }

    // A constant in front of a single body goes into the multiplier: no work at the grid points.
    private (int Field, Expression Body, SpectralMultiplier Multiplier) Flux(int field, int order, Expression sum)
    {
        var (constant, body) = Algebra.SplitConstant(sum);
        var symbol = order == 0 ? Enumerable.Repeat(Complex.One, _grid.Modes).ToArray() : _grid.DerivativeSymbol(order);
        for (int k = 0; k < symbol.Length; k++) symbol[k] *= _dealias && 3 * k > _grid.Points ? 0 : constant;
        return (field, body, new SpectralMultiplier(symbol));
    }

    private void Accumulate(Span<Complex> symbol, double c, int order)
    {
        var derivative = order == 0 ? Enumerable.Repeat(Complex.One, _grid.Modes).ToArray() : _grid.DerivativeSymbol(order);
        for (int k = 0; k < symbol.Length; k++) symbol[k] += c * derivative[k];
    }
}
