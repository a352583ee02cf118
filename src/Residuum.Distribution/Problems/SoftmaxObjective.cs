using System.Buffers;
using System.Globalization;
using System.Numerics.Tensors;
using Residuum.Numerics.Errors;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Distribution.Problems;

/// <summary>f_i(x) = (1/n_i) Σ [log Σ_c exp(a_kᵀ x_c) - a_kᵀ x_(b_k)] + r(x), labels b = 0 .. C - 1; x holds the weights of one class after the other.</summary>
public sealed class SoftmaxObjective : ICurvatureBound
{
    /// <summary>diag(p) - p pᵀ ≤ ½ I for every distribution p.</summary>
    private const double Curvature = 0.5;

    private readonly Regulariser _regulariser;

    /// <summary>Softmax regression.</summary>
    /// <param name="parts">Samples of every worker, labels 0 to C - 1.</param>
    /// <param name="classes">C, at least 2.</param>
    /// <param name="regulariser">μ and λ.</param>
    /// <exception cref="UserError">A label is no class.</exception>
    public SoftmaxObjective(Partition parts, int classes, Regulariser regulariser = default)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        int wrong = Array.FindIndex(parts.Data.Labels, label => !(label >= 0 && label < classes && label == Math.Floor(label)));
        if (wrong >= 0)
            throw new UserError("a label is no class", $"row {wrong + 1}", parts.Data.Labels[wrong].ToString(CultureInfo.InvariantCulture), $"a whole number from 0 to {classes - 1}");
        (Parts, Classes, _regulariser) = (parts, classes, regulariser);
        Dimension = checked(classes * Features.Columns);
    }

    /// <inheritdoc/>
    public string Name => "softmax";

    /// <summary>The samples of every worker.</summary>
    public Partition Parts { get; }

    /// <summary>C.</summary>
    public int Classes { get; }

    /// <inheritdoc/>
    public int Workers => Parts.Workers;

    /// <inheritdoc/>
    public int Dimension { get; }

    private SparseMatrix Features => Parts.Data.Features;

    /// <inheritdoc/>
    public double Value(int worker, ReadOnlySpan<double> x)
    {
        var scores = ArrayPool<double>.Shared.Rent(Classes);
        var (first, count, sum) = (Parts.Start(worker), Parts.Count(worker), 0.0);
        for (int row = first; row < first + count; row++) sum += Loss(row, x, scores.AsSpan(0, Classes));
        ArrayPool<double>.Shared.Return(scores);
        return (sum / Math.Max(count, 1)) + _regulariser.Value(x);
    }

    /// <inheritdoc/>
    public void Gradient(int worker, ReadOnlySpan<double> x, GradientSample? sample, Span<double> gradient)
    {
        var rented = ArrayPool<double>.Shared.Rent(Classes);
        var scores = rented.AsSpan(0, Classes);
        var (first, count) = (Parts.Start(worker), Parts.Count(worker));
        gradient.Clear();
        if (sample is { Batch: > 0 } && sample.Batch < count)
        {
            using var batch = MiniBatch.Draw(sample, worker, Workers, count);
            foreach (int row in batch.Rows) AddSlope(first + row, x, 1.0 / batch.Rows.Length, scores, gradient);
        }
        else
        {
            for (int row = first; row < first + count; row++) AddSlope(row, x, 1.0 / count, scores, gradient);
        }
        ArrayPool<double>.Shared.Return(rented);
        _regulariser.AddGradient(x, gradient);
    }

    /// <inheritdoc/>
    public void AddBound(int worker, ReadOnlySpan<double> v, double factor, Span<double> product)
    {
        var (first, count, columns) = (Parts.Start(worker), Parts.Count(worker), Features.Columns);
        for (int row = first; row < first + count; row++)
        {
            for (int c = 0; c < Classes; c++)
                Features.AddRow(row, factor * Curvature / count * Features.Dot(row, v.Slice(c * columns, columns)), product.Slice(c * columns, columns));
        }
        TensorPrimitives.MultiplyAdd(v, factor * _regulariser.Curvature, product, product);
    }

    private double Loss(int row, ReadOnlySpan<double> x, Span<double> scores)
    {
        Score(row, x, scores);
        double largest = TensorPrimitives.Max<double>(scores), sum = 0;
        foreach (double score in scores) sum += Math.Exp(score - largest);
        return largest + Math.Log(sum) - scores[(int)Parts.Data.Labels[row]];
    }

    private void AddSlope(int row, ReadOnlySpan<double> x, double weight, Span<double> scores, Span<double> gradient)
    {
        Score(row, x, scores);
        double largest = TensorPrimitives.Max<double>(scores), sum = 0;
        foreach (ref double score in scores) sum += score = Math.Exp(score - largest);
        TensorPrimitives.Divide(scores, sum, scores);
        scores[(int)Parts.Data.Labels[row]] -= 1;
        for (int c = 0; c < Classes; c++) Features.AddRow(row, weight * scores[c], gradient.Slice(c * Features.Columns, Features.Columns));
    }

    private void Score(int row, ReadOnlySpan<double> x, Span<double> scores)
    {
        for (int c = 0; c < Classes; c++) scores[c] = Features.Dot(row, x.Slice(c * Features.Columns, Features.Columns));
    }
}
