using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery.Interpolation;

/// <summary>Solves Q_mm x = b.</summary>
internal interface IGapSolver
{
    /// <summary>Solves for every row b.</summary>
    /// <param name="rows">Right-hand sides, <c>[fields, missing]</c>; replaced by the solutions.</param>
    /// <param name="cancel">Stops the work.</param>
    void Solve(Matrix rows, CancellationToken cancel);
}
