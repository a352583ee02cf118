namespace Residuum.Distribution.Problems;

/// <summary>Step sizes from theory.</summary>
public static class StepSizes
{
    /// <summary>The step sizes of EF21.</summary>
    /// <param name="constants">L and L_i.</param>
    /// <param name="alpha">α of the compressor, above 0, at most 1.</param>
    public static Ef21Steps Ef21(SmoothnessConstants constants, double alpha)
    {
        ArgumentNullException.ThrowIfNull(constants);
        return new Ef21Steps(constants, Checked(alpha));
    }

    /// <summary>θ = 1 - sqrt(1 - α), written without cancellation for small α.</summary>
    /// <param name="alpha">α.</param>
    public static double Theta(double alpha) => Checked(alpha) / (1 + Math.Sqrt(1 - alpha));

    /// <summary>β = (1 - α)/(1 - sqrt(1 - α)).</summary>
    /// <param name="alpha">α.</param>
    public static double Beta(double alpha) => (1 - alpha) / Theta(alpha);

    /// <summary>ξ = sqrt(β/θ) = (1 + sqrt(1 - α))/α - 1; 0 without compression, about 2/α for small α.</summary>
    /// <param name="alpha">α.</param>
    public static double Xi(double alpha) => Math.Sqrt(1 - Checked(alpha)) * (1 + Math.Sqrt(1 - alpha)) / alpha;

    /// <summary>ω = max_j Σ w_i over the workers i that use feature j.</summary>
    /// <param name="supports">Features that each worker uses.</param>
    /// <param name="weights">w_i.</param>
    public static double Overlap(IReadOnlyList<int[]> supports, IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(supports);
        ArgumentNullException.ThrowIfNull(weights);
        if (supports.Count != weights.Count) throw new ArgumentException($"{supports.Count} supports for {weights.Count} workers", nameof(supports));
        var sums = new Dictionary<int, double>();
        for (int i = 0; i < supports.Count; i++)
        {
            foreach (int feature in supports[i]) sums[feature] = sums.GetValueOrDefault(feature) + weights[i];
        }
        return sums.Count == 0 ? 0 : Math.Min(1, sums.Values.Max());
    }

    private static double Checked(double alpha) =>
        alpha is > 0 and <= 1 ? alpha : throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "the constant of a contractive compressor lies above 0, at most at 1");
}
