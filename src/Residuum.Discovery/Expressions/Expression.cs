namespace Residuum.Discovery.Expressions;

/// <summary>An expression in the fields of a state, their derivatives in x, and x itself.</summary>
/// <remarks>Built through <see cref="Algebra"/>, which keeps products flat, constants first and powers merged, so that equal terms read equal.</remarks>
public abstract record Expression;

/// <summary>A constant.</summary>
/// <param name="Value">Its value.</param>
public sealed record Number(double Value) : Expression;

/// <summary>The coordinate x of the grid points.</summary>
public sealed record Coordinate : Expression;

/// <summary>A field or one of its derivatives: <c>u</c>, <c>u_x</c>, <c>u_xx</c>.</summary>
/// <param name="Field">Index of the field in the state.</param>
/// <param name="Order">Order of the derivative; 0 is the field itself.</param>
public sealed record FieldDerivative(int Field, int Order) : Expression;

/// <summary>A sum.</summary>
/// <param name="Terms">Two or more terms.</param>
public sealed record Sum(IReadOnlyList<Expression> Terms) : Expression;

/// <summary>A product; a constant, where there is one, comes first.</summary>
/// <param name="Factors">Two or more factors.</param>
public sealed record Product(IReadOnlyList<Expression> Factors) : Expression;

/// <summary>A power with a constant exponent.</summary>
/// <param name="Base">What is raised.</param>
/// <param name="Exponent">The exponent.</param>
public sealed record Power(Expression Base, double Exponent) : Expression;

/// <summary>A function of one argument.</summary>
/// <param name="Function">Which.</param>
/// <param name="Argument">Its argument.</param>
public sealed record Call(ElementaryFunction Function, Expression Argument) : Expression;

/// <summary>A derivative in x of a whole expression, <c>dx(u^2)</c>: the flux form, which a spectral solver keeps conservative.</summary>
/// <param name="Order">Order of the derivative, at least 1.</param>
/// <param name="Argument">What is differentiated.</param>
public sealed record OuterDerivative(int Order, Expression Argument) : Expression;

/// <summary>Functions that a term may use.</summary>
public enum ElementaryFunction
{
    /// <summary>Sine.</summary>
    Sin,

    /// <summary>Cosine.</summary>
    Cos,

    /// <summary>Hyperbolic tangent.</summary>
    Tanh,

    /// <summary>Exponential.</summary>
    Exp,

    /// <summary>Natural logarithm.</summary>
    Log,

    /// <summary>Square root.</summary>
    Sqrt,

    /// <summary>Absolute value.</summary>
    Abs,
}
