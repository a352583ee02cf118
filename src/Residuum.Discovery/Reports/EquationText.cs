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
        var left = Field(field, fields);
        var equation = new EquationBuilder(new MathText($"{left.Text}_t", $"{left.Latex}_t", $"<msub>{left.MathMl}<mi>t</mi></msub>"));
        if (model) equation.Add(1, new MathText("f", "f", "<mi>f</mi>").Of([.. fields.Select((_, i) => Field(i, fields))]));
        foreach (var term in terms)
            equation.Add(term.Coefficient, new MathText(term.Name, Notation.Latex(term.Body, fields), MathMlNotation.Of(term.Body, fields)), term.StandardError);
        return equation.Build();
    }

    /// <summary>An equation whose missing part is not known: a question mark stands for it.</summary>
    internal EquationText WithUnknown() => new(
        $"{Text} + ?", $@"{Latex} + \, ?", MathMl.Replace("</math>", "<mo>+</mo><mo>?</mo></math>", StringComparison.Ordinal));

    private static MathText Field(int field, IReadOnlyList<string> fields)
    {
        var body = Algebra.Field(field);
        return new MathText(fields[field], Notation.Latex(body, fields), MathMlNotation.Of(body, fields));
    }
}
