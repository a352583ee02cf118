namespace Residuum.Discovery.Reports;

/// <summary>A piece of mathematics in three notations: plain text, LaTeX, and MathML elements.</summary>
/// <param name="Text">Plain text.</param>
/// <param name="Latex">LaTeX.</param>
/// <param name="MathMl">One MathML element, or nothing.</param>
internal sealed record MathText(string Text, string Latex, string MathMl)
{
    /// <summary>A letter, such as ψ.</summary>
    public static MathText Letter(string text, string latex, string letter) => new(text, latex, $"<mi>{letter}</mi>");

    /// <summary>This with a lower index: <c>psi1</c>, ψ₁.</summary>
    public MathText Index(string index) => new($"{Text}{index}", $"{Latex}_{{{index}}}", $"<msub>{MathMl}<mi>{index}</mi></msub>");

    /// <summary>An operator before an argument, <c>lap(psi1)</c> and ∇²ψ₁; a sum gets parentheses.</summary>
    public MathText Before(MathText argument, bool sum = false) => new(
        $"{Text}({argument.Text})", sum ? $@"{Latex}\left({argument.Latex}\right)" : $"{Latex} {argument.Latex}", Row(MathMl + (sum ? Parentheses(argument.MathMl) : argument.MathMl)));

    /// <summary>A function of arguments, <c>J(psi1, q1)</c>.</summary>
    public MathText Of(params IReadOnlyList<MathText> arguments) => new(
        $"{Text}({string.Join(", ", arguments.Select(a => a.Text))})", $"{Latex}({string.Join(", ", arguments.Select(a => a.Latex))})",
        Row(MathMl + Parentheses(string.Join("<mo>,</mo>", arguments.Select(a => a.MathMl)))));

    /// <summary>Two factors; a factor that is a sum comes in <see cref="Grouped"/>.</summary>
    public MathText Times(MathText factor) => new($"{Text} {factor.Text}", $@"{Latex} \, {factor.Latex}", Row($"{MathMl}<mspace width=\"0.17em\"/>{factor.MathMl}"));

    /// <summary>A sum or a difference.</summary>
    public MathText Plus(MathText other) => Joined(other, "+");

    /// <summary>A difference.</summary>
    public MathText Minus(MathText other) => Joined(other, "-");

    /// <summary>This in parentheses.</summary>
    public MathText Grouped() => new($"({Text})", $@"\left({Latex}\right)", Parentheses(MathMl));

    private MathText Joined(MathText other, string sign) => new($"{Text} {sign} {other.Text}", $"{Latex} {sign} {other.Latex}", Row($"{MathMl}<mo>{sign}</mo>{other.MathMl}"));

    private static string Row(string inner) => $"<mrow>{inner}</mrow>";

    private static string Parentheses(string inner) => $"<mrow><mo>(</mo>{inner}<mo>)</mo></mrow>";
}
