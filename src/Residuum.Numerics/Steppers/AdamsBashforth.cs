using System.Numerics.Tensors;

namespace Residuum.Numerics.Steppers;

/// <summary>Adams-Bashforth of order 2 or 3, explicit: v⁺ = v + h (3/2 F - 1/2 F⁻), v⁺ = v + h (23/12 F - 16/12 F⁻ + 5/12 F⁻⁻).</summary>
/// <remarks>It starts with Euler's rule, and order 3 goes on with one step of order 2.</remarks>
internal sealed class AdamsBashforth : TimeStepper
{
    private static readonly double[][] Weights = [[1], [3.0 / 2, -1.0 / 2], [23.0 / 12, -16.0 / 12, 5.0 / 12]];

    private readonly IOdeSystem _system;
    private readonly double[][] _tendencies; // the newest first
    private int _known;

    public AdamsBashforth(IOdeSystem system, double step, int order)
        : base(step, system.Size)
    {
        (_system, Order) = (system, order);
        _tendencies = [.. Enumerable.Range(0, order).Select(_ => new double[Size])];
    }

    public override int Order { get; }

    public override int Lags => 2;

    public override TimeStepper Fork() => new AdamsBashforth(_system.Fork(), StepSize, Order);

    public override void Restart(ReadOnlySpan<double> older = default)
    {
        _known = 0;
        if (older.IsEmpty) return;
        _system.Tendency(older, _tendencies[0]);
        _known = 1;
    }

    public override void Step(Span<double> state)
    {
        double[] oldest = _tendencies[^1];
        for (int i = _tendencies.Length - 1; i > 0; i--) _tendencies[i] = _tendencies[i - 1];
        _tendencies[0] = oldest;
        _system.Tendency(state, oldest);
        _known = Math.Min(_known + 1, Order);
        double[] weights = Weights[_known - 1];
        for (int i = 0; i < weights.Length; i++) TensorPrimitives.MultiplyAdd(_tendencies[i], StepSize * weights[i], state, state);
    }
}
