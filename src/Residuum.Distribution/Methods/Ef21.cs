using System.Numerics.Tensors;
using Residuum.Distribution.Compressors;

namespace Residuum.Distribution.Methods;

/// <summary>EF21 and EF21-W: c_i = C(g_i/(n w_i) - h_i), h_i ← h_i + c_i, h̄ ← h̄ + Σ w_i c_i, x ← x - γ h̄.</summary>
/// <remarks>With equal weights w_i = 1/n it is EF21 (Richtárik, Sokolov and Fatkhullin, NeurIPS 2021); card ef21-weighted has the weights.</remarks>
public sealed class Ef21 : ShiftTracking
{
    /// <inheritdoc/>
    public override string Name => "ef21";

    /// <inheritdoc/>
    public override void ToSend(WorkerState state, ReadOnlySpan<double> gradient, ReadOnlySpan<double> last, int part, Span<double> toSend) =>
        TensorPrimitives.Subtract(gradient, state[H], toSend);

    /// <inheritdoc/>
    public override void AfterSending(WorkerState state, ReadOnlySpan<double> gradient, ReadOnlySpan<Message> sent) => sent[0].AddTo(1, state[H]);
}
