using Residuum.Numerics.Errors;
using Residuum.Numerics.LinearAlgebra;

namespace Residuum.Data.LibSvm;

/// <summary>Samples of a LIBSVM file.</summary>
/// <param name="Features">One row for each sample; the columns count from 0.</param>
/// <param name="Labels">One label for each sample, as it was read.</param>
/// <param name="ZeroBased">Whether the indices in the file count from 0.</param>
public sealed record LibSvmData(SparseMatrix Features, double[] Labels, bool ZeroBased)
{
    /// <summary>Labels -1 and 1: see <see cref="BinaryLabels"/>.</summary>
    /// <exception cref="UserError">The labels are not those of two classes.</exception>
    public double[] Signs() => BinaryLabels.Signs(Labels);
}
