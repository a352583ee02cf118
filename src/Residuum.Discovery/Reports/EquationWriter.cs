using System.Text;
using Residuum.Discovery.Expressions;

namespace Residuum.Discovery.Reports;

/// <summary>Writes the corrected equation of a field: the model's own right-hand side f and the found terms with their errors.</summary>
public static class EquationWriter
{
    /// <summary>Such as <c>u_t = f(u) - (0.9999 ± 0.0004) u u_x</c>.</summary>
    /// <param name="field">What was found.</param>
    public static string Text(FieldResult field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var text = new StringBuilder($"{field.Field}_t = f({Arguments(field)})");
        foreach (var found in field.Terms)
            text.Append(found.Coefficient < 0 ? " - (" : " + (").Append(MeasuredNumber.WithError(Math.Abs(found.Coefficient), found.StandardError)).Append(") ").Append(found.Term.Name);
        return text.ToString();
    }

    /// <summary>The same in LaTeX.</summary>
    /// <param name="field">What was found.</param>
    public static string Latex(FieldResult field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var text = new StringBuilder($"{field.Field}_t = f({Arguments(field)})");
        foreach (var found in field.Terms)
        {
            string number = MeasuredNumber.WithError(Math.Abs(found.Coefficient), found.StandardError).Replace("±", @"\pm", StringComparison.Ordinal);
            text.Append(found.Coefficient < 0 ? @" - \left(" : @" + \left(").Append(number).Append(@"\right) ").Append(found.Term.Latex);
        }
        return text.ToString();
    }

    /// <summary>The same as a MathML element.</summary>
    /// <param name="field">What was found.</param>
    public static string MathMl(FieldResult field)
    {
        ArgumentNullException.ThrowIfNull(field);
        string[] fields = [.. field.Library.Fields];
        string own = MathMlNotation.Of(Algebra.Field(Math.Max(0, Array.IndexOf(fields, field.Field))), fields);
        var text = new StringBuilder($"<math><msub>{own}<mi>t</mi></msub><mo>=</mo><mi>f</mi><mo>(</mo>");
        text.AppendJoin("<mo>,</mo>", fields.Select((_, index) => MathMlNotation.Of(Algebra.Field(index), fields))).Append("<mo>)</mo>");
        foreach (var found in field.Terms)
        {
            string number = MeasuredNumber.WithError(Math.Abs(found.Coefficient), found.StandardError).Replace(" ± ", "</mn><mo>±</mo><mn>", StringComparison.Ordinal);
            text.Append(found.Coefficient < 0 ? "<mo>-</mo>" : "<mo>+</mo>").Append($"<mo>(</mo><mn>{number}</mn><mo>)</mo>").Append(MathMlNotation.Of(found.Term.Expression, fields));
        }
        return text.Append("</math>").ToString();
    }

    private static string Arguments(FieldResult field) => string.Join(", ", field.Library.Fields);
}
