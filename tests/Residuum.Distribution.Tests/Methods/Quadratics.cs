using Residuum.Distribution.Problems;
using Residuum.Numerics.Random;

namespace Residuum.Distribution.Tests.Methods;

/// <summary>f_i(x) = ½ a_i |x - b_i|², whose every quantity is known in closed form; with noise of a given size where a sample is asked for.</summary>
internal sealed class Quadratics(int workers, int dimension, long seed, double noise = 0) : IObjective
{
    private readonly double[] _a = [.. Enumerable.Range(0, workers).Select(i => 0.5 + new RandomStream(seed, "a", i).Uniform())];
    private readonly double[][] _b = [.. Enumerable.Range(0, workers).Select(i => Normal(new RandomStream(seed, "b", i), dimension))];

    public string Name => "quadratics";

    public int Workers => workers;

    public int Dimension => dimension;

    /// <summary>Order in which the workers stand; the identity at first.</summary>
    public int[] Order { get; init; } = [.. Enumerable.Range(0, workers)];

    public double Value(int worker, ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int j = 0; j < dimension; j++) sum += Math.Pow(x[j] - _b[Order[worker]][j], 2);
        return _a[Order[worker]] * sum / 2;
    }

    public void Gradient(int worker, ReadOnlySpan<double> x, GradientSample? sample, Span<double> gradient)
    {
        int i = Order[worker];
        for (int j = 0; j < dimension; j++) gradient[j] = _a[i] * (x[j] - _b[i][j]);
        if (sample is null || noise == 0) return;
        var stream = new RandomStream(sample.Seed, "noise", (sample.Round * workers) + i);
        for (int j = 0; j < dimension; j++) gradient[j] += noise * stream.Normal();
    }

    private static double[] Normal(RandomStream stream, int count)
    {
        double[] values = new double[count];
        stream.Normal(values);
        return values;
    }
}
