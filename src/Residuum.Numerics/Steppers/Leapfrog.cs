using System.Numerics.Tensors;
using Residuum.Numerics.Transforms;

namespace Residuum.Numerics.Steppers;

/// <summary>Leapfrog with L implicit, v⁺ = (v⁻ + 2h N(v)) / (1 - 2hL), and the Robert-Asselin filter v + γ (v⁻ - 2v + v⁺) against its computational mode.</summary>
/// <remarks>The first step is Euler's, with L implicit: (v + h N(v)) / (1 - hL). The filter and the implicit L make the scheme first-order, the filter with a small constant.
/// Source: Asselin, Mon. Weather Rev. 100, 487 (1972).</remarks>
internal sealed class Leapfrog : TimeStepper
{
    private const int Block = 1024;
    private readonly ISemilinearSystem _system;
    private readonly SpectralMultiplier _start, _leap;
    private readonly double _filter;
    private readonly double[] _older, _tendency;
    private bool _started;

    public Leapfrog(ISemilinearSystem system, double step, double filter)
        : this(system, step, filter, SemiImplicitEuler.Damping(system, step), SemiImplicitEuler.Damping(system, 2 * step))
    {
    }

    private Leapfrog(ISemilinearSystem system, double step, double filter, SpectralMultiplier start, SpectralMultiplier leap)
        : base(step, system.Size)
    {
        (_system, _filter, _start, _leap) = (system, filter, start, leap);
        (_older, _tendency) = (new double[Size], new double[Size]);
    }

    public override int Order => 1;

    public override int Lags => 2;

    public override TimeStepper Fork(IOdeSystem? other) => new Leapfrog((ISemilinearSystem?)other ?? _system.Fork(), StepSize, _filter, _start, _leap);

    public override void Restart(ReadOnlySpan<double> older = default)
    {
        _started = !older.IsEmpty;
        if (_started) older.CopyTo(_older);
    }

    public override void Step(Span<double> v)
    {
        _system.Nonlinear(v, _tendency);
        if (!_started)
        {
            v.CopyTo(_older);
            TensorPrimitives.MultiplyAdd(_tendency, StepSize, v, v);
            _start.Multiply(v, v);
            _started = true;
            return;
        }
        for (int first = 0; first < Size; first += Block) Leap(v, first, Math.Min(Block, Size - first));
    }

    // Block by block, as a state is larger than the nearest cache.
    private void Leap(Span<double> state, int first, int count)
    {
        Span<double> v = state.Slice(first, count), older = _older.AsSpan(first, count), newer = _tendency.AsSpan(first, count);
        TensorPrimitives.MultiplyAdd(newer, 2 * StepSize, older, newer);
        _leap.MultiplyPart(first, newer);
        TensorPrimitives.Multiply(older, _filter, older);
        TensorPrimitives.MultiplyAdd(v, 1 - (2 * _filter), older, older);
        TensorPrimitives.MultiplyAdd(newer, _filter, older, older);
        newer.CopyTo(v);
    }
}
