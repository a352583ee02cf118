using Residuum.Numerics.Statistics;

namespace Residuum.Discovery.Corrections;

/// <summary>Mean and standard deviation of each channel of fields inside a cut; a channel that is the same everywhere keeps its size.</summary>
/// <param name="Means">Mean of each channel.</param>
/// <param name="Deviations">Standard deviation of each channel; 1 where it vanishes.</param>
internal sealed record PlaneScaling(double[] Means, double[] Deviations)
{
    /// <summary>Size below which a target counts as nothing (medida-qg, Numerical pitfalls).</summary>
    private const double Nothing = 1e-10;

    /// <summary>Whether a channel holds nothing but its mean.</summary>
    public bool IsEmpty(int channel) => IsConstant[channel];

    private bool[] IsConstant { get; init; } = [];

    /// <summary>Moments of fields, <c>[samples, channels, points]</c>, at some of the points.</summary>
    public static PlaneScaling Of(double[] fields, int channels, int points, int[] inside)
    {
        double[] means = new double[channels], deviations = new double[channels];
        int samples = fields.Length / channels / points;
        for (int channel = 0; channel < channels; channel++)
        {
            double[] values = [.. from sample in Enumerable.Range(0, samples) from point in inside select fields[(((sample * channels) + channel) * points) + point]];
            double mean = means[channel] = PairwiseSum.Of(values) / values.Length;
            deviations[channel] = Math.Sqrt(PairwiseSum.Of([.. values.Select(value => (value - mean) * (value - mean))]) / values.Length);
        }
        return new PlaneScaling(means, [.. deviations.Select(deviation => deviation < Nothing ? 1 : deviation)]) { IsConstant = [.. deviations.Select(deviation => deviation < Nothing)] };
    }

    /// <summary>Fields less their means, over their deviations, in single precision.</summary>
    public float[] Scale(ReadOnlySpan<double> fields, int points)
    {
        var scaled = new float[fields.Length];
        for (int i = 0; i < scaled.Length; i++)
        {
            int channel = i / points % Means.Length;
            scaled[i] = (float)((fields[i] - Means[channel]) / Deviations[channel]);
        }
        return scaled;
    }
}
