using System.Globalization;
using System.Security;
using System.Text;
using Residuum.Discovery.Expressions;

namespace Residuum.Discovery.Reports;

/// <summary>A right-hand side in the three notations that people read: plain text, LaTeX and presentation MathML.</summary>
/// <param name="Text">Plain text, such as <c>u_t = f(u) + (0.50005 ± 0.00089) u_xxx</c>.</param>
/// <param name="Latex">The same in LaTeX.</param>
/// <param name="MathMl">The same as a <c>math</c> element.</param>
public sealed record EquationText(string Text, string Latex, string MathMl)
{
    /// <summary>An equation of one field.</summary>
    /// <param name="field">Index of the field.</param>
    /// <param name="fields">Names of all fields.</param>
    /// <param name="model">Whether f, the model as given, stands first.</param>
    /// <param name="terms">Terms with their coefficients and standard errors.</param>
    internal static EquationText Of(int field, IReadOnlyList<string> fields, bool model, IReadOnlyList<MergedTerm> terms)
    {
        var text = new StringBuilder($"{fields[field]}_t =");
        var latex = new StringBuilder($@"{Notation.Latex(Algebra.Field(field), fields)}_t =");
        var math = new StringBuilder($"<math><msub>{MathMlNotation.Of(Algebra.Field(field), fields)}<mi>t</mi></msub><mo>=</mo>");
        if (model)
        {
            text.Append(CultureInfo.InvariantCulture, $" f({string.Join(", ", fields)})");
            latex.Append(CultureInfo.InvariantCulture, $" f({string.Join(", ", fields.Select((_, i) => Notation.Latex(Algebra.Field(i), fields)))})");
            math.Append("<mi>f</mi><mo>(</mo>").AppendJoin("<mo>,</mo>", fields.Select((_, i) => MathMlNotation.Of(Algebra.Field(i), fields))).Append("<mo>)</mo>");
        }
        bool first = !model;
        foreach (var term in terms)
        {
            bool minus = term.Coefficient < 0;
            var (number, tex, element) = Number(Math.Abs(term.Coefficient), term.StandardError);
            text.Append(first ? minus ? " -" : " " : minus ? " - " : " + ").Append(number).Append(term.Name);
            latex.Append(first ? minus ? " -" : " " : minus ? " - " : " + ").Append(tex).Append(Notation.Latex(term.Body, fields));
            math.Append(minus ? "<mo>-</mo>" : first ? "" : "<mo>+</mo>").Append(element).Append(MathMlNotation.Of(term.Body, fields));
            first = false;
        }
        if (first) Append(" 0", " 0", "<mn>0</mn>");
        math.Append("</math>");
        return new EquationText(text.ToString(), latex.ToString(), math.ToString());

        void Append(string plain, string tex, string element)
        {
            text.Append(plain);
            latex.Append(tex);
            math.Append(element);
        }
    }

    /// <summary>An equation whose missing part is not known: a question mark stands for it.</summary>
    internal EquationText WithUnknown() => new(
        $"{Text} + ?", $@"{Latex} + \, ?", MathMl.Replace("</math>", "<mo>+</mo><mo>?</mo></math>", StringComparison.Ordinal));

    // A coefficient of exactly 1 is not written.
    private static (string Text, string Latex, string MathMl) Number(double value, double error)
    {
        if (!(error > 0))
        {
            if (value == 1) return ("", "", "");
            string plain = MeasuredNumber.Plain(value);
            return ($"{plain} ", $@"{plain} \, ", $"<mn>{SecurityElement.Escape(plain)}</mn><mspace width=\"0.17em\"/>");
        }
        string number = MeasuredNumber.WithError(value, error);
        string tex = number.Replace("±", @"\pm", StringComparison.Ordinal);
        string element = number.Replace(" ± ", "</mn><mo>±</mo><mn>", StringComparison.Ordinal);
        return ($"({number}) ", $@"\left({tex}\right) \, ", $"<mrow><mo>(</mo><mn>{element}</mn><mo>)</mo></mrow><mspace width=\"0.17em\"/>");
    }
}
