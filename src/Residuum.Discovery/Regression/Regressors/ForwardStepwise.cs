using System.Numerics.Tensors;

namespace Residuum.Discovery.Regression;

/// <summary>Forward stepwise regression: adds the column that lowers the residual most while BIC falls.</summary>
/// <param name="options">Limit and scaling.</param>
public sealed class ForwardStepwise(StepwiseOptions options) : StandardizedRegressor(options.Scaling)
{
    /// <summary>With the defaults.</summary>
    public ForwardStepwise()
        : this(new StepwiseOptions())
    {
    }

    /// <inheritdoc/>
    public override string Name => "stepwise-forward";

    /// <inheritdoc/>
    protected override StandardizedFit Solve(StandardizedEquations data, CancellationToken cancel)
    {
        var current = new LeastSquares(data, []);
        double bic = 0; // of no term: n ln 1
        int limit = Math.Min(options.MaxTerms ?? data.Columns.Count, data.Columns.Count);
        while (current.Support.Count < limit)
        {
            cancel.ThrowIfCancellationRequested();
            int best = Enumerable.Range(0, data.Columns.Count).Except(current.Support).MaxBy(column => Gain(data, current, column));
            var next = new LeastSquares(data, [.. current.Support, best]);
            double nextBic = InformationCriterion.Bic(data.Rows, next.ResidualSquare / data.TargetSquare, next.Support.Count);
            if (nextBic >= bic) break;
            (current, bic) = (next, nextBic);
        }
        return current.ToFit(current.Support.Count, Stop.Converged);
    }

    // Fall of the residual: (b_j - G_jA c)² / (G_jj - G_jA G_AA⁻¹ G_Aj).
    private static double Gain(StandardizedEquations data, LeastSquares current, int column)
    {
        double[] link = NormalEquations.Pick(data.Gram.Row(column).ToArray(), current.Support);
        double left = data.Moment[column] - TensorPrimitives.Dot<double>(link, current.Coefficients), own = data.Gram[column, column];
        for (int i = 0; i < link.Length; i++) own -= link[i] * TensorPrimitives.Dot<double>(current.Inverse.Row(i), link);
        // A column that the others span to rounding can explain nothing more.
        return own > 1e-12 * data.Gram[column, column] ? left * left / own : 0;
    }
}
