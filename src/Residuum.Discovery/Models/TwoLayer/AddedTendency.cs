namespace Residuum.Discovery.Models;

/// <summary>Adds to the tendency of q' at every stage of every step: a found correction, a parameterization, a forcing.</summary>
/// <param name="psi">ψ, <c>[2, Ny, Nx]</c>; not to be written to.</param>
/// <param name="tendency">∂q'/∂t, <c>[2, Ny, Nx]</c>; added to.</param>
public delegate void AddedTendency(double[] psi, Span<double> tendency);
