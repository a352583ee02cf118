using System.Numerics.Tensors;
using Residuum.Distribution.Compressors;

namespace Residuum.Distribution.Methods;

/// <summary>DIANA: Δ_i = Q(g_i - h_i), ĝ = h̄ + mean Δ_i, x ← x - γ ĝ, then h_i ← h_i + a Δ_i and h̄ ← h̄ + a mean Δ_i, with a = 1/(1 + ω).</summary>
/// <remarks>Source: Mishchenko, Gorbunov, Takáč and Richtárik, arXiv 1901.09269; card distributed-product, Algorithms.</remarks>
/// <param name="rate">a.</param>
public sealed class Diana(double rate) : DistributedMethod
{
    private const int H = 0;

    /// <inheritdoc/>
    public override string Name => "diana";

    /// <inheritdoc/>
    public override IReadOnlyList<string> WorkerBuffers => ["shift"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> ServerBuffers => ["mean-shift"];

    /// <inheritdoc/>
    protected override CompressorClass? Needs => CompressorClass.Unbiased;

    /// <inheritdoc/>
    public override void ToSend(WorkerState state, ReadOnlySpan<double> gradient, ReadOnlySpan<double> last, int part, Span<double> toSend) =>
        TensorPrimitives.Subtract(gradient, state[H], toSend);

    /// <inheritdoc/>
    public override void AfterSending(WorkerState state, ReadOnlySpan<double> gradient, ReadOnlySpan<Message> sent) => sent[0].AddTo(rate, state[H]);

    /// <inheritdoc/>
    public override void Direction(IReadOnlyList<double[]> server, IReadOnlyList<double[]> means, Span<double> direction)
    {
        TensorPrimitives.Add(server[0], means[0], direction);
        TensorPrimitives.MultiplyAdd(means[0], rate, server[0], server[0]);
    }
}
