using System.Numerics.Tensors;
using Residuum.Distribution.Compressors;
using Residuum.Numerics.Errors;

namespace Residuum.Distribution.Methods;

/// <summary>EControl: Δ_i = C(η e_i + g_i - h_i), e_i ← e_i + g_i - h_i - Δ_i, h_i ← h_i + Δ_i, x ← x - γ (h̄ + Δ).</summary>
/// <remarks>x - γ mean e_i follows uncompressed gradient descent exactly, for any η and any compressor; η = 0 is EF21.
/// Source: Gao, Islamov and Stich, "EControl: Fast distributed optimization with compression and error control", ICLR 2024; card econtrol, Algorithm.</remarks>
public sealed class EControl : ShiftTracking
{
    private const int E = 1;
    private readonly double? _eta;
    private readonly bool _unsafe;

    /// <summary>The method.</summary>
    /// <param name="eta">η; null for the compressor's δ (Top-K), or δ/(2 - δ) for any other.</param>
    /// <param name="unsafeEta">Whether an η beyond the edge of stability is taken.</param>
    /// <exception cref="UserError">η is negative or not finite.</exception>
    public EControl(double? eta = null, bool unsafeEta = false)
    {
        if (eta is { } given && !(given >= 0 && double.IsFinite(given))) throw new UserError("how strongly the error is fed back", "eta", $"{given}", "0 or a positive number");
        (_eta, _unsafe) = (eta, unsafeEta);
    }

    /// <inheritdoc/>
    public override string Name => "econtrol";

    /// <inheritdoc/>
    public override IReadOnlyList<string> WorkerBuffers => ["shift", "error"];

    /// <summary>η for a compressor: δ for Top-K, whose gaps between sendings are fixed, δ/(2 - δ) for any other; what was given stays.</summary>
    /// <param name="compressor">The compressor.</param>
    /// <param name="length">Length of x.</param>
    public double Eta(ICompressor compressor, int length)
    {
        ArgumentNullException.ThrowIfNull(compressor);
        double delta = compressor.Constant(length);
        return _eta ?? (IsTopK(compressor) ? delta : delta / (2 - delta));
    }

    /// <inheritdoc/>
    public override DistributedMethod For(ICompressor compressor, int length) => new EControl(Eta(compressor, length), _unsafe) { StartsCompressed = StartsCompressed };

    /// <inheritdoc/>
    public override string? Refuses(ICompressor compressor, int length)
    {
        ArgumentNullException.ThrowIfNull(compressor);
        if (base.Refuses(compressor, length) is { } reason) return reason;
        double delta = compressor.Constant(length), edge = IsTopK(compressor) ? 2 * delta : 2 * delta / (2 - delta);
        if (double.IsNaN(delta)) return _eta is null ? "its δ is not known before the vectors are; give eta" : null;
        return _unsafe || Eta(compressor, length) <= edge ? null : FormattableString.Invariant($"eta {Eta(compressor, length):g4} lies beyond the edge of stability, {edge:g4}");
    }

    /// <inheritdoc/>
    public override void ToSend(WorkerState state, ReadOnlySpan<double> gradient, ReadOnlySpan<double> last, int part, Span<double> toSend)
    {
        TensorPrimitives.Subtract(gradient, state[H], toSend);
        TensorPrimitives.MultiplyAdd(state[E], Feedback, toSend, toSend);
    }

    /// <inheritdoc/>
    public override void AfterSending(WorkerState state, ReadOnlySpan<double> gradient, ReadOnlySpan<Message> sent)
    {
        // The error takes the shift before the message: with the new one it would be the message's own loss alone, and nothing would be promised.
        Span<double> h = state[H], e = state[E];
        AddLost(e, gradient, h, sent[0]);
        sent[0].AddTo(1, h);
    }

    private double Feedback => _eta ?? throw new InvalidOperationException("eta is fixed by For before the method runs");

    private static bool IsTopK(ICompressor compressor) => compressor is TopK or BlockTopK;
}
