namespace Residuum.Discovery.Regression;

/// <summary>BIC with every row counted as independent.</summary>
public sealed class RowBic : PathRule
{
    /// <inheritdoc/>
    public override string Name => "row-bic";

    /// <inheritdoc/>
    public override int Terms(SelectionProblem problem) =>
        Least(problem, (residual, terms) => InformationCriterion.Bic(problem.Standardized.Rows, residual, terms));
}

/// <summary>Akaike's criterion with its small-sample correction, every row counted as independent.</summary>
public sealed class RowAicc : PathRule
{
    /// <inheritdoc/>
    public override string Name => "aicc";

    /// <inheritdoc/>
    public override int Terms(SelectionProblem problem) =>
        Least(problem, (residual, terms) => InformationCriterion.Aicc(problem.Standardized.Rows, residual, terms));
}

/// <summary>BIC with the correlation cells of the residual as independent observations: min N_e ln(RSS/yᵀy + 1e-6) + k ln N_e.</summary>
/// <remarks>medida-ks, Threshold. Neighbouring rows say the same, and below 1e-6 of the target differences are numerical.</remarks>
public sealed class CellBic : PathRule
{
    private const double Floor = 1e-6;

    /// <inheritdoc/>
    public override string Name => "cell-bic";

    /// <inheritdoc/>
    public override int Terms(SelectionProblem problem) =>
        Least(problem, (residual, terms) => InformationCriterion.Bic(problem.Cells, residual + Floor, terms));
}

/// <summary>Corner of the L-curve: the largest second difference of log RSS along the nested path.</summary>
/// <remarks>medida-ks, Threshold. It always finds at least one term: it can not say that nothing is missing.</remarks>
public sealed class Corner : PathRule
{
    /// <inheritdoc/>
    public override string Name => "corner";

    /// <inheritdoc/>
    public override int Terms(SelectionProblem problem)
    {
        double[] log = [.. problem.RelativeResiduals.Select(residual => Math.Log(residual))];
        if (log.Length < 3) return log.Length - 1;
        return Enumerable.Range(1, log.Length - 2).MaxBy(k => log[k - 1] - (2 * log[k]) + log[k + 1]);
    }
}
