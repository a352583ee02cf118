using System.Numerics.Tensors;

namespace Residuum.Discovery.Regression;

/// <summary>One penalty of an elastic-net path.</summary>
/// <param name="Penalty">λ.</param>
/// <param name="Coefficients">w of all kept columns, zeros included.</param>
/// <param name="Sweeps">Sweeps used.</param>
/// <param name="Stop">Why they ended.</param>
public sealed record ElasticNetPoint(double Penalty, double[] Coefficients, int Sweeps, Stop Stop)
{
    /// <summary>Positions with a coefficient that is not 0.</summary>
    public IReadOnlyList<int> Support { get; } = [.. Enumerable.Range(0, Coefficients.Length).Where(j => Coefficients[j] != 0)];
}

/// <summary>Minimizers of ‖y - Φw‖²/(2n) + λ(ρ‖w‖₁ + (1-ρ)‖w‖²/2) by coordinate descent on the Gram matrix, each started from the last.</summary>
/// <remarks>Friedman, Hastie and Tibshirani, J. Stat. Softw. 33(1) (2010).</remarks>
public static class ElasticNetPath
{
    // Pure ridge empties no column at any λ; the path then starts as if this part were absolute.
    private const double LeastMix = 1e-3;

    /// <summary>The whole path, from the least λ that keeps no column downwards, equal steps of its logarithm.</summary>
    /// <param name="data">Scaled equations.</param>
    /// <param name="options">Mix, length and end.</param>
    /// <param name="cancel">Stops the work.</param>
    public static IReadOnlyList<ElasticNetPoint> Fit(StandardizedEquations data, ElasticNetOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        double first = data.Moment.Max(Math.Abs) / (data.Rows * Math.Max(options.Mix, LeastMix));
        double ratio = Math.Pow(options.PathEnd, 1.0 / (options.PathLength - 1));
        var path = new List<ElasticNetPoint>(options.PathLength);
        double[] w = new double[data.Columns.Count];
        for (int i = 0; i < options.PathLength; i++)
        {
            cancel.ThrowIfCancellationRequested();
            path.Add(Descend(data, options, first * Math.Pow(ratio, i), w));
            w = path[^1].Coefficients;
        }
        return path;
    }

    /// <summary>One penalty.</summary>
    /// <param name="data">Scaled equations.</param>
    /// <param name="options">Mix and limits.</param>
    /// <param name="penalty">λ.</param>
    /// <param name="start">Where to start, <c>[k]</c>.</param>
    public static ElasticNetPoint Descend(StandardizedEquations data, ElasticNetOptions options, double penalty, double[] start)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        var w = (double[])start.Clone();
        double soft = data.Rows * penalty * options.Mix, shrink = data.Rows * penalty * (1 - options.Mix);
        for (int sweep = 1; sweep <= options.MaxSweeps; sweep++)
        {
            double change = 0;
            for (int j = 0; j < w.Length; j++)
            {
                double own = data.Gram[j, j];
                double partial = data.Moment[j] - TensorPrimitives.Dot<double>(data.Gram.Row(j), w) + (own * w[j]);
                double next = Math.Sign(partial) * Math.Max(Math.Abs(partial) - soft, 0) / (own + shrink);
                change = Math.Max(change, Math.Abs(next - w[j]));
                w[j] = next;
            }
            if (change < options.Tolerance) return new ElasticNetPoint(penalty, w, sweep, Stop.Converged);
        }
        return new ElasticNetPoint(penalty, w, options.MaxSweeps, Stop.PassLimit);
    }
}
