namespace Residuum.Discovery.Models;

/// <summary>A law that a model declares: what it conserves, balances or commutes with.</summary>
/// <remarks>One common test checks every identity of every model on states of its attractor.</remarks>
/// <param name="Name">The law in words, with its formula.</param>
/// <param name="Residual">Relative departure from the law at a state <c>[fields, points]</c>.</param>
/// <param name="Tolerance">Largest departure that rounding explains.</param>
public sealed record Identity(string Name, Func<double[], double> Residual, double Tolerance);
