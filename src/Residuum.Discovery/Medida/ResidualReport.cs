namespace Residuum.Discovery;

/// <summary>Increments before and after the found terms, against what noise alone would leave.</summary>
/// <param name="Rows">Number of rows compared.</param>
/// <param name="Before">Mean square per row of the increments of the model as given.</param>
/// <param name="After">The same for the corrected model.</param>
/// <param name="Noise">What observation noise alone would leave: σ² (1 + g) / Δt², where g is what one step makes of the noise of the starts, averaged over the band.</param>
/// <param name="Gain">Mean fall of a sample's mean square, over the held-out samples (all, where none are held out).</param>
/// <param name="GainError">Standard error of <paramref name="Gain"/> over the samples; NaN with fewer than two.</param>
/// <param name="WaveNumbers">κ of the spectra.</param>
/// <param name="SpectrumBefore">Mean square of the increments per row, by wave number.</param>
/// <param name="SpectrumAfter">The same for the corrected model.</param>
/// <param name="SpectrumNoise">What noise alone would leave, by wave number.</param>
public sealed record ResidualReport(
    long Rows,
    double Before,
    double After,
    double Noise,
    double Gain,
    double GainError,
    double[] WaveNumbers,
    double[] SpectrumBefore,
    double[] SpectrumAfter,
    double[] SpectrumNoise)
{
    // The band limit leaves a few per cent of its own; what samples can not tell apart is three of their standard errors.
    private const double Slack = 0.03, Significance = 3, Part = 1e-5;

    /// <summary>Whether noise, or the time step's own error, explains what is left.</summary>
    /// <param name="negligible">Mean square that counts as the time step's own.</param>
    public bool IsExplained(double negligible) => IsNoise(After, negligible + (Part * Before));

    /// <summary>Whether the model as given left nothing but noise.</summary>
    /// <param name="negligible">Mean square that counts as the time step's own.</param>
    public bool WasExplained(double negligible) => IsNoise(Before, negligible);

    /// <summary>Part of the increments' mean square that noise does not explain and that stays.</summary>
    public double Unexplained => Math.Max(0, After - Noise) / Before;

    /// <summary>Autocorrelation in x of what the corrected model leaves: ρ(s) = Σ P(κ) cos κs / Σ P(κ).</summary>
    /// <param name="distance">Distance s in x.</param>
    public double Autocorrelation(double distance) => Autocorrelation(SpectrumAfter, distance);

    /// <summary>The same of what noise alone would leave: not a spike, as the band limit cuts noise too.</summary>
    /// <param name="distance">Distance s in x.</param>
    public double NoiseAutocorrelation(double distance) => Autocorrelation(SpectrumNoise, distance);

    private double Autocorrelation(double[] power, double distance)
    {
        double sum = 0, total = 0;
        for (int k = 0; k < power.Length; k++)
        {
            sum += power[k] * Math.Cos(WaveNumbers[k] * distance);
            total += power[k];
        }
        return total > 0 ? sum / total : 0;
    }

    private bool IsNoise(double square, double other) => square <= (Noise * (1 + Slack + (Significance * Math.Sqrt(2.0 / Rows)))) + other;
}
