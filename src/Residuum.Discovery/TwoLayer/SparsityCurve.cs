using Residuum.Discovery.Regression;

namespace Residuum.Discovery.TwoLayer;

/// <summary>A point of the L-curve.</summary>
/// <param name="AlphaMax">Threshold.</param>
/// <param name="Terms">Number of terms that stay.</param>
/// <param name="RelativeError">Mean square error relative to the empty model's.</param>
public sealed record SparsityPoint(double AlphaMax, int Terms, double RelativeError);

/// <summary>L-curve: error against number of terms over a sweep of thresholds α_max (medida-qg, Algorithm 6).</summary>
/// <param name="Points">By rising threshold.</param>
public sealed record SparsityCurve(IReadOnlyList<SparsityPoint> Points)
{
    private const double Unlimited = 1e12; // keeps every column: shown, never chosen

    /// <summary>The thresholds: 10^-7 to 10^7, and 10^12.</summary>
    public static IReadOnlyList<double> Thresholds { get; } = [.. Enumerable.Range(-7, 15).Select(power => Math.Pow(10, power)), Unlimited];

    /// <summary>Sweeps the thresholds.</summary>
    /// <param name="data">Equations of a layer whose target varies.</param>
    /// <param name="cancel">Stops the work.</param>
    public static SparsityCurve Of(NormalEquations data, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(data);
        double empty = data.TargetSquare - (data.TargetSum * data.TargetSum / data.Rows);
        return new SparsityCurve([.. Thresholds.Select(threshold =>
        {
            var fit = new RelevanceVectorMachine(Options(threshold)).Fit(data, cancel);
            return new SparsityPoint(threshold, fit.Support.Count, fit.ResidualSquare / empty);
        })]);
    }

    /// <summary>Options of the relevance vector machine at a threshold.</summary>
    /// <param name="alphaMax">The threshold.</param>
    public static RvmOptions Options(double alphaMax) => new() { AlphaMax = alphaMax, Tolerance = 1e-3 };

    /// <summary>Threshold at the corner: of one point a size, (terms, log error) scaled to the unit square, the farthest below the chord.</summary>
    /// <returns>The threshold; that of the sparsest point where the curve has no corner.</returns>
    public double Corner()
    {
        SparsityPoint[] front = [.. Points.Where(point => point.AlphaMax < Unlimited).GroupBy(point => point.Terms).Select(size => size.MinBy(point => point.RelativeError)!).OrderBy(point => point.Terms)];
        if (front.Length < 3) return front[^1].AlphaMax;
        double[] log = [.. front.Select(point => Math.Log(Math.Max(point.RelativeError, 1e-300)))];
        double low = log.Min(), height = log.Max() - low, first = front[0].Terms, width = front[^1].Terms - first;
        if (height == 0) return front[0].AlphaMax;
        double[] x = [.. front.Select(point => (point.Terms - first) / width)], y = [.. log.Select(value => (value - low) / height)];
        double Below(int i) => y[0] + ((y[^1] - y[0]) * x[i]) - y[i];
        int corner = Enumerable.Range(0, front.Length).MaxBy(Below);
        return front[Below(corner) > 1e-9 ? corner : front.Length - 1].AlphaMax; // nothing below the chord: the error falls to the end
    }
}
