using Residuum.Discovery.Observations;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery;

/// <summary>The highest mode that noise has left usable, and what was seen on the way (medida-ks, Improvements 4).</summary>
/// <param name="Cutoff">Highest mode kept.</param>
/// <param name="NoiseDeviation">Standard deviation of the observation noise: as given, else from the floor of the spectrum.</param>
/// <param name="Power">Mean periodogram P(κ) of the observed states, <c>[modes]</c>, as variance per orthonormal row.</param>
internal sealed record BandLimit(int Cutoff, double NoiseDeviation, double[] Power)
{
    private const int Smoothing = 1; // 3-bin mean: one bin on either side.

    /// <summary>The largest κ at which P, as a 3-bin mean, exceeds F times the noise floor.</summary>
    /// <param name="grid">Grid of the field.</param>
    /// <param name="observations">The observed states.</param>
    /// <param name="field">Which field.</param>
    /// <param name="factor">F.</param>
    public static BandLimit FromNoiseFloor(FourierGrid grid, ObservationSet observations, int field, double factor)
    {
        double[] power = Periodogram(grid, observations.States, field);
        double floor = Floor(power, observations, field);
        int cutoff = 0;
        for (int k = 1; k < power.Length; k++)
        {
            if (Smoothed(power, k) > factor * floor) cutoff = k;
        }
        return new BandLimit(cutoff, Math.Sqrt(floor), power);
    }

    /// <summary>A cutoff that was given, or none.</summary>
    /// <param name="grid">Grid of the field.</param>
    /// <param name="observations">The observed states.</param>
    /// <param name="field">Which field.</param>
    /// <param name="cutoff">Largest wave number; infinite keeps all.</param>
    public static BandLimit At(FourierGrid grid, ObservationSet observations, int field, double cutoff)
    {
        double[] power = Periodogram(grid, observations.States, field);
        int mode = Array.FindLastIndex(grid.WaveNumbers, wave => wave <= cutoff);
        return new BandLimit(Math.Max(1, mode), Math.Sqrt(Floor(power, observations, field)), power);
    }

    private static double[] Periodogram(FourierGrid grid, IReadOnlyList<StateBatch> states, int field)
    {
        var power = new double[grid.Modes];
        var spectrum = new double[grid.Transform.SpectrumSize];
        int count = 0;
        foreach (var batch in states)
        {
            for (int member = 0; member < batch.Members; member++, count++)
            {
                grid.Transform.Forward(batch.Field(member, field), spectrum);
                for (int k = 0; k < power.Length; k++)
                    power[k] += ((spectrum[2 * k] * spectrum[2 * k]) + (spectrum[(2 * k) + 1] * spectrum[(2 * k) + 1])) / grid.Points;
            }
        }
        for (int k = 0; k < power.Length; k++) power[k] /= count;
        return power;
    }

    // σ² where it is known, else the median of the top quarter of the band.
    private static double Floor(double[] power, ObservationSet observations, int field)
    {
        var known = observations.Metadata.NoiseStandardDeviations;
        if (known.Count > field && known[field] > 0) return known[field] * known[field];
        double[] top = [.. power.Skip(power.Length * 3 / 4).Order()];
        return top[top.Length / 2];
    }

    private static double Smoothed(double[] power, int k)
    {
        double sum = 0;
        int count = 0;
        for (int j = Math.Max(0, k - Smoothing); j <= Math.Min(power.Length - 1, k + Smoothing); j++, count++) sum += power[j];
        return sum / count;
    }
}
