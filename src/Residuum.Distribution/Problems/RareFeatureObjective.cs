using Residuum.Numerics.Errors;

namespace Residuum.Distribution.Problems;

/// <summary>Logistic regression whose workers use some of the features each: the regulariser of feature j lives on the workers I_j that use it, weighted n/|I_j|.</summary>
/// <remarks>The mean of the regularisers over the workers is then that of a common one, and no gradient leaves its worker's features.</remarks>
public sealed class RareFeatureObjective : LogisticObjective
{
    private readonly int[][] _supports;
    private readonly double[] _shares;

    /// <summary>Each worker uses the features given.</summary>
    /// <param name="parts">Samples of every worker, labels ±1.</param>
    /// <param name="regulariser">μ and λ, as if common.</param>
    /// <param name="supports">Features of each worker, ascending.</param>
    /// <exception cref="UserError">A worker's row has a feature that is not the worker's.</exception>
    public RareFeatureObjective(Partition parts, Regulariser regulariser, IReadOnlyList<int[]> supports)
        : base(parts, regulariser)
    {
        ArgumentNullException.ThrowIfNull(supports);
        if (supports.Count != parts.Workers) throw new ArgumentException($"{supports.Count} supports for {parts.Workers} workers", nameof(supports));
        _supports = [.. supports];
        var users = new int[Dimension];
        foreach (int feature in supports.SelectMany(support => support)) users[feature]++;
        _shares = Array.ConvertAll(users, count => count == 0 ? 0 : Workers / (double)count);
        for (int i = 0; i < Workers; i++) DemandOwned(i);
    }

    /// <summary>The features that occur in the rows of each worker, ascending.</summary>
    /// <param name="parts">Samples of every worker.</param>
    public static int[][] SupportsOf(Partition parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var supports = new int[parts.Workers][];
        for (int i = 0; i < supports.Length; i++)
        {
            var features = new SortedSet<int>();
            for (int row = parts.Start(i); row < parts.Start(i) + parts.Count(i); row++)
            {
                foreach (int feature in parts.Data.Features.Indices(row)) features.Add(feature);
            }
            supports[i] = [.. features];
        }
        return supports;
    }

    /// <summary>Features of each worker, ascending.</summary>
    public IReadOnlyList<int[]> Supports => _supports;

    private protected override double RegulariserValue(int worker, ReadOnlySpan<double> x)
    {
        double sum = 0;
        foreach (int j in _supports[worker]) sum += _shares[j] * Regulariser.Value(x.Slice(j, 1));
        return sum;
    }

    private protected override void AddRegulariserGradient(int worker, ReadOnlySpan<double> x, Span<double> gradient)
    {
        foreach (int j in _supports[worker]) gradient[j] += _shares[j] * Regulariser.Slope(x[j]);
    }

    private protected override void AddRegulariserBound(int worker, ReadOnlySpan<double> v, double factor, Span<double> product)
    {
        foreach (int j in _supports[worker]) product[j] += factor * _shares[j] * Regulariser.Curvature * v[j];
    }

    private void DemandOwned(int worker)
    {
        for (int row = Parts.Start(worker); row < Parts.Start(worker) + Parts.Count(worker); row++)
        {
            foreach (int feature in Parts.Data.Features.Indices(row))
            {
                if (Array.BinarySearch(_supports[worker], feature) < 0)
                    throw new UserError("a row has a feature that its worker does not use", $"worker {worker}, row {row + 1}", $"feature {feature}", "features of the worker's support only");
            }
        }
    }
}
