using System.Numerics.Tensors;
using Residuum.Discovery.Assimilation;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery.Skill;

/// <summary>Scores of an ensemble <c>[members, n]</c> against the truth <c>[n]</c>.</summary>
public static class EnsembleScores
{
    /// <summary>Root of the mean squared difference of two states.</summary>
    /// <param name="state">One state, <c>[n]</c>.</param>
    /// <param name="truth">The other, <c>[n]</c>.</param>
    public static double Rmse(ReadOnlySpan<double> state, ReadOnlySpan<double> truth) =>
        TensorPrimitives.Distance(state, truth) / Math.Sqrt(truth.Length);

    /// <summary>Root of the mean ensemble variance (divisor members - 1): equals the RMSE of the mean where the ensemble is reliable.</summary>
    /// <param name="ensemble">Members, <c>[members, n]</c>, at least 2.</param>
    public static double Spread(Matrix ensemble)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        double[] mean = EnsembleMoments.Mean(ensemble);
        double sum = 0;
        for (int member = 0; member < ensemble.Rows; member++)
        {
            double distance = TensorPrimitives.Distance(ensemble.Row(member), mean);
            sum += distance * distance;
        }
        return Math.Sqrt(sum / (ensemble.Rows - 1) / ensemble.Columns);
    }

    /// <summary>Continuous ranked probability score, averaged over the n numbers: mean |x - t| - ½ mean |x - x'|; 0 is perfect.</summary>
    /// <remarks>That of the empirical distribution. Source: Hersbach, Weather and Forecasting 15, 559 (2000).</remarks>
    /// <param name="ensemble">Members, <c>[members, n]</c>.</param>
    /// <param name="truth">Truth, <c>[n]</c>.</param>
    public static double Crps(Matrix ensemble, ReadOnlySpan<double> truth)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        int N = ensemble.Rows;
        var values = new double[N];
        double total = 0;
        for (int column = 0; column < ensemble.Columns; column++)
        {
            Column(ensemble, column, values);
            Array.Sort(values);
            double error = 0, pairs = 0;
            for (int i = 0; i < N; i++)
            {
                error += Math.Abs(values[i] - truth[column]);
                pairs += ((2 * i) - N + 1) * values[i]; // Σ_{i<j} (x_j - x_i) of sorted numbers
            }
            total += (error / N) - (pairs / ((double)N * N));
        }
        return total / ensemble.Columns;
    }

    /// <summary>Counts how often the truth has each rank among the members: flat where the ensemble is reliable.</summary>
    /// <param name="ensemble">Members, <c>[members, n]</c>.</param>
    /// <param name="truth">Truth, <c>[n]</c>.</param>
    /// <param name="counts">Counts to add to, <c>[members + 1]</c>.</param>
    public static void CountRanks(Matrix ensemble, ReadOnlySpan<double> truth, Span<long> counts)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        for (int column = 0; column < ensemble.Columns; column++)
        {
            int rank = 0;
            for (int member = 0; member < ensemble.Rows; member++)
            {
                if (ensemble[member, column] < truth[column]) rank++;
            }
            counts[rank]++;
        }
    }

    private static void Column(Matrix ensemble, int column, double[] values)
    {
        for (int member = 0; member < values.Length; member++) values[member] = ensemble[member, column];
    }
}
