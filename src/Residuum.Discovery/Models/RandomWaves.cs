using Residuum.Numerics.Random;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Models;

/// <summary>Smooth random fields to start a model from.</summary>
internal static class RandomWaves
{
    /// <summary>mean + amplitude Σ_k (a_k cos κ_k x + b_k sin κ_k x) / √modes, with a and b standard normal, k = 1..modes.</summary>
    /// <param name="grid">Grid of the field.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="field">Name of the field: each has its own numbers.</param>
    /// <param name="mean">Mean value.</param>
    /// <param name="amplitude">Standard deviation.</param>
    /// <param name="modes">Number of waves.</param>
    public static double[] On(FourierGrid grid, long seed, string field, double mean, double amplitude, int modes = 4)
    {
        var stream = new RandomStream(seed, $"initial state of {field}");
        var values = new double[grid.Points];
        Array.Fill(values, mean);
        for (int k = 1; k <= modes; k++)
        {
            double a = amplitude / Math.Sqrt(modes) * stream.Normal(), b = amplitude / Math.Sqrt(modes) * stream.Normal();
            for (int j = 0; j < values.Length; j++)
            {
                var (sin, cos) = Math.SinCos(2 * Math.PI * k * j / values.Length);
                values[j] += (a * cos) + (b * sin);
            }
        }
        return values;
    }
}
