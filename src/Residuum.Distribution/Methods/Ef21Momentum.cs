using System.Numerics.Tensors;
using Residuum.Distribution.Compressors;
using Residuum.Numerics.Errors;

namespace Residuum.Distribution.Methods;

/// <summary>EF21-SGDM: EF21 of a moving average m_i ← (1 - η) m_i + η g_i of the gradients; EF21-SGD2M tracks an average of that average.</summary>
/// <remarks>Source: Fatkhullin, Tyurin and Richtárik, NeurIPS 2023.</remarks>
public sealed class Ef21Momentum : ShiftTracking
{
    private const int M = 1, U = 2;
    private readonly double _eta;

    /// <summary>The method.</summary>
    /// <param name="eta">η, in (0, 1].</param>
    /// <param name="twice">Whether the average is averaged again.</param>
    /// <exception cref="UserError">η is not in (0, 1].</exception>
    public Ef21Momentum(double eta, bool twice = false)
    {
        if (!(eta is > 0 and <= 1)) throw new UserError("the weight of a moving average", "eta", $"{eta}", "a number above 0 and up to 1");
        (_eta, IsTwice) = (eta, twice);
    }

    /// <summary>Whether the average is averaged again.</summary>
    public bool IsTwice { get; }

    /// <inheritdoc/>
    public override string Name => IsTwice ? "ef21-sgd2m" : "ef21-sgdm";

    /// <inheritdoc/>
    public override IReadOnlyList<string> WorkerBuffers => IsTwice ? ["shift", "momentum", "second-momentum"] : ["shift", "momentum"];

    /// <inheritdoc/>
    public override void ToSend(WorkerState state, ReadOnlySpan<double> gradient, ReadOnlySpan<double> last, int part, Span<double> toSend)
    {
        TensorPrimitives.Lerp(state[M], gradient, _eta, state[M]);
        if (IsTwice) TensorPrimitives.Lerp(state[U], state[M], _eta, state[U]);
        TensorPrimitives.Subtract(state[IsTwice ? U : M], state[H], toSend);
    }

    /// <inheritdoc/>
    public override void AfterSending(WorkerState state, ReadOnlySpan<double> gradient, ReadOnlySpan<Message> sent) => sent[0].AddTo(1, state[H]);

    /// <inheritdoc/>
    public override void AfterWholeGradient(WorkerState state, ReadOnlySpan<double> gradient)
    {
        for (int buffer = 0; buffer < WorkerBuffers.Count; buffer++) gradient.CopyTo(state[buffer]);
    }
}
