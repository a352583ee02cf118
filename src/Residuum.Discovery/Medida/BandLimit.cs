using Residuum.Numerics.Transforms;

namespace Residuum.Discovery;

/// <summary>The highest mode that noise has left usable (medida-ks, Improvements 4).</summary>
/// <param name="Cutoff">Highest mode kept.</param>
/// <param name="Floor">What the noise is.</param>
internal sealed record BandLimit(int Cutoff, NoiseFloor Floor)
{
    /// <summary>Standard deviation of the observation noise.</summary>
    public double NoiseDeviation => Math.Sqrt(Floor.Variance);

    /// <summary>The largest κ at which P, as a 3-bin mean, exceeds F times the noise floor.</summary>
    /// <param name="floor">Spectrum and noise of the field.</param>
    /// <param name="factor">F.</param>
    public static BandLimit FromNoiseFloor(NoiseFloor floor, double factor)
    {
        int cutoff = 1;
        for (int k = 1; k < floor.Power.Length; k++)
        {
            if (Smoothed(floor.Power, k) > factor * floor.Variance) cutoff = k;
        }
        return new BandLimit(cutoff, floor);
    }

    /// <summary>A cutoff that was given, or none.</summary>
    /// <param name="grid">Grid of the field.</param>
    /// <param name="floor">Spectrum and noise of the field.</param>
    /// <param name="cutoff">Largest wave number; infinite keeps all.</param>
    public static BandLimit At(FourierGrid grid, NoiseFloor floor, double cutoff) =>
        new(Math.Max(1, Array.FindLastIndex(grid.WaveNumbers, wave => wave <= cutoff)), floor);

    private static double Smoothed(double[] power, int k)
    {
        int from = Math.Max(0, k - 1), to = Math.Min(power.Length - 1, k + 1);
        double sum = 0;
        for (int j = from; j <= to; j++) sum += power[j];
        return sum / (to - from + 1);
    }
}
