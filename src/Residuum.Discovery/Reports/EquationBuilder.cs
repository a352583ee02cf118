using System.Security;
using System.Text;

namespace Residuum.Discovery.Reports;

/// <summary>Writes an equation term by term in all three notations: signs, coefficients with their errors, bodies.</summary>
internal sealed class EquationBuilder
{
    private readonly StringBuilder _text, _latex, _math;
    private bool _empty = true;

    /// <summary>Begins with <c>left =</c>.</summary>
    public EquationBuilder(MathText left) =>
        (_text, _latex, _math) = (new StringBuilder($"{left.Text} ="), new StringBuilder($"{left.Latex} ="), new StringBuilder($"<math>{left.MathMl}<mo>=</mo>"));

    /// <summary>Adds a term; one of coefficient 0 without an error is left out.</summary>
    /// <param name="coefficient">Its coefficient.</param>
    /// <param name="body">What it multiplies.</param>
    /// <param name="error">Standard error of the coefficient; 0 for none.</param>
    public EquationBuilder Add(double coefficient, MathText body, double error = 0)
    {
        if (coefficient == 0 && !(error > 0)) return this;
        bool minus = coefficient < 0;
        string sign = _empty ? minus ? " -" : " " : minus ? " - " : " + ";
        var number = Number(Math.Abs(coefficient), error);
        _text.Append(sign).Append(number.Text).Append(body.Text);
        _latex.Append(sign).Append(number.Latex).Append(body.Latex);
        _math.Append(minus ? "<mo>-</mo>" : _empty ? "" : "<mo>+</mo>").Append(number.MathMl).Append(body.MathMl);
        _empty = false;
        return this;
    }

    /// <summary>The equation; 0 on the right-hand side where no term was added.</summary>
    public EquationText Build()
    {
        if (_empty) Add(1, new MathText("0", "0", "<mn>0</mn>"));
        return new EquationText(_text.ToString(), _latex.ToString(), _math.Append("</math>").ToString());
    }

    // A coefficient of exactly 1 is not written.
    private static MathText Number(double value, double error)
    {
        if (!(error > 0))
        {
            if (value == 1) return new MathText("", "", "");
            string plain = MeasuredNumber.Plain(value);
            return new MathText($"{plain} ", $@"{plain} \, ", $"<mn>{SecurityElement.Escape(plain)}</mn><mspace width=\"0.17em\"/>");
        }
        string number = MeasuredNumber.WithError(value, error);
        string tex = number.Replace("±", @"\pm", StringComparison.Ordinal);
        string element = number.Replace(" ± ", "</mn><mo>±</mo><mn>", StringComparison.Ordinal);
        return new MathText($"({number}) ", $@"\left({tex}\right) \, ", $"<mrow><mo>(</mo><mn>{element}</mn><mo>)</mo></mrow><mspace width=\"0.17em\"/>");
    }
}
