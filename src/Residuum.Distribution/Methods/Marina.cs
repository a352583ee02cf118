using System.Numerics.Tensors;
using Residuum.Distribution.Compressors;
using Residuum.Numerics.Errors;

namespace Residuum.Distribution.Methods;

/// <summary>MARINA: with probability p all send their whole gradients, otherwise G ← G + mean Q(g_i(x_t) - g_i(x_t-1)); x ← x - γ G.</summary>
/// <remarks>Source: Gorbunov, Burlachenko, Li and Richtárik, ICML 2021; card distributed-product, Algorithms.</remarks>
public sealed class Marina : ShiftTracking
{
    /// <summary>The method.</summary>
    /// <param name="probability">p, in (0, 1].</param>
    /// <exception cref="UserError">p is not in (0, 1].</exception>
    public Marina(double probability)
    {
        if (!(probability is > 0 and <= 1)) throw new UserError("how often whole gradients are sent", "probability", $"{probability}", "a number above 0 and up to 1");
        WholeRounds = probability;
    }

    /// <inheritdoc/>
    public override string Name => "marina";

    /// <inheritdoc/>
    public override IReadOnlyList<string> WorkerBuffers => [];

    /// <inheritdoc/>
    public override void AfterWholeGradient(WorkerState state, ReadOnlySpan<double> gradient)
    {
    }

    /// <inheritdoc/>
    public override double WholeRounds { get; }

    /// <inheritdoc/>
    public override bool NeedsLastGradient => true;

    /// <inheritdoc/>
    protected override CompressorClass? Needs => CompressorClass.Unbiased;

    /// <inheritdoc/>
    public override void ToSend(WorkerState state, ReadOnlySpan<double> gradient, ReadOnlySpan<double> last, int part, Span<double> toSend) =>
        TensorPrimitives.Subtract(gradient, last, toSend);
}
