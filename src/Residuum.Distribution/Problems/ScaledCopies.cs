using System.Numerics.Tensors;

namespace Residuum.Distribution.Problems;

/// <summary>An objective whose client i stands N_i times, each copy with (N/(n N_i)) f_i, N = Σ N_i: the mean over all copies is f.</summary>
/// <remarks>Copies of a client draw the same mini-batch in a round.</remarks>
public sealed class ScaledCopies : ICurvatureBound
{
    private readonly ICurvatureBound _inner;
    private readonly int[] _clients;
    private readonly double[] _factors;

    /// <summary>Copies of the clients.</summary>
    /// <param name="inner">The objective.</param>
    /// <param name="copies">N_i, positive; those of a client follow each other.</param>
    /// <exception cref="ArgumentException">Not one positive number for each worker.</exception>
    public ScaledCopies(ICurvatureBound inner, IReadOnlyList<int> copies)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(copies);
        if (copies.Count != inner.Workers || copies.Any(count => count < 1)) throw new ArgumentException($"{inner.Workers} workers need a positive number of copies each", nameof(copies));
        double total = copies.Sum();
        _inner = inner;
        _clients = [.. copies.SelectMany((count, client) => Enumerable.Repeat(client, count))];
        _factors = [.. copies.Select(count => total / (inner.Workers * (double)count))];
    }

    /// <inheritdoc/>
    public string Name => $"{_inner.Name}, cloned";

    /// <inheritdoc/>
    public int Workers => _clients.Length;

    /// <inheritdoc/>
    public int Dimension => _inner.Dimension;

    /// <inheritdoc/>
    public double Value(int worker, ReadOnlySpan<double> x) => _factors[_clients[worker]] * _inner.Value(_clients[worker], x);

    /// <inheritdoc/>
    public void Gradient(int worker, ReadOnlySpan<double> x, GradientSample? sample, Span<double> gradient)
    {
        _inner.Gradient(_clients[worker], x, sample, gradient);
        TensorPrimitives.Multiply(gradient, _factors[_clients[worker]], gradient);
    }

    /// <inheritdoc/>
    public void AddBound(int worker, ReadOnlySpan<double> v, double factor, Span<double> product) =>
        _inner.AddBound(_clients[worker], v, factor * _factors[_clients[worker]], product);
}
