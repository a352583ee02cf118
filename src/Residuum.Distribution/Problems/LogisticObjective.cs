using Residuum.Numerics.Errors;

namespace Residuum.Distribution.Problems;

/// <summary>f_i(x) = (1/n_i) Σ log(1 + exp(-b_k a_kᵀ x)) + (μ/2)|x|² + λ Σ x_j²/(1 + x_j²), labels b = ±1.</summary>
public class LogisticObjective : LinearObjective
{
    /// <summary>Logistic regression.</summary>
    /// <param name="parts">Samples of every worker, labels ±1.</param>
    /// <param name="regulariser">μ and λ.</param>
    /// <exception cref="UserError">A label is not ±1.</exception>
    public LogisticObjective(Partition parts, Regulariser regulariser = default)
        : base(regulariser.NonConvex > 0 ? "logistic, non-convex" : "logistic", parts, new LogisticLoss(), regulariser)
    {
        int wrong = Array.FindIndex(parts.Data.Labels, label => label is not (1 or -1));
        if (wrong >= 0)
            throw new UserError("a label of logistic regression", $"row {wrong + 1}", parts.Data.Labels[wrong].ToString(System.Globalization.CultureInfo.InvariantCulture), "-1 or 1", "map the two labels to -1 and 1 first");
    }
}
