using System.Numerics.Tensors;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Random;

namespace Residuum.Distribution.Problems;

/// <summary>f_i(x) = ½ xᵀ H_i x - c_iᵀ x, H_i symmetric and positive semidefinite.</summary>
public sealed class QuadraticObjective : ICurvatureBound
{
    private readonly Matrix[] _matrices;
    private readonly double[][] _slopes;

    /// <summary>Any matrices.</summary>
    /// <param name="matrices">H_i, <c>[d, d]</c> each.</param>
    /// <param name="slopes">c_i, d numbers each; zero where null.</param>
    /// <exception cref="ArgumentException">No matrix, or sizes that differ.</exception>
    public QuadraticObjective(IReadOnlyList<Matrix> matrices, IReadOnlyList<double[]>? slopes = null)
    {
        ArgumentNullException.ThrowIfNull(matrices);
        if (matrices.Count == 0) throw new ArgumentException("at least one worker is needed", nameof(matrices));
        int d = matrices[0].Rows;
        _matrices = [.. matrices];
        _slopes = slopes is null ? [.. matrices.Select(_ => new double[d])] : [.. slopes];
        if (_slopes.Length != _matrices.Length || _matrices.Any(h => h.Rows != d || h.Columns != d) || _slopes.Any(c => c.Length != d))
            throw new ArgumentException($"every worker needs a {d} x {d} matrix and {d} slopes", nameof(matrices));
    }

    /// <inheritdoc/>
    public string Name => "quadratics";

    /// <inheritdoc/>
    public int Workers => _matrices.Length;

    /// <inheritdoc/>
    public int Dimension => _matrices[0].Rows;

    /// <summary>Three workers on which gradient descent with Top-1 and no error feedback multiplies x by 1 + 11γ/6 every round from x = (1, 1, 1): f_i = (a_iᵀx)² + ¼|x|².</summary>
    public static QuadraticObjective WithoutFeedbackDiverges()
    {
        double[][] rows = [[-3, 2, 2], [2, -3, 2], [2, 2, -3]];
        return new QuadraticObjective([.. rows.Select(a =>
        {
            var h = new Matrix(3, 3);
            for (int j = 0; j < 9; j++) h.Values[j] = (2 * a[j / 3] * a[j % 3]) + (j % 4 == 0 ? 0.5 : 0);
            return h;
        })]);
    }

    /// <summary>Random quadratics with spectra from μ to L_i, spaced evenly, in random directions, and c_i ~ N(0, ζ² I).</summary>
    /// <param name="largest">L_i, one for each worker.</param>
    /// <param name="smallest">μ.</param>
    /// <param name="dimension">d.</param>
    /// <param name="heterogeneity">ζ.</param>
    /// <param name="seed">Seed.</param>
    public static QuadraticObjective Random(IReadOnlyList<double> largest, double smallest, int dimension, double heterogeneity, long seed)
    {
        ArgumentNullException.ThrowIfNull(largest);
        var (matrices, slopes) = (new Matrix[largest.Count], new double[largest.Count][]);
        for (int i = 0; i < largest.Count; i++)
        {
            var random = new RandomStream(seed, "quadratics", i);
            matrices[i] = WithSpectrum(random, smallest, largest[i], dimension);
            slopes[i] = new double[dimension];
            random.Normal(slopes[i]);
            TensorPrimitives.Multiply(slopes[i], heterogeneity, slopes[i]);
        }
        return new QuadraticObjective(matrices, slopes);
    }

    /// <inheritdoc/>
    public double Value(int worker, ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int j = 0; j < x.Length; j++) sum += x[j] * ((0.5 * TensorPrimitives.Dot<double>(_matrices[worker].Row(j), x)) - _slopes[worker][j]);
        return sum;
    }

    /// <inheritdoc/>
    public void Gradient(int worker, ReadOnlySpan<double> x, GradientSample? sample, Span<double> gradient)
    {
        for (int j = 0; j < x.Length; j++) gradient[j] = TensorPrimitives.Dot<double>(_matrices[worker].Row(j), x) - _slopes[worker][j];
    }

    /// <inheritdoc/>
    public void AddBound(int worker, ReadOnlySpan<double> v, double factor, Span<double> product)
    {
        for (int j = 0; j < v.Length; j++) product[j] += factor * TensorPrimitives.Dot<double>(_matrices[worker].Row(j), v);
    }

    /// <summary>Q D Q, Q the reflection in a random direction.</summary>
    private static Matrix WithSpectrum(RandomStream random, double smallest, double largest, int dimension)
    {
        var u = new double[dimension];
        random.Normal(u);
        TensorPrimitives.Multiply(u, Math.Sqrt(2) / TensorPrimitives.Norm<double>(u), u);
        double Spectrum(int j) => dimension == 1 ? largest : smallest + ((largest - smallest) * j / (dimension - 1));
        double inner = Enumerable.Range(0, dimension).Sum(j => u[j] * u[j] * Spectrum(j));
        var h = new Matrix(dimension, dimension);
        for (int i = 0; i < dimension; i++)
        {
            for (int j = 0; j < dimension; j++)
                h[i, j] = (i == j ? Spectrum(i) : 0) + (u[i] * u[j] * (inner - Spectrum(i) - Spectrum(j)));
        }
        return h;
    }
}
