using Residuum.Numerics.Random;

namespace Residuum.Distribution.Problems;

/// <summary>Random numbers of the gamma and Dirichlet distributions.</summary>
internal static class GammaDraws
{
    /// <summary>Proportions from a symmetric Dirichlet distribution.</summary>
    public static double[] Dirichlet(RandomStream random, double concentration, int count)
    {
        var logs = new double[count];
        for (int i = 0; i < count; i++) logs[i] = LogGamma(random, concentration);
        // In logarithms: for small concentrations every number may lie below the smallest double.
        double largest = logs.Max(), sum = logs.Sum(log => Math.Exp(log - largest));
        return Array.ConvertAll(logs, log => Math.Exp(log - largest) / sum);
    }

    /// <summary>Logarithm of a gamma number. Source: Marsaglia and Tsang, ACM Trans. Math. Softw. 26, 363 (2000).</summary>
    private static double LogGamma(RandomStream random, double shape)
    {
        if (shape < 1) return LogGamma(random, shape + 1) + (Math.Log(1 - random.Uniform()) / shape);
        double d = shape - (1.0 / 3), c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x = random.Normal(), root = 1 + (c * x);
            if (root <= 0) continue;
            double v = root * root * root;
            if (Math.Log(1 - random.Uniform()) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v))) return Math.Log(d * v);
        }
    }
}
