using Residuum.Data.LibSvm;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Distribution.Problems;

/// <summary>Samples: features as rows, and a label each.</summary>
public sealed partial class Dataset
{
    /// <summary>Features and labels.</summary>
    /// <param name="features">One row for each sample.</param>
    /// <param name="labels">One label for each sample.</param>
    /// <exception cref="ArgumentException">Not as many labels as rows.</exception>
    public Dataset(SparseMatrix features, double[] labels)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(labels);
        if (labels.Length != features.Rows) throw new ArgumentException($"{labels.Length} labels for {features.Rows} rows", nameof(labels));
        (Features, Labels) = (features, labels);
    }

    /// <summary>One row for each sample.</summary>
    public SparseMatrix Features { get; }

    /// <summary>One label for each sample.</summary>
    public double[] Labels { get; }

    /// <summary>Number of samples.</summary>
    public int Rows => Labels.Length;

    /// <summary>The same samples with labels -1 and 1: see <see cref="BinaryLabels"/>.</summary>
    /// <exception cref="Numerics.Errors.UserError">The labels are not those of two classes.</exception>
    public Dataset WithSigns() => new(Features, BinaryLabels.Signs(Labels));

    /// <summary>Some samples, in the order given.</summary>
    /// <param name="rows">Rows, from 0.</param>
    public Dataset Select(ReadOnlySpan<int> rows)
    {
        var labels = new double[rows.Length];
        for (int i = 0; i < rows.Length; i++) labels[i] = Labels[rows[i]];
        return new Dataset(Features.Select(rows), labels);
    }
}
