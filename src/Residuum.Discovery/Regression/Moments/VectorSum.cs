using System.Numerics;
using System.Numerics.Tensors;

namespace Residuum.Discovery.Regression;

/// <summary>Sum of vectors in pairwise order: error grows with the logarithm of their number, and the order is fixed.</summary>
/// <remarks>A binary counter of partial sums: level l holds the sum of 2^l vectors. Sums over aligned chunks of 2^l vectors may be
/// formed apart and added as one vector of that level: the bits are the same.</remarks>
/// <param name="length">Length of the vectors.</param>
internal sealed class VectorSum(int length)
{
    private readonly List<double[]> _levels = [];
    private readonly double[] _carry = new double[length];
    private long _count;

    /// <summary>Adds a vector, or the finished sum of a chunk as one.</summary>
    public void Add(ReadOnlySpan<double> vector)
    {
        vector.CopyTo(_carry);
        int full = BitOperations.TrailingZeroCount(~_count);
        for (int level = 0; level < full; level++) TensorPrimitives.Add<double>(_levels[level], _carry, _carry);
        if (full == _levels.Count) _levels.Add(new double[length]);
        _carry.CopyTo(_levels[full], 0);
        _count++;
    }

    /// <summary>The sum of what was added; zeros if nothing was.</summary>
    public double[] Total()
    {
        var total = new double[length];
        for (int level = 0; level < _levels.Count; level++)
        {
            if ((_count >> level & 1) == 1) TensorPrimitives.Add<double>(_levels[level], total, total);
        }
        return total;
    }
}
