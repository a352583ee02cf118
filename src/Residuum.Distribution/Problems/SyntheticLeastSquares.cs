using System.Buffers;
using System.Numerics.Tensors;
using Residuum.Numerics.Random;

namespace Residuum.Distribution.Problems;

/// <summary>f_i(x) = ½|a_i x - b_i|², with gradient noise N(0, σ²/d I) of its own for each seed, round and worker.</summary>
/// <remarks>Source: Gao, Islamov and Stich, "EControl", ICLR 2024: heterogeneity ζ and noise σ are set apart. A gradient without a sample has no noise.</remarks>
public sealed class SyntheticLeastSquares : IKnownMinimum, ICurvatureBound
{
    private readonly double[] _scales;
    private readonly double[][] _targets;
    private readonly double[] _minimiser;
    private readonly double _curvature;

    /// <summary>Any scales and targets.</summary>
    /// <param name="scales">a_i, not all zero.</param>
    /// <param name="targets">b_i, d numbers each.</param>
    /// <param name="noise">σ; E|noise|² = σ².</param>
    /// <exception cref="ArgumentException">Not one b_i for every a_i, unequal lengths, or no a_i other than zero.</exception>
    public SyntheticLeastSquares(double[] scales, double[][] targets, double noise = 0)
    {
        ArgumentNullException.ThrowIfNull(scales);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentOutOfRangeException.ThrowIfNegative(noise);
        if (scales.Length == 0 || scales.Length != targets.Length || targets.Any(target => target.Length != targets[0].Length))
            throw new ArgumentException($"{scales.Length} scales need as many targets of one length", nameof(targets));
        (_scales, _targets, Noise) = (scales, targets, noise);
        _curvature = scales.Sum(a => a * a) / Workers;
        if (!(_curvature > 0)) throw new ArgumentException("a scale other than zero is needed", nameof(scales));
        _minimiser = new double[Dimension];
        for (int i = 0; i < Workers; i++) TensorPrimitives.MultiplyAdd<double>(targets[i], scales[i] / (Workers * _curvature), _minimiser, _minimiser);
        Minimum = Enumerable.Range(0, Workers).Sum(i => Value(i, _minimiser)) / Workers;
    }

    /// <inheritdoc/>
    public string Name => "synthetic least squares";

    /// <inheritdoc/>
    public int Workers => _scales.Length;

    /// <inheritdoc/>
    public int Dimension => _targets[0].Length;

    /// <summary>σ.</summary>
    public double Noise { get; }

    /// <inheritdoc/>
    public double Minimum { get; }

    /// <inheritdoc/>
    public ReadOnlySpan<double> Minimiser => _minimiser;

    /// <summary>Workers that differ in curvature and in target: a_i² = i²/n, b_i ~ N(0, ζ²/i² I), i = 1..n.</summary>
    /// <param name="workers">n.</param>
    /// <param name="dimension">d.</param>
    /// <param name="heterogeneity">ζ.</param>
    /// <param name="noise">σ.</param>
    /// <param name="seed">Seed of the targets.</param>
    public static SyntheticLeastSquares Heterogeneous(int workers, int dimension, double heterogeneity, double noise, long seed) =>
        new([.. Enumerable.Range(1, workers).Select(i => i / Math.Sqrt(workers))], Targets(workers, dimension, i => heterogeneity / i, seed), noise);

    /// <summary>Workers of equal curvature: a_i = 1, b_i ~ N(0, s² I); shows how noise averages over n.</summary>
    /// <param name="workers">n.</param>
    /// <param name="dimension">d.</param>
    /// <param name="spread">s.</param>
    /// <param name="noise">σ.</param>
    /// <param name="seed">Seed of the targets.</param>
    public static SyntheticLeastSquares Averaging(int workers, int dimension, double spread, double noise, long seed) =>
        new([.. Enumerable.Repeat(1.0, workers)], Targets(workers, dimension, _ => spread, seed), noise);

    /// <inheritdoc/>
    public double Value(int worker, ReadOnlySpan<double> x)
    {
        ReadOnlySpan<double> target = _targets[worker];
        double scale = _scales[worker], sum = 0;
        for (int j = 0; j < target.Length; j++)
        {
            double residual = (scale * x[j]) - target[j];
            sum += residual * residual;
        }
        return 0.5 * sum;
    }

    /// <inheritdoc/>
    public double Gap(ReadOnlySpan<double> x)
    {
        double distance = TensorPrimitives.Distance<double>(x, _minimiser);
        return 0.5 * _curvature * distance * distance;
    }

    /// <inheritdoc/>
    public void Gradient(int worker, ReadOnlySpan<double> x, GradientSample? sample, Span<double> gradient)
    {
        ReadOnlySpan<double> target = _targets[worker];
        double scale = _scales[worker];
        for (int j = 0; j < target.Length; j++) gradient[j] = scale * ((scale * x[j]) - target[j]);
        if (sample is not null && Noise > 0) AddNoise(worker, sample, gradient);
    }

    /// <inheritdoc/>
    public void AddBound(int worker, ReadOnlySpan<double> v, double factor, Span<double> product) =>
        TensorPrimitives.MultiplyAdd(v, factor * _scales[worker] * _scales[worker], product, product);

    private void AddNoise(int worker, GradientSample sample, Span<double> gradient)
    {
        double[] noise = ArrayPool<double>.Shared.Rent(gradient.Length);
        var drawn = noise.AsSpan(0, gradient.Length);
        SampleStream.Of("gradient noise", sample, worker, Workers).Normal(drawn);
        TensorPrimitives.MultiplyAdd(drawn, Noise / Math.Sqrt(gradient.Length), gradient, gradient);
        ArrayPool<double>.Shared.Return(noise);
    }

    private static double[][] Targets(int workers, int dimension, Func<int, double> deviation, long seed)
    {
        var targets = new double[workers][];
        for (int i = 0; i < workers; i++)
        {
            targets[i] = new double[dimension];
            new RandomStream(seed, "least-squares targets", i).Normal(targets[i]);
            TensorPrimitives.Multiply(targets[i], deviation(i + 1), targets[i]);
        }
        return targets;
    }
}
