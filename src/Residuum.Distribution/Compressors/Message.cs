namespace Residuum.Distribution.Compressors;

/// <summary>A decoded message, sparse or dense; its buffers are kept from round to round.</summary>
public sealed class Message
{
    private int[] _indices = [];
    private double[] _values = [];
    private int _count;

    /// <summary>Length of the vector.</summary>
    public int Length { get; private set; }

    /// <summary>Whether <see cref="Indices"/> says where the values stand, ascending; otherwise there is a value for every place.</summary>
    public bool IsSparse { get; private set; }

    /// <summary>Places of the values of a sparse message, ascending.</summary>
    public Span<int> Indices => _indices.AsSpan(0, IsSparse ? _count : 0);

    /// <summary>The values.</summary>
    public Span<double> Values => _values.AsSpan(0, _count);

    /// <summary>What a compressor keeps for <see cref="ICompressor.Encode"/> beside the decoded values, such as levels and scales.</summary>
    internal object? Code { get; set; }

    /// <summary>Makes room for a dense message.</summary>
    /// <param name="length">Length of the vector.</param>
    public Span<double> Dense(int length)
    {
        (Length, _count, IsSparse) = (length, length, false);
        if (_values.Length < length) _values = new double[length];
        return Values;
    }

    /// <summary>Makes room for a sparse message.</summary>
    /// <param name="length">Length of the vector.</param>
    /// <param name="count">Number of values.</param>
    public void Sparse(int length, int count)
    {
        (Length, _count, IsSparse) = (length, count, true);
        if (_values.Length < count) _values = new double[count];
        if (_indices.Length < count) _indices = new int[count];
    }

    /// <summary>target += factor · message.</summary>
    /// <param name="factor">Factor.</param>
    /// <param name="target">Added to.</param>
    public void AddTo(double factor, Span<double> target)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(target.Length, Length, nameof(target));
        if (!IsSparse)
        {
            System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(Values, factor, target, target);
            return;
        }
        for (int i = 0; i < _count; i++) target[_indices[i]] += factor * _values[i];
    }
}
