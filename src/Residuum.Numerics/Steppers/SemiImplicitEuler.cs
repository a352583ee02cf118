using System.Numerics.Tensors;
using Residuum.Numerics.Transforms;

namespace Residuum.Numerics.Steppers;

/// <summary>Euler's rule with L implicit: v⁺ = (v + h N(v)) / (1 - hL).</summary>
internal sealed class SemiImplicitEuler : TimeStepper
{
    private readonly ISemilinearSystem _system;
    private readonly SpectralMultiplier _damping;
    private readonly double[] _tendency;

    public SemiImplicitEuler(ISemilinearSystem system, double step)
        : this(system, step, Damping(system, step))
    {
    }

    private SemiImplicitEuler(ISemilinearSystem system, double step, SpectralMultiplier damping)
        : base(step, system.Size) => (_system, _damping, _tendency) = (system, damping, new double[system.Size]);

    public override int Order => 1;

    public override TimeStepper Fork(IOdeSystem? other) => new SemiImplicitEuler((ISemilinearSystem?)other ?? _system.Fork(), StepSize, _damping);

    public override void Step(Span<double> v)
    {
        _system.Nonlinear(v, _tendency);
        TensorPrimitives.MultiplyAdd(_tendency, StepSize, v, v);
        _damping.Multiply(v, v);
    }

    /// <summary>The operator 1 / (1 - hL).</summary>
    internal static SpectralMultiplier Damping(ISemilinearSystem system, double step) => new([.. system.Symbol.Select(l => 1 / (1 - (step * l)))]);
}
