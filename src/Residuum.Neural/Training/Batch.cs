using static TorchSharp.torch;

namespace Residuum.Neural.Training;

/// <summary>The samples of one gradient.</summary>
/// <param name="Step">Step that the gradient is for, from 0; random draws of a loss are keyed by it.</param>
/// <param name="Rows">Indices of the samples, int64 <c>[batch]</c>; null for all.</param>
public sealed record Batch(long Step, Tensor? Rows)
{
    /// <summary>The batch's rows of a tensor whose first dimension is the sample.</summary>
    /// <param name="data">All samples.</param>
    public Tensor Of(Tensor data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Rows is null ? data : data.index_select(0, Rows);
    }
}
