using System.Numerics.Tensors;

namespace Residuum.Numerics.Steppers;

/// <summary>Classical Runge-Kutta: v + h (k1 + 2 k2 + 2 k3 + k4) / 6.</summary>
internal sealed class Rk4(IOdeSystem system, double step) : TimeStepper(step, system.Size)
{
    private readonly double[] _k = new double[system.Size], _stage = new double[system.Size], _sum = new double[system.Size];

    public override int Order => 4;

    public override TimeStepper Fork(IOdeSystem? other) => new Rk4(other ?? system.Fork(), StepSize);

    public override void Step(Span<double> state)
    {
        state.CopyTo(_sum);
        state.CopyTo(_stage);
        Stage(state, advance: StepSize / 2, weight: StepSize / 6);
        Stage(state, advance: StepSize / 2, weight: StepSize / 3);
        Stage(state, advance: StepSize, weight: StepSize / 3);
        Stage(state, advance: 0, weight: StepSize / 6);
        _sum.CopyTo(state);
    }

    private void Stage(ReadOnlySpan<double> state, double advance, double weight)
    {
        system.Tendency(_stage, _k);
        TensorPrimitives.MultiplyAdd(_k, weight, _sum, _sum);
        TensorPrimitives.MultiplyAdd(_k, advance, state, _stage);
    }
}
