using Residuum.Numerics.Random;

namespace Residuum.Discovery.TwoLayer;

/// <summary>How large increments would be if the readings held nothing but their noise.</summary>
internal static class NoisyIncrements
{
    /// <summary>Root mean square inside the cut, with the weights of the regression.</summary>
    /// <param name="result">Model and pairs.</param>
    /// <param name="noise">Deviations.</param>
    /// <param name="filter">Weights.</param>
    /// <param name="layer">Layer.</param>
    /// <param name="equations">The cut.</param>
    public static double Size(TwoLayerResult result, TwoLayerNoise noise, ScaleFilter filter, int layer, TwoLayerEquations equations)
    {
        // White noise at both times, over the interval; the forecast of the first hardly changes it within a step.
        int points = result.Model.Grid.Points;
        var psi = new double[2 * points];
        for (int k = 0; k < 2; k++)
        {
            var part = psi.AsSpan(k * points, points);
            new RandomStream(0, "noise of increments", k).Normal(part);
            System.Numerics.Tensors.TensorPrimitives.Multiply(part, Math.Sqrt(2) * noise.Deviations[k] / result.Pairs[0].Interval, part);
        }
        double[] q = result.Model.PotentialVorticity(psi);
        return equations.SizeInside(filter.Increment(q.AsSpan(layer * points, points).ToArray()));
    }
}
