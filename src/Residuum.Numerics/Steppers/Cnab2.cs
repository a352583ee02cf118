using System.Runtime.InteropServices;
using Residuum.Numerics.Transforms;

namespace Residuum.Numerics.Steppers;

/// <summary>Crank-Nicolson and Adams-Bashforth 2: v⁺ = [(1 + hL/2) v + h (3/2 N - 1/2 N_old)] / (1 - hL/2).</summary>
/// <remarks>N of the older state is kept: the members of an ensemble start from one older state.</remarks>
internal sealed class Cnab2 : TimeStepper
{
    private readonly ISemilinearSystem _system;
    private readonly SpectralMultiplier _state, _tendency;
    private readonly double[] _new, _old, _ofOlder;
    private double[]? _older;
    private bool _started;

    public Cnab2(ISemilinearSystem system, double step)
        : this(
            system,
            step,
            new SpectralMultiplier([.. system.Symbol.Select(l => (1 + (step * l / 2)) / (1 - (step * l / 2)))]),
            new SpectralMultiplier([.. system.Symbol.Select(l => step / (1 - (step * l / 2)))]))
    {
    }

    private Cnab2(ISemilinearSystem system, double step, SpectralMultiplier state, SpectralMultiplier tendency)
        : base(step, system.Size)
    {
        (_system, _state, _tendency) = (system, state, tendency);
        (_new, _old, _ofOlder) = (new double[Size], new double[Size], new double[Size]);
    }

    public override int Order => 2;

    public override int Lags => 2;

    public override TimeStepper Fork(IOdeSystem? other) => new Cnab2((ISemilinearSystem?)other ?? _system.Fork(), StepSize, _state, _tendency);

    public override void Restart(ReadOnlySpan<double> older = default)
    {
        _started = !older.IsEmpty;
        if (!_started) return;
        if (_older is null || !MemoryMarshal.AsBytes(older).SequenceEqual(MemoryMarshal.AsBytes<double>(_older)))
        {
            _system.Nonlinear(older, _ofOlder);
            older.CopyTo(_older ??= new double[Size]);
        }
        _ofOlder.CopyTo(_old, 0);
    }

    public override void Step(Span<double> v)
    {
        _system.Nonlinear(v, _new);
        if (!_started) _new.CopyTo(_old, 0);
        _started = true;
        for (int i = 0; i < _old.Length; i++) _old[i] = (1.5 * _new[i]) - (0.5 * _old[i]);
        _state.Multiply(v, v);
        _tendency.MultiplyAdd(_old, v, v);
        _new.CopyTo(_old, 0);
    }
}
