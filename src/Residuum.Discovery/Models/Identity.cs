namespace Residuum.Discovery.Models;

/// <summary>A law that a model's tendency F(u) obeys: what it conserves, balances or commutes with.</summary>
/// <remarks>One common test checks every identity of every model on states of its attractor.</remarks>
/// <param name="Name">In words, with the formula.</param>
/// <param name="Residual">What must vanish, relative to the size of its parts: from the state and its tendency, both <c>[fields, points]</c>.</param>
/// <param name="Tolerance">How far from zero rounding and aliasing may take it.</param>
public sealed record Identity(string Name, Func<double[], double[], double> Residual, double Tolerance = 1e-9);
