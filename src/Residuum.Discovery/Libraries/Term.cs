namespace Residuum.Discovery.Libraries;

/// <summary>A candidate term of an equation: an expression in the fields and their derivatives, such as <c>u^2*u_xx</c>.</summary>
/// <param name="Name">Plain text name, unique in its library; the expression itself for a term of the user's.</param>
/// <param name="Latex">The same in LaTeX.</param>
public abstract record Term(string Name, string Latex);
