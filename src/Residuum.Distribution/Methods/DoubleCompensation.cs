using System.Numerics.Tensors;
using Residuum.Distribution.Compressors;

namespace Residuum.Distribution.Methods;

/// <summary>D-EC-SGD with a learned bias and two messages a round: Δ_i = C(e_i + g_i - h_i) and D_i = C(g_i - h_i); e_i ← e_i + g_i - h_i - Δ_i, h_i ← h_i + D_i.</summary>
/// <remarks>Twice the bits of EControl. Card econtrol, Variants.</remarks>
public sealed class DoubleCompensation : ShiftTracking
{
    private const int E = 1;

    /// <inheritdoc/>
    public override string Name => "ec-double";

    /// <inheritdoc/>
    public override IReadOnlyList<string> WorkerBuffers => ["shift", "error"];

    /// <inheritdoc/>
    public override int MessagesPerRound => 2;

    /// <inheritdoc/>
    public override void ToSend(WorkerState state, ReadOnlySpan<double> gradient, ReadOnlySpan<double> last, int part, Span<double> toSend)
    {
        TensorPrimitives.Subtract(gradient, state[H], toSend);
        if (part == 0) TensorPrimitives.Add(toSend, state[E], toSend);
    }

    /// <inheritdoc/>
    public override void AfterSending(WorkerState state, ReadOnlySpan<double> gradient, ReadOnlySpan<Message> sent)
    {
        AddLost(state[E], gradient, state[H], sent[0]);
        sent[1].AddTo(1, state[H]);
    }

    /// <inheritdoc/>
    public override void Direction(IReadOnlyList<double[]> server, IReadOnlyList<double[]> means, Span<double> direction)
    {
        TensorPrimitives.Add(server[0], means[0], direction);
        TensorPrimitives.Add(server[0], means[1], server[0]);
    }
}
