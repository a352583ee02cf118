using System.Numerics.Tensors;
using Residuum.Distribution.Compressors;

namespace Residuum.Distribution.Methods;

/// <summary>EF14, also called EC-SGD and memory: v_i = C(e_i + g_i), e_i ← e_i + g_i - v_i, x ← x - γ mean v_i.</summary>
/// <remarks>Errors are in units of the gradient, so that a step that changes does not rescale them. Source: Seide, Fu, Droppo, Li and Yu, INTERSPEECH 2014.</remarks>
public sealed class ErrorCompensation : DistributedMethod
{
    private const int E = 0;

    /// <inheritdoc/>
    public override string Name => "ef14";

    /// <inheritdoc/>
    public override IReadOnlyList<string> WorkerBuffers => ["error"];

    /// <inheritdoc/>
    public override void ToSend(WorkerState state, ReadOnlySpan<double> gradient, ReadOnlySpan<double> last, int part, Span<double> toSend) =>
        TensorPrimitives.Add(state[E], gradient, toSend);

    /// <inheritdoc/>
    public override void AfterSending(WorkerState state, ReadOnlySpan<double> gradient, ReadOnlySpan<Message> sent)
    {
        var e = state[E];
        TensorPrimitives.Add(e, gradient, e);
        sent[0].AddTo(-1, e);
    }

    /// <inheritdoc/>
    public override void Direction(IReadOnlyList<double[]> server, IReadOnlyList<double[]> means, Span<double> direction) => means[0].CopyTo(direction);
}
