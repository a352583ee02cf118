using System.Numerics;
using Residuum.Numerics.Transforms;

namespace Residuum.Numerics.Steppers;

/// <summary>ETDRK4 (Cox and Matthews 2002, eqs. 26-29), coefficients by contour means (Kassam and Trefethen 2005).</summary>
internal sealed class Etdrk4 : TimeStepper
{
    private readonly ISemilinearSystem _system;
    private readonly Coefficients _c;
    private readonly double[] _nv, _na, _nb, _nc, _a, _b, _half;

    public Etdrk4(ISemilinearSystem system, double step)
        : this(system, step, new Coefficients(system.Symbol, step))
    {
    }

    private Etdrk4(ISemilinearSystem system, double step, Coefficients coefficients)
        : base(step, system.Size)
    {
        (_system, _c) = (system, coefficients);
        (_nv, _na, _nb, _nc) = (new double[Size], new double[Size], new double[Size], new double[Size]);
        (_a, _b, _half) = (new double[Size], new double[Size], new double[Size]);
    }

    public override int Order => 4;

    public override TimeStepper Fork(IOdeSystem? other) => new Etdrk4((ISemilinearSystem?)other ?? _system.Fork(), StepSize, _c);

    public override void Step(Span<double> v)
    {
        _system.Nonlinear(v, _nv);
        _c.HalfExponential.Multiply(v, _half);
        _c.Q.MultiplyAdd(_nv, _half, _a);              // a = e^{Lh/2} v + Q N(v)
        _system.Nonlinear(_a, _na);
        _c.Q.MultiplyAdd(_na, _half, _b);              // b = e^{Lh/2} v + Q N(a)
        _system.Nonlinear(_b, _nb);
        _c.HalfExponential.Multiply(_a, _a);           // c = e^{Lh/2} a + Q (2 N(b) - N(v))
        _c.TwiceQ.MultiplyAdd(_nb, _a, _a);
        _c.MinusQ.MultiplyAdd(_nv, _a, _a);
        _system.Nonlinear(_a, _nc);

        _c.Exponential.Multiply(v, v);                 // v = e^{Lh} v + f1 N(v) + 2 f2 (N(a) + N(b)) + f3 N(c)
        _c.F1.MultiplyAdd(_nv, v, v);
        _c.TwiceF2.MultiplyAdd(_na, v, v);
        _c.TwiceF2.MultiplyAdd(_nb, v, v);
        _c.F3.MultiplyAdd(_nc, v, v);
    }

    private sealed class Coefficients
    {
        public Coefficients(Complex[] symbol, double h)
        {
            Complex[] arguments = [.. symbol.Select(l => l * h)], distinct = [.. arguments.Distinct()]; // a plane's modes come in pairs at least
            SpectralMultiplier Of(Func<Complex, Complex> function)
            {
                var values = distinct.ToDictionary(z => z, function);
                return new SpectralMultiplier([.. arguments.Select(z => values[z])]);
            }

            Exponential = Of(Complex.Exp);
            HalfExponential = Of(z => Complex.Exp(z / 2));
            var q = distinct.ToDictionary(z => z, z => h / 2 * PhiFunctions.Phi1(z / 2));
            Q = Of(z => q[z]);
            TwiceQ = Of(z => 2 * q[z]);
            MinusQ = Of(z => -q[z]);
            F1 = Of(z => h * PhiFunctions.Evaluate(z, r => (-4 - r + (Complex.Exp(r) * (4 - (3 * r) + (r * r)))) / (r * r * r)));
            TwiceF2 = Of(z => 2 * h * PhiFunctions.Evaluate(z, r => (2 + r + (Complex.Exp(r) * (r - 2))) / (r * r * r)));
            F3 = Of(z => h * PhiFunctions.Evaluate(z, r => (-4 - (3 * r) - (r * r) + (Complex.Exp(r) * (4 - r))) / (r * r * r)));
        }

        public SpectralMultiplier Exponential { get; }

        public SpectralMultiplier HalfExponential { get; }

        public SpectralMultiplier Q { get; }

        public SpectralMultiplier TwiceQ { get; }

        public SpectralMultiplier MinusQ { get; }

        public SpectralMultiplier F1 { get; }

        public SpectralMultiplier TwiceF2 { get; }

        public SpectralMultiplier F3 { get; }
    }
}
