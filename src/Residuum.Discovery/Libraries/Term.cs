using Residuum.Discovery.Expressions;

namespace Residuum.Discovery.Libraries;

/// <summary>A candidate term of an equation: an expression in the fields and their derivatives, such as <c>u^2 u_xx</c>.</summary>
/// <param name="Expression">What it is.</param>
/// <param name="Name">Plain text, unique in its library; can be read back by <see cref="Parse"/>.</param>
/// <param name="Latex">The same in LaTeX.</param>
public sealed record Term(Expression Expression, string Name, string Latex)
{
    /// <summary>A term named after its expression.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="fields">Names of the fields, in state order.</param>
    public static Term Of(Expression expression, IReadOnlyList<string> fields) =>
        new(expression, Notation.Text(expression, fields), Notation.Latex(expression, fields));

    /// <summary>Reads a term such as <c>u^2*u_xx</c> or <c>sin(x)*u</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fields">Names of the fields, in state order.</param>
    /// <exception cref="Numerics.Errors.UserError">The text is no expression in these fields.</exception>
    public static Term Parse(string text, IReadOnlyList<string> fields) => Of(ExpressionParser.Parse(text, fields), fields);
}
