namespace Residuum.Distribution.Methods;

/// <summary>What one worker remembers from round to round: vectors as long as x, by the order of <see cref="DistributedMethod.WorkerBuffers"/>.</summary>
public readonly ref struct WorkerState
{
    private readonly Span<double> _vectors;
    private readonly int _length;

    internal WorkerState(int worker, double scale, Span<double> vectors, int length)
    {
        (Worker, Scale, _length) = (worker, scale, length);
        _vectors = vectors;
    }

    /// <summary>Worker.</summary>
    public int Worker { get; }

    /// <summary>1/(n w_i), what the worker's gradient was multiplied by so that every worker weighs alike; 1 for equal weights.</summary>
    public double Scale { get; }

    /// <summary>A vector.</summary>
    /// <param name="buffer">Its place in the method's list.</param>
    public Span<double> this[int buffer] => _vectors.Slice(buffer * _length, _length);
}
