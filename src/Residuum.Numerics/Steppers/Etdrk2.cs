using System.Numerics;
using Residuum.Numerics.Transforms;

namespace Residuum.Numerics.Steppers;

/// <summary>ETDRK2 (Cox and Matthews 2002, eqs. 20-22): a = e^{Lh} v + h φ₁ N(v); v = a + h φ₂ (N(a) - N(v)).</summary>
internal sealed class Etdrk2 : TimeStepper
{
    private readonly ISemilinearSystem _system;
    private readonly SpectralMultiplier _exponential, _phi1, _phi2, _minusPhi2;
    private readonly double[] _nv, _na;

    public Etdrk2(ISemilinearSystem system, double step)
        : this(system, step, system.Symbol)
    {
    }

    private Etdrk2(ISemilinearSystem system, double step, Complex[] symbol)
        : base(step, system.Size)
    {
        _system = system;
        SpectralMultiplier Of(Func<Complex, Complex> function) => new([.. symbol.Select(l => function(l * step))]);
        (_exponential, _phi1) = (Of(Complex.Exp), Of(z => step * PhiFunctions.Phi1(z)));
        (_phi2, _minusPhi2) = (Of(z => step * PhiFunctions.Phi2(z)), Of(z => -step * PhiFunctions.Phi2(z)));
        (_nv, _na) = (new double[Size], new double[Size]);
    }

    private Etdrk2(Etdrk2 other, ISemilinearSystem system)
        : base(other.StepSize, other.Size)
    {
        _system = system;
        (_exponential, _phi1, _phi2, _minusPhi2) = (other._exponential, other._phi1, other._phi2, other._minusPhi2);
        (_nv, _na) = (new double[Size], new double[Size]);
    }

    public override int Order => 2;

    public override TimeStepper Fork(IOdeSystem? other) => new Etdrk2(this, (ISemilinearSystem?)other ?? _system.Fork());

    public override void Step(Span<double> v)
    {
        _system.Nonlinear(v, _nv);
        _exponential.Multiply(v, v);
        _phi1.MultiplyAdd(_nv, v, v);
        _system.Nonlinear(v, _na);
        _phi2.MultiplyAdd(_na, v, v);
        _minusPhi2.MultiplyAdd(_nv, v, v);
    }
}
