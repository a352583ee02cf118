using System.Globalization;

namespace Residuum.Discovery.Expressions;

/// <summary>Writes expressions for people: plain text, which <see cref="ExpressionParser"/> reads back, and LaTeX.</summary>
public static class Notation
{
    /// <summary>Plain text such as <c>u^2 u_xx</c>.</summary>
    /// <param name="expression">Any expression.</param>
    /// <param name="fields">Names of the fields.</param>
    public static string Text(Expression expression, IReadOnlyList<string> fields) => expression switch
    {
        Number number => number.Value.ToString("R", CultureInfo.InvariantCulture),
        Coordinate => "x",
        FieldDerivative field => fields[field.Field] + (field.Order == 0 ? "" : "_" + new string('x', field.Order)),
        Sum sum => string.Join(" + ", sum.Terms.Select(term => Text(term, fields))).Replace("+ -", "- ", StringComparison.Ordinal),
        Product product => string.Join(" ", product.Factors.Select(factor => Grouped(factor, fields))),
        Power power => $"{Raised(power.Base, fields)}^{Exponent(power.Exponent)}",
        Call call => $"{call.Function.ToString().ToLowerInvariant()}({Text(call.Argument, fields)})",
        OuterDerivative { Order: 1 } outer => $"dx({Text(outer.Argument, fields)})",
        OuterDerivative outer => $"dx({Text(outer.Argument, fields)}, {outer.Order})",
        _ => throw new InvalidOperationException(expression.GetType().Name),
    };

    /// <summary>LaTeX such as <c>u^{2} u_{xx}</c>.</summary>
    /// <param name="expression">Any expression.</param>
    /// <param name="fields">Names of the fields.</param>
    public static string Latex(Expression expression, IReadOnlyList<string> fields) => expression switch
    {
        Number number => number.Value.ToString("R", CultureInfo.InvariantCulture),
        Coordinate => "x",
        FieldDerivative field => LatexName(fields[field.Field]) + (field.Order == 0 ? "" : $"_{{{new string('x', field.Order)}}}"),
        Sum sum => string.Join(" + ", sum.Terms.Select(term => Latex(term, fields))).Replace("+ -", "- ", StringComparison.Ordinal),
        Product product => string.Join(@" \, ", product.Factors.Select(factor => factor is Sum ? $@"\left({Latex(factor, fields)}\right)" : Latex(factor, fields))),
        Power power => $"{{{(power.Base is FieldDerivative { Order: 0 } or Coordinate ? Latex(power.Base, fields) : $@"\left({Latex(power.Base, fields)}\right)")}}}^{{{power.Exponent.ToString("R", CultureInfo.InvariantCulture)}}}",
        Call { Function: ElementaryFunction.Sqrt } call => $@"\sqrt{{{Latex(call.Argument, fields)}}}",
        Call { Function: ElementaryFunction.Abs } call => $@"\left|{Latex(call.Argument, fields)}\right|",
        Call call => $@"\{call.Function.ToString().ToLowerInvariant()}\left({Latex(call.Argument, fields)}\right)",
        OuterDerivative { Order: 1 } outer => $@"\partial_x \left({Latex(outer.Argument, fields)}\right)",
        OuterDerivative outer => $@"\partial_x^{{{outer.Order}}} \left({Latex(outer.Argument, fields)}\right)",
        _ => throw new InvalidOperationException(expression.GetType().Name),
    };

    private static string Grouped(Expression part, IReadOnlyList<string> fields) =>
        part is Sum or Number { Value: < 0 } ? $"({Text(part, fields)})" : Text(part, fields);

    private static string Raised(Expression body, IReadOnlyList<string> fields) =>
        body is Product or Power ? $"({Text(body, fields)})" : Grouped(body, fields);

    private static string Exponent(double exponent)
    {
        string text = exponent.ToString("R", CultureInfo.InvariantCulture);
        return exponent < 0 ? $"({text})" : text;
    }

    private static string LatexName(string field) => field.Length == 1 ? field : $@"\mathrm{{{field.Replace("_", @"\_", StringComparison.Ordinal)}}}";
}
