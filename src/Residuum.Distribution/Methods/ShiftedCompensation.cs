using System.Numerics.Tensors;
using Residuum.Distribution.Compressors;

namespace Residuum.Distribution.Methods;

/// <summary>EC with shifts that stay: Δ_i = C(e_i + g_i - h_i), e_i ← e_i + g_i - h_i - Δ_i, x ← x - γ mean (h_i + Δ_i). With h_i = ∇f_i(x*) it is EC-Ideal.</summary>
/// <remarks>An oracle that no user has: the floor of what a learned shift can reach. Card econtrol, Variants.</remarks>
/// <param name="shifts">h_i of every worker, by worker.</param>
public sealed class ShiftedCompensation(IReadOnlyList<double[]> shifts) : DistributedMethod
{
    private const int E = 0;
    private readonly double[] _mean = Mean(shifts);

    /// <inheritdoc/>
    public override string Name => "ec-ideal";

    /// <inheritdoc/>
    public override IReadOnlyList<string> WorkerBuffers => ["error"];

    /// <inheritdoc/>
    public override void ToSend(WorkerState state, ReadOnlySpan<double> gradient, ReadOnlySpan<double> last, int part, Span<double> toSend)
    {
        TensorPrimitives.Subtract(gradient, shifts[state.Worker], toSend);
        TensorPrimitives.Add(toSend, state[E], toSend);
    }

    /// <inheritdoc/>
    public override void AfterSending(WorkerState state, ReadOnlySpan<double> gradient, ReadOnlySpan<Message> sent) =>
        AddLost(state[E], gradient, shifts[state.Worker], sent[0]);

    /// <inheritdoc/>
    public override void Direction(IReadOnlyList<double[]> server, IReadOnlyList<double[]> means, Span<double> direction) => TensorPrimitives.Add(_mean, means[0], direction);

    private static double[] Mean(IReadOnlyList<double[]> shifts)
    {
        double[] mean = new double[shifts[0].Length];
        foreach (double[] shift in shifts) TensorPrimitives.Add(mean, shift, mean);
        TensorPrimitives.Divide(mean, shifts.Count, mean);
        return mean;
    }
}
