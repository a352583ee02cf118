using Residuum.Numerics.Statistics;

namespace Residuum.Discovery.Regression;

/// <summary>Fits of bootstrap replicates, and what most of them say.</summary>
/// <param name="Replicates">One fit a replicate.</param>
/// <param name="Inclusion">Part of the replicates that kept the column, <c>[q]</c>.</param>
/// <param name="Fit">Median coefficients of the columns that enough replicates kept.</param>
public sealed record BaggedFit(IReadOnlyList<SparseFit> Replicates, double[] Inclusion, SparseFit Fit);

/// <summary>Any regressor on bootstrap replicates of whole samples: inclusion probabilities and median coefficients.</summary>
/// <param name="inner">The regressor.</param>
/// <param name="options">Number of replicates, threshold, seed.</param>
public sealed class Bagging(IRegressor inner, BaggingOptions options) : IRegressor
{
    /// <inheritdoc/>
    public string Name => "bagged";

    /// <summary>One group can not be resampled: this is the regressor itself.</summary>
    /// <param name="data">Second moments.</param>
    /// <param name="cancel">Stops the work.</param>
    public SparseFit Fit(NormalEquations data, CancellationToken cancel = default) => inner.Fit(data, cancel);

    /// <inheritdoc/>
    public SparseFit Fit(GroupedEquations data, CancellationToken cancel = default) => FitAll(data, cancel).Fit;

    /// <summary>Fits every replicate.</summary>
    /// <param name="data">Second moments of each sample.</param>
    /// <param name="cancel">Stops the work.</param>
    public BaggedFit FitAll(GroupedEquations data, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        var fits = new SparseFit[options.Replicates];
        ParallelLoop.For(fits.Length, replicate =>
        {
            cancel.ThrowIfCancellationRequested();
            fits[replicate] = inner.Fit(data.Sum(Counts(replicate, data.Count)), cancel);
        });
        double[] inclusion = [.. Enumerable.Range(0, data.Columns).Select(j => fits.Average(fit => fit.Coefficients[j] != 0 ? 1.0 : 0.0))];
        return new BaggedFit(fits, inclusion, Median(data.Sum(), fits, inclusion));
    }

    private int[] Counts(int replicate, int groups)
    {
        if (options.Replicates == 1) return [.. Enumerable.Repeat(1, groups)];
        var counts = new int[groups];
        foreach (int group in Bootstrap.Indices(groups, options.Seed, replicate)) counts[group]++;
        return counts;
    }

    private SparseFit Median(NormalEquations data, SparseFit[] fits, double[] inclusion)
    {
        var (coefficients, errors) = (new double[data.Columns], new double[data.Columns]);
        for (int j = 0; j < coefficients.Length; j++)
        {
            if (inclusion[j] < options.Inclusion) continue;
            double[] values = [.. fits.Select(fit => fit.Coefficients[j])];
            coefficients[j] = Quantiles.Median(values);
            errors[j] = coefficients[j] == 0 || values.Length < 2 ? 0 : Moments.StandardDeviation(values);
        }
        double intercept = Quantiles.Median([.. fits.Select(fit => fit.Intercept)]);
        double[] precisions = [.. Enumerable.Repeat(double.NaN, data.Columns)];
        Stop stop = fits.All(fit => fit.Stop != Stop.PassLimit) ? Stop.Converged : Stop.PassLimit;
        double residual = data.ResidualSquare(coefficients, intercept);
        return new SparseFit(coefficients, errors, precisions, intercept, residual, fits.Length, coefficients.All(c => c == 0) ? Stop.Empty : stop);
    }
}
