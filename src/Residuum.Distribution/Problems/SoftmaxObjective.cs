using System.Globalization;
using System.Numerics.Tensors;
using Residuum.Numerics.Errors;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Distribution.Problems;

/// <summary>f_i(x) = (1/n_i) Σ [log Σ_c exp(a_kᵀ x_c) - a_kᵀ x_(b_k)] + r(x), labels b = 0 .. C - 1; x holds the weights of one class after the other.</summary>
public sealed class SoftmaxObjective : RowObjective
{
    /// <summary>diag(p) - p pᵀ ≤ ½ I for every distribution p.</summary>
    private const double Curvature = 0.5;

    [ThreadStatic]
    private static double[]? t_scores;

    /// <summary>Softmax regression.</summary>
    /// <param name="parts">Samples of every worker, labels 0 to C - 1.</param>
    /// <param name="classes">C, at least 2.</param>
    /// <param name="regulariser">μ and λ.</param>
    /// <exception cref="UserError">A label is no class.</exception>
    public SoftmaxObjective(Partition parts, int classes, Regulariser regulariser = default)
        : base("softmax", parts, regulariser)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        int wrong = Array.FindIndex(parts.Data.Labels, label => !(label >= 0 && label < classes && label == Math.Floor(label)));
        if (wrong >= 0)
            throw new UserError("a label is no class", $"row {wrong + 1}", parts.Data.Labels[wrong].ToString(CultureInfo.InvariantCulture), $"a whole number from 0 to {classes - 1}");
        Classes = classes;
        Dimension = checked(classes * Features.Columns);
    }

    /// <summary>C.</summary>
    public int Classes { get; }

    /// <inheritdoc/>
    public override int Dimension { get; }

    private SparseMatrix Features => Parts.Data.Features;

    private protected override double Loss(int row, ReadOnlySpan<double> x)
    {
        var scores = Scores(row, x);
        double largest = TensorPrimitives.Max<double>(scores), sum = 0;
        foreach (double score in scores) sum += Math.Exp(score - largest);
        return largest + Math.Log(sum) - scores[(int)Parts.Data.Labels[row]];
    }

    private protected override void AddSlope(int row, ReadOnlySpan<double> x, double weight, Span<double> gradient)
    {
        var scores = Scores(row, x);
        double largest = TensorPrimitives.Max<double>(scores), sum = 0;
        foreach (ref double score in scores) sum += score = Math.Exp(score - largest);
        TensorPrimitives.Divide(scores, sum, scores);
        scores[(int)Parts.Data.Labels[row]] -= 1;
        for (int c = 0; c < Classes; c++) Features.AddRow(row, weight * scores[c], gradient.Slice(c * Features.Columns, Features.Columns));
    }

    private protected override void AddBoundOfRow(int row, ReadOnlySpan<double> v, double weight, Span<double> product)
    {
        int columns = Features.Columns;
        for (int c = 0; c < Classes; c++)
            Features.AddRow(row, weight * Curvature * Features.Dot(row, v.Slice(c * columns, columns)), product.Slice(c * columns, columns));
    }

    private Span<double> Scores(int row, ReadOnlySpan<double> x)
    {
        if (t_scores is null || t_scores.Length < Classes) t_scores = new double[Classes];
        var scores = t_scores.AsSpan(0, Classes);
        for (int c = 0; c < Classes; c++) scores[c] = Features.Dot(row, x.Slice(c * Features.Columns, Features.Columns));
        return scores;
    }
}
