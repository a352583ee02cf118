using System.Numerics.Tensors;

namespace Residuum.Distribution.Methods;

/// <summary>Methods whose server keeps h̄, the weighted mean of the workers' shifts h_i, by adding what they send, and steps along it.</summary>
public abstract class ShiftTracking : DistributedMethod
{
    /// <summary>Place of h_i among the worker's vectors.</summary>
    private protected const int H = 0;

    /// <summary>Whether h_i begins with nothing, so that the first message is compressed too, or with the whole gradient, which is sent once.</summary>
    public bool StartsCompressed { get; init; }

    /// <inheritdoc/>
    public override FirstMessage First => StartsCompressed ? FirstMessage.Compressed : FirstMessage.WholeGradient;

    /// <inheritdoc/>
    public override IReadOnlyList<string> WorkerBuffers => ["shift"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> ServerBuffers => ["mean-shift"];

    /// <inheritdoc/>
    public override void AfterWholeGradient(WorkerState state, ReadOnlySpan<double> gradient) => gradient.CopyTo(state[H]);

    /// <inheritdoc/>
    public override void Direction(IReadOnlyList<double[]> server, IReadOnlyList<double[]> means, Span<double> direction)
    {
        TensorPrimitives.Add(server[0], means[0], server[0]);
        server[0].CopyTo(direction);
    }

    /// <inheritdoc/>
    public override void DirectionOfWholeGradients(IReadOnlyList<double[]> server, double[] mean, Span<double> direction)
    {
        mean.CopyTo(server[0], 0);
        mean.CopyTo(direction);
    }
}
