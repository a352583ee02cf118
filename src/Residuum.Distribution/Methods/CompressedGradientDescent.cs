using Residuum.Distribution.Compressors;

namespace Residuum.Distribution.Methods;

/// <summary>x ← x - γ mean C(g_i): with the identity gradient descent, with a biased compressor the wrong way, which may diverge.</summary>
public sealed class CompressedGradientDescent : DistributedMethod
{
    /// <inheritdoc/>
    public override string Name => "dcgd";

    /// <inheritdoc/>
    protected override CompressorClass? Needs => null;

    /// <inheritdoc/>
    public override void ToSend(WorkerState state, ReadOnlySpan<double> gradient, ReadOnlySpan<double> last, int part, Span<double> toSend) => gradient.CopyTo(toSend);

    /// <inheritdoc/>
    public override void Direction(IReadOnlyList<double[]> server, IReadOnlyList<double[]> means, Span<double> direction) => means[0].CopyTo(direction);
}
