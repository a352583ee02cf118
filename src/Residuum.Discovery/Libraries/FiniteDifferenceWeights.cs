namespace Residuum.Discovery.Libraries;

/// <summary>Weights of finite differences by Fornberg's recursion, Math. Comp. 51, 699 (1988).</summary>
public static class FiniteDifferenceWeights
{
    /// <summary>Weights of the centred stencil on unit spacing.</summary>
    /// <param name="derivative">Order of the derivative, at least 1.</param>
    /// <param name="accuracy">Order of accuracy: even, at least 2.</param>
    /// <returns>An odd number of weights, from the leftmost point.</returns>
    public static double[] Centred(int derivative, int accuracy)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(derivative);
        if (accuracy < 2 || accuracy % 2 != 0) throw new ArgumentOutOfRangeException(nameof(accuracy), accuracy, "must be even and at least 2");
        int half = ((derivative + 1) / 2) + (accuracy / 2) - 1;
        return At(0, [.. Enumerable.Range(-half, (2 * half) + 1).Select(s => (double)s)], derivative);
    }

    /// <summary>Weights that give a derivative at a point from values at any nodes.</summary>
    /// <param name="point">Where the derivative is wanted.</param>
    /// <param name="nodes">Where values are known.</param>
    /// <param name="derivative">Order of the derivative; 0 interpolates.</param>
    public static double[] At(double point, double[] nodes, int derivative)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        var delta = new double[derivative + 1, nodes.Length];
        delta[0, 0] = 1;
        double c1 = 1;
        for (int n = 1; n < nodes.Length; n++)
        {
            double c2 = 1;
            int orders = Math.Min(n, derivative);
            for (int v = 0; v < n; v++)
            {
                double c3 = nodes[n] - nodes[v];
                c2 *= c3;
                if (v == n - 1)
                {
                    for (int m = orders; m >= 0; m--)
                        delta[m, n] = c1 * ((m > 0 ? m * delta[m - 1, v] : 0) - ((nodes[v] - point) * delta[m, v])) / c2;
                }
                for (int m = orders; m >= 0; m--)
                    delta[m, v] = (((nodes[n] - point) * delta[m, v]) - (m > 0 ? m * delta[m - 1, v] : 0)) / c3;
            }
            c1 = c2;
        }
        return [.. Enumerable.Range(0, nodes.Length).Select(v => delta[derivative, v])];
    }
}
