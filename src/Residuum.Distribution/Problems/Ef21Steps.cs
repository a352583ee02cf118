namespace Residuum.Distribution.Problems;

/// <summary>Step sizes of EF21 from theory, and what they are made of.</summary>
/// <remarks>Source: Richtárik, Gasanov and Burlachenko, "Error feedback reloaded", ICLR 2024; rare features with weights: derived from
/// |Σ w_i v_i|² ≤ ω Σ w_i |v_i|², ω = max_j Σ w_i over the workers that use feature j.</remarks>
public sealed class Ef21Steps
{
    internal Ef21Steps(SmoothnessConstants constants, double alpha)
    {
        (Constants, Alpha) = (constants, alpha);
        var workers = constants.Workers;
        double sum = 0;
        var copies = new int[workers.Length];
        for (int i = 0; i < workers.Length; i++)
        {
            copies[i] = Copies(workers[i], constants.ArithmeticMean);
            sum += workers[i] * workers[i] / copies[i];
        }
        CloneCounts = copies;
        CloneMean = Math.Sqrt(copies.Sum() * sum) / workers.Length;
    }

    /// <summary>L, L_i and their means.</summary>
    public SmoothnessConstants Constants { get; }

    /// <summary>α of the compressor.</summary>
    public double Alpha { get; }

    /// <summary>θ = 1 - sqrt(1 - α).</summary>
    public double Theta => StepSizes.Theta(Alpha);

    /// <summary>β = (1 - α)/(1 - sqrt(1 - α)).</summary>
    public double Beta => StepSizes.Beta(Alpha);

    /// <summary>ξ = sqrt(β/θ).</summary>
    public double Xi => StepSizes.Xi(Alpha);

    /// <summary>N_i = ceil(L_i/L_AM), at least 1: copies of client i in the cloned problem.</summary>
    public IReadOnlyList<int> CloneCounts { get; }

    /// <summary>M = (1/n) sqrt(N Σ L_i²/N_i), the quadratic mean of the cloned problem.</summary>
    public double CloneMean { get; }

    /// <summary>1/(L + L_QM ξ), the step before.</summary>
    public double Old => Step(Constants.QuadraticMean, Alpha);

    /// <summary>1/(L + L_AM ξ), of EF21-W and of plain EF21.</summary>
    public double New => Step(Constants.ArithmeticMean, Alpha);

    /// <summary>1/(L + M ξ), of the cloned problem.</summary>
    public double Clone => Step(CloneMean, Alpha);

    /// <summary>New/Old: how many times fewer rounds.</summary>
    public double SpeedUp => New / Old;

    /// <summary>Step where every worker takes part with a probability of its own: absence and compression together are a compressor of constant p α.</summary>
    /// <param name="probability">p, the smallest of them.</param>
    public double Partial(double probability)
    {
        if (probability is not (> 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(probability), probability, "a probability above 0");
        return Step(Constants.ArithmeticMean, probability * Alpha);
    }

    /// <summary>1/(L + sqrt(ω) L_AM ξ), of EF21-W where workers use few of the features each; <see cref="Alpha"/> is that on a worker's own features.</summary>
    /// <param name="supports">Features that each worker uses.</param>
    public double RareWeighted(IReadOnlyList<int[]> supports)
    {
        double omega = StepSizes.Overlap(supports, Constants.Weights());
        return Step(Math.Sqrt(omega) * Constants.ArithmeticMean, Alpha);
    }

    /// <summary>1/(L + sqrt(c/n) L_QM ξ), c the most workers that use a feature: equal weights.</summary>
    /// <param name="supports">Features that each worker uses.</param>
    public double RareEqual(IReadOnlyList<int[]> supports)
    {
        int n = Constants.Workers.Length;
        double omega = StepSizes.Overlap(supports, [.. Enumerable.Repeat(1.0 / n, n)]);
        return Step(Math.Sqrt(omega) * Constants.QuadraticMean, Alpha);
    }

    /// <summary>Rounding in L_i/L_AM must not add a copy.</summary>
    private static int Copies(double constant, double mean) => mean == 0 ? 1 : Math.Max(1, (int)Math.Ceiling((constant / mean) - 1e-12));

    private double Step(double mean, double alpha)
    {
        double bound = Constants.Whole + (mean * StepSizes.Xi(alpha));
        return bound > 0 ? 1 / bound : throw new Numerics.Errors.UserError("no step size follows from constants of smoothness that are all 0", remedy: "give the step size");
    }
}
