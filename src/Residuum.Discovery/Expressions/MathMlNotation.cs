using System.Globalization;
using System.Security;

namespace Residuum.Discovery.Expressions;

/// <summary>Writes expressions as presentation MathML, for reports.</summary>
public static class MathMlNotation
{
    /// <summary>An <c>mrow</c> with the expression.</summary>
    /// <param name="expression">Any expression.</param>
    /// <param name="fields">Names of the fields.</param>
    public static string Of(Expression expression, IReadOnlyList<string> fields) => expression switch
    {
        Number number => Number(number.Value),
        Coordinate => Name("x"),
        FieldDerivative { Order: 0 } field => Name(fields[field.Field]),
        FieldDerivative field => $"<msub>{Name(fields[field.Field])}<mi>{new string('x', field.Order)}</mi></msub>",
        Sum sum => Row(string.Join("<mo>+</mo>", sum.Terms.Select(term => Of(term, fields)))),
        Product product => Row(string.Join("<mspace width=\"0.17em\"/>", product.Factors.Select(factor => factor is Sum ? Parentheses(Of(factor, fields)) : Of(factor, fields)))),
        Power power => $"<msup>{Base(power.Base, fields)}{Number(power.Exponent)}</msup>",
        Call { Function: ElementaryFunction.Sqrt } call => $"<msqrt>{Of(call.Argument, fields)}</msqrt>",
        Call call => Row(Name(call.Function.ToString().ToLowerInvariant()) + Parentheses(Of(call.Argument, fields))),
        OuterDerivative { Order: 1 } outer => Row(Row("<msub><mo>∂</mo><mi>x</mi></msub>") + Parentheses(Of(outer.Argument, fields))),
        OuterDerivative outer => Row($"<msubsup><mo>∂</mo><mi>x</mi><mn>{outer.Order}</mn></msubsup>{Parentheses(Of(outer.Argument, fields))}"),
        _ => throw new InvalidOperationException(expression.GetType().Name),
    };

    /// <summary>A number as an <c>mn</c> element.</summary>
    /// <param name="value">The number.</param>
    /// <param name="format">A .NET format; every digit where left out.</param>
    public static string Number(double value, string format = "R") => $"<mn>{value.ToString(format, CultureInfo.InvariantCulture)}</mn>";

    private static string Base(Expression body, IReadOnlyList<string> fields) =>
        body is FieldDerivative { Order: 0 } or Coordinate ? Of(body, fields) : Parentheses(Of(body, fields));

    private static string Name(string text) => $"<mi>{SecurityElement.Escape(text)}</mi>";

    private static string Row(string inner) => $"<mrow>{inner}</mrow>";

    private static string Parentheses(string inner) => $"<mrow><mo>(</mo>{inner}<mo>)</mo></mrow>";
}
