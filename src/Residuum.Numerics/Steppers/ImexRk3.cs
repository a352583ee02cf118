using System.Numerics.Tensors;
using Residuum.Numerics.Transforms;

namespace Residuum.Numerics.Steppers;

/// <summary>Semi-implicit Runge-Kutta (4, 4, 3) of Ascher, Ruuth and Spiteri, Appl. Numer. Math. 25, 151 (1997), section 2.8: L implicit, N explicit, L-stable.</summary>
internal sealed class ImexRk3 : TimeStepper
{
    private const int Stages = 4;
    private const double Gamma = 0.5;

    private static readonly double[][] Implicit = [[1.0 / 2], [1.0 / 6, 1.0 / 2], [-1.0 / 2, 1.0 / 2, 1.0 / 2], [3.0 / 2, -3.0 / 2, 1.0 / 2, 1.0 / 2]];
    private static readonly double[][] Explicit = [[1.0 / 2], [11.0 / 18, 1.0 / 18], [5.0 / 6, -5.0 / 6, 1.0 / 2], [1.0 / 4, 7.0 / 4, 3.0 / 4, -7.0 / 4]];

    private readonly ISemilinearSystem _system;
    private readonly SpectralMultiplier _linear, _solve;
    private readonly double[][] _n, _l;
    private readonly double[] _stage;

    public ImexRk3(ISemilinearSystem system, double step)
        : this(system, step, new SpectralMultiplier(system.Symbol), new SpectralMultiplier([.. system.Symbol.Select(l => 1 / (1 - (Gamma * step * l)))]))
    {
    }

    private ImexRk3(ISemilinearSystem system, double step, SpectralMultiplier linear, SpectralMultiplier solve)
        : base(step, system.Size)
    {
        (_system, _linear, _solve) = (system, linear, solve);
        _n = [.. Enumerable.Range(0, Stages).Select(_ => new double[Size])];
        _l = [.. Enumerable.Range(0, Stages).Select(_ => new double[Size])];
        _stage = new double[Size];
    }

    public override int Order => 3;

    public override TimeStepper Fork(IOdeSystem? other) => new ImexRk3((ISemilinearSystem?)other ?? _system.Fork(), StepSize, _linear, _solve);

    public override void Step(Span<double> v)
    {
        _system.Nonlinear(v, _n[0]);
        for (int stage = 0; stage < Stages; stage++)
        {
            v.CopyTo(_stage);
            for (int j = 0; j <= stage; j++) TensorPrimitives.MultiplyAdd(_n[j], StepSize * Explicit[stage][j], _stage, _stage);
            for (int j = 0; j < stage; j++) TensorPrimitives.MultiplyAdd(_l[j], StepSize * Implicit[stage][j], _stage, _stage);
            _solve.Multiply(_stage, _stage);
            _linear.Multiply(_stage, _l[stage]);
            if (stage + 1 < Stages) _system.Nonlinear(_stage, _n[stage + 1]);
        }
        _stage.CopyTo(v); // Both weight rows equal the last stage's: the scheme is stiffly accurate.
    }
}
