namespace Residuum.Distribution.Problems;

/// <summary>Constants of smoothness: f is L-smooth, f_i is L_i-smooth.</summary>
public sealed class SmoothnessConstants
{
    private readonly double[] _workers;

    /// <summary>Constants that are known.</summary>
    /// <param name="whole">L.</param>
    /// <param name="workers">L_i; 0 for a worker whose function is linear.</param>
    /// <param name="method">How they were found, in words.</param>
    /// <exception cref="ArgumentException">No worker, or a constant that is negative or not finite.</exception>
    public SmoothnessConstants(double whole, double[] workers, string method = "given")
    {
        ArgumentNullException.ThrowIfNull(workers);
        if (workers.Length == 0 || !workers.Append(whole).All(constant => constant >= 0 && double.IsFinite(constant)))
            throw new ArgumentException("constants of smoothness are finite and at least 0, one for each worker", nameof(workers));
        (Whole, _workers, Method) = (whole, workers, method);
        ArithmeticMean = workers.Average();
        // Scaled, so that constants such as 1e200 do not overflow when squared.
        double largest = workers.Max();
        QuadraticMean = largest == 0 ? 0 : largest * Math.Sqrt(workers.Average(constant => constant / largest * (constant / largest)));
    }

    /// <summary>L.</summary>
    public double Whole { get; }

    /// <summary>L_i.</summary>
    public ReadOnlySpan<double> Workers => _workers;

    /// <summary>L_AM = (1/n) Σ L_i.</summary>
    public double ArithmeticMean { get; }

    /// <summary>L_QM = sqrt((1/n) Σ L_i²).</summary>
    public double QuadraticMean { get; }

    /// <summary>L_var = L_QM² - L_AM², the variance of the L_i.</summary>
    public double Variance => _workers.Average(constant => (constant - ArithmeticMean) * (constant - ArithmeticMean));

    /// <summary>How the constants were found, in words.</summary>
    public string Method { get; }

    /// <summary>w_i = L_i / Σ L_j: 0 for a worker with L_i = 0; all equal where every L_i is 0.</summary>
    public double[] Weights() => ArithmeticMean == 0
        ? [.. Enumerable.Repeat(1.0 / _workers.Length, _workers.Length)]
        : [.. _workers.Select(constant => constant / (_workers.Length * ArithmeticMean))];
}
