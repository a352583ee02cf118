using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Libraries;

/// <summary>The published script's derivatives: second order, one-sided at the ends of the domain although it is periodic, the fourth as the third's first (medida-ks, pitfalls).</summary>
/// <remarks>Kept to reproduce the paper: at 256 points they alone spoil a coefficient of u_xxxx by a tenth and more.</remarks>
public sealed record PublishedDerivatives : DerivativeScheme
{
    internal override void Differentiate(FourierGrid grid, ReadOnlySpan<double> values, ReadOnlySpan<double> spectrum, int order, Span<double> result)
    {
        double spacing = grid.Length / grid.Points;
        if (order <= 3)
        {
            Stencils(values, order, spacing, result);
            return;
        }
        var third = new double[values.Length];
        Stencils(values, 3, spacing, third);
        Differentiate(grid, third, spectrum, order - 3, result);
    }

    private static void Stencils(ReadOnlySpan<double> values, int order, double spacing, Span<double> result)
    {
        double[] centred = FiniteDifferenceWeights.Centred(order, 2);
        int half = centred.Length / 2, width = order + 2;
        double scale = 1 / Math.Pow(spacing, order);
        for (int i = 0; i < values.Length; i++)
        {
            bool inside = i >= half && i < values.Length - half;
            int from = inside ? i - half : i < half ? 0 : values.Length - width;
            double[] weights = inside ? centred : FiniteDifferenceWeights.At(i - from, [.. Enumerable.Range(0, width).Select(s => (double)s)], order);
            double sum = 0;
            for (int s = 0; s < weights.Length; s++) sum += weights[s] * values[from + s];
            result[i] = sum * scale;
        }
    }
}
