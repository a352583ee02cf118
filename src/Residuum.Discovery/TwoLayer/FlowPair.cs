using System.Numerics.Tensors;

namespace Residuum.Discovery.TwoLayer;

/// <summary>A pair of interpolated states and what the model makes of the first, all <c>[2, Ny, Nx]</c>.</summary>
/// <param name="Start">ψ(t - Δt).</param>
/// <param name="End">ψ(t).</param>
/// <param name="Predicted">The model's ψ(t).</param>
/// <param name="Increment">h = (q'(t) - q'_m(t))/Δt.</param>
/// <param name="Interval">Δt.</param>
internal sealed record FlowPair(double[] Start, double[] End, double[] Predicted, double[] Increment, double Interval)
{
    /// <summary>ψ that the model missed, <see cref="End"/> less <see cref="Predicted"/>.</summary>
    public double[] Missed()
    {
        var missed = new double[End.Length];
        TensorPrimitives.Subtract<double>(End, Predicted, missed);
        return missed;
    }
}
