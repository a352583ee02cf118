namespace Residuum.Distribution.Problems;

/// <summary>f_i(x) = (1/2n_i) Σ (a_kᵀ x - b_k)² + r(x).</summary>
/// <param name="parts">Samples of every worker.</param>
/// <param name="regulariser">μ and λ.</param>
public sealed class LeastSquaresObjective(Partition parts, Regulariser regulariser = default)
    : LinearObjective("least squares", parts, new SquaredLoss(), regulariser);
