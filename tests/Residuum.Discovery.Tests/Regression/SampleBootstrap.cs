using Residuum.Discovery.Regression;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Statistics;

namespace Residuum.Discovery.Tests.Regression;

/// <summary>Spread of least-squares coefficients over bootstrap replicates of whole samples, support fixed.</summary>
/// <param name="Coefficients">One row a replicate, columns in the order of the support, <c>[replicates, k]</c>.</param>
internal sealed record SampleBootstrap(Matrix Coefficients)
{
    /// <summary>Draws the replicates.</summary>
    /// <param name="data">Moments of each sample.</param>
    /// <param name="support">Columns.</param>
    /// <param name="scaling">Whether columns are centred.</param>
    /// <param name="options">Number of replicates and seed.</param>
    /// <param name="cancel">Stops the work.</param>
    public static SampleBootstrap Of(GroupedEquations data, IReadOnlyList<int> support, Scaling scaling, BaggingOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(support);
        BaggedFit bagged = new Bagging(new Ridge(new RidgeOptions { Penalty = 0, Scaling = scaling }), options).FitAll(data.Subset(support), cancel);
        var coefficients = new Matrix(bagged.Replicates.Count, support.Count);
        for (int replicate = 0; replicate < coefficients.Rows; replicate++) bagged.Replicates[replicate].Coefficients.CopyTo(coefficients.Row(replicate));
        return new SampleBootstrap(coefficients);
    }

    /// <summary>Standard deviation over the replicates, <c>[k]</c>.</summary>
    public double[] StandardErrors => [.. Enumerable.Range(0, Coefficients.Columns).Select(j => Moments.StandardDeviation(Column(j)))];

    /// <summary>Percentile interval of a coefficient.</summary>
    /// <param name="term">Position in the support.</param>
    /// <param name="level">Probability inside, such as 0.95.</param>
    public (double Low, double High) Interval(int term, double level = 0.95)
    {
        double[] values = Column(term);
        return (Quantiles.Of(values, (1 - level) / 2), Quantiles.Of(values, (1 + level) / 2));
    }

    private double[] Column(int j) => [.. Enumerable.Range(0, Coefficients.Rows).Select(replicate => Coefficients[replicate, j])];
}
