using System.Numerics.Tensors;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Discovery.Assimilation;

/// <summary>Mean and anomalies of an ensemble <c>[members, n]</c>: sums run in the members' order, so that they never depend on threads.</summary>
public static class EnsembleMoments
{
    /// <summary>Columns that one thread works on: a strip of the mean stays in its first-level cache.</summary>
    private const int Strip = 512;

    /// <summary>Numbers from which a second thread pays.</summary>
    private const int ParallelSize = 100_000;

    /// <summary>Mean over the members, <c>[n]</c>.</summary>
    /// <param name="ensemble">Members, <c>[members, n]</c>.</param>
    public static double[] Mean(Matrix ensemble)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        var mean = new double[ensemble.Columns];
        ByStrips(ensemble, (from, width) => MeanOf(ensemble, from, mean.AsSpan(from, width)));
        return mean;
    }

    /// <summary>Subtracts the mean from every member, in place.</summary>
    /// <param name="ensemble">Members, <c>[members, n]</c>; becomes the anomalies.</param>
    /// <returns>The mean, <c>[n]</c>.</returns>
    public static double[] Centre(Matrix ensemble) => Centre(ensemble, ensemble);

    /// <summary>The members less their mean.</summary>
    /// <param name="ensemble">Members, <c>[members, n]</c>; kept.</param>
    /// <param name="mean">The mean, <c>[n]</c>.</param>
    public static Matrix Anomalies(Matrix ensemble, out double[] mean)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        var anomalies = new Matrix(ensemble.Rows, ensemble.Columns);
        mean = Centre(ensemble, anomalies);
        return anomalies;
    }

    private static double[] Centre(Matrix ensemble, Matrix anomalies)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        var mean = new double[ensemble.Columns];
        ByStrips(ensemble, (from, width) =>
        {
            var part = mean.AsSpan(from, width);
            MeanOf(ensemble, from, part);
            for (int member = 0; member < ensemble.Rows; member++)
                TensorPrimitives.Subtract(ensemble.Row(member).Slice(from, width), part, anomalies.Row(member).Slice(from, width));
        });
        return mean;
    }

    private static void MeanOf(Matrix ensemble, int from, Span<double> mean)
    {
        for (int member = 0; member < ensemble.Rows; member++) TensorPrimitives.Add(mean, ensemble.Row(member).Slice(from, mean.Length), mean);
        TensorPrimitives.Divide(mean, ensemble.Rows, mean);
    }

    private static void ByStrips(Matrix ensemble, Action<int, int> work)
    {
        int strips = (ensemble.Columns + Strip - 1) / Strip;
        void One(int strip) => work(strip * Strip, Math.Min(Strip, ensemble.Columns - (strip * Strip)));
        if (ensemble.Values.Length < ParallelSize)
        {
            for (int strip = 0; strip < strips; strip++) One(strip);
        }
        else
        {
            Parallel.For(0, strips, One);
        }
    }
}
