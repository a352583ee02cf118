using System.Numerics.Tensors;

namespace Residuum.Distribution.Problems;

/// <summary>f_i(x) = (1/n_i) Σ φ_k(x) + r(x) over the rows k of worker i; a worker without rows has r alone.</summary>
public abstract class RowObjective : ICurvatureBound
{
    private protected RowObjective(string name, Partition parts, Regulariser regulariser)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentOutOfRangeException.ThrowIfNegative(regulariser.Ridge, nameof(regulariser));
        ArgumentOutOfRangeException.ThrowIfNegative(regulariser.NonConvex, nameof(regulariser));
        (Name, Parts, Regulariser) = (name, parts, regulariser);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>The samples of every worker.</summary>
    public Partition Parts { get; }

    /// <summary>r.</summary>
    public Regulariser Regulariser { get; }

    /// <inheritdoc/>
    public int Workers => Parts.Workers;

    /// <inheritdoc/>
    public virtual int Dimension => Parts.Data.Features.Columns;

    /// <inheritdoc/>
    public double Value(int worker, ReadOnlySpan<double> x)
    {
        var (first, count, sum) = (Parts.Start(worker), Parts.Count(worker), 0.0);
        for (int row = first; row < first + count; row++) sum += Loss(row, x);
        return (sum / Math.Max(count, 1)) + RegulariserValue(worker, x);
    }

    /// <inheritdoc/>
    public void Gradient(int worker, ReadOnlySpan<double> x, GradientSample? sample, Span<double> gradient)
    {
        var (first, count) = (Parts.Start(worker), Parts.Count(worker));
        gradient.Clear();
        if (sample is { Batch: > 0 } && sample.Batch < count)
        {
            using var batch = MiniBatch.Draw(sample, worker, Workers, count);
            foreach (int row in batch.Rows) AddSlope(first + row, x, 1.0 / batch.Rows.Length, gradient);
        }
        else
        {
            for (int row = first; row < first + count; row++) AddSlope(row, x, 1.0 / count, gradient);
        }
        AddRegulariserGradient(worker, x, gradient);
    }

    /// <inheritdoc/>
    public void AddBound(int worker, ReadOnlySpan<double> v, double factor, Span<double> product)
    {
        var (first, count) = (Parts.Start(worker), Parts.Count(worker));
        for (int row = first; row < first + count; row++) AddBoundOfRow(row, v, factor / count, product);
        AddRegulariserBound(worker, v, factor, product);
    }

    private protected virtual double RegulariserValue(int worker, ReadOnlySpan<double> x) => Regulariser.Value(x);

    private protected virtual void AddRegulariserGradient(int worker, ReadOnlySpan<double> x, Span<double> gradient) => Regulariser.AddGradient(x, gradient);

    private protected virtual void AddRegulariserBound(int worker, ReadOnlySpan<double> v, double factor, Span<double> product) =>
        TensorPrimitives.MultiplyAdd(v, factor * Regulariser.Curvature, product, product);

    /// <summary>φ_k(x).</summary>
    private protected abstract double Loss(int row, ReadOnlySpan<double> x);

    /// <summary>gradient += weight · ∇φ_k(x).</summary>
    private protected abstract void AddSlope(int row, ReadOnlySpan<double> x, double weight, Span<double> gradient);

    /// <summary>product += weight · B_k v, B_k a bound on ∇²φ_k.</summary>
    private protected abstract void AddBoundOfRow(int row, ReadOnlySpan<double> v, double weight, Span<double> product);
}
