using System.Numerics.Tensors;

namespace Residuum.Numerics.Steppers;

/// <summary>Adams-Bashforth 2, explicit: v⁺ = v + h (3/2 F - 1/2 F⁻); the first step is Euler's.</summary>
internal sealed class AdamsBashforth2(IOdeSystem system, double step) : TimeStepper(step, system.Size)
{
    private readonly double[] _new = new double[system.Size], _old = new double[system.Size];
    private bool _started;

    public override int Order => 2;

    public override int Lags => 2;

    public override TimeStepper Fork(IOdeSystem? other) => new AdamsBashforth2(other ?? system.Fork(), StepSize);

    public override void Restart(ReadOnlySpan<double> older = default)
    {
        _started = !older.IsEmpty;
        if (_started) system.Tendency(older, _old);
    }

    public override void Step(Span<double> state)
    {
        system.Tendency(state, _new);
        if (!_started) _new.CopyTo(_old, 0);
        _started = true;
        TensorPrimitives.MultiplyAdd(_new, 1.5 * StepSize, state, state);
        TensorPrimitives.MultiplyAdd(_old, -0.5 * StepSize, state, state);
        _new.CopyTo(_old, 0);
    }
}
