using Residuum.Numerics.Statistics;

namespace Residuum.Discovery.Regression;

/// <summary>Cross-validation by whole samples: the fewest terms whose error lies within one standard error, over the folds, of the least.</summary>
public sealed class CrossValidation : PathRule
{
    /// <inheritdoc/>
    public override string Name => "k-fold";

    /// <inheritdoc/>
    public override int Terms(SelectionProblem problem)
    {
        HeldOutErrors held = problem.HeldOut;
        double[][] folds = [.. held.Errors.Select(samples => ByFold(samples, held.Folds))];
        double[] means = [.. folds.Select(fold => fold.Average())];
        int best = Array.IndexOf(means, means.Min());
        double limit = means[best] + Moments.StandardError(folds[best]);
        return Math.Min(Array.FindIndex(means, mean => mean <= limit), problem.Path.Count - 1);
    }

    private static double[] ByFold(double[] samples, int folds) =>
        [.. Enumerable.Range(0, folds).Select(fold => samples.Where((_, sample) => sample % folds == fold).Average())];
}

/// <summary>Held-out sequential deletion: the fewest terms whose loss against the best size, paired by sample, is within its standard error.</summary>
/// <remarks>Pairing removes what all sizes share: how hard a sample is.</remarks>
public sealed class SequentialDeletion : PathRule
{
    /// <inheritdoc/>
    public override string Name => "sequential-deletion";

    /// <inheritdoc/>
    public override int Terms(SelectionProblem problem)
    {
        HeldOutErrors held = problem.HeldOut;
        double[] best = held.Errors[held.Best];
        int terms = Array.FindIndex(held.Errors, samples =>
        {
            double[] loss = [.. samples.Select((error, sample) => error - best[sample])];
            return loss.Average() <= Moments.StandardError(loss);
        });
        return Math.Min(terms, problem.Path.Count - 1);
    }
}
