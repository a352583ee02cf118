namespace Residuum.Numerics.Steppers;

/// <summary>Advances one state by a fixed step. Holds scratch memory: one thread at a time; <see cref="Fork()"/> shares the coefficients.</summary>
public abstract class TimeStepper
{
    private protected TimeStepper(double step, int size) => (StepSize, Size) = (step, size);

    /// <summary>Length of a step.</summary>
    public double StepSize { get; }

    /// <summary>Doubles of a state.</summary>
    public int Size { get; }

    /// <summary>Order of accuracy.</summary>
    public abstract int Order { get; }

    /// <summary>States that a step starts from.</summary>
    public virtual int Lags => 1;

    /// <summary>A stepper for a system.</summary>
    /// <param name="scheme">Which scheme.</param>
    /// <param name="system">The system.</param>
    /// <param name="step">Length of a step; above 0.</param>
    /// <exception cref="ArgumentException">The scheme needs a linear part that the system does not declare.</exception>
    public static TimeStepper Create(TimeScheme scheme, IOdeSystem system, double step)
    {
        ArgumentNullException.ThrowIfNull(system);
        if (!(step > 0) || !double.IsFinite(step)) throw new ArgumentOutOfRangeException(nameof(step), step, "a step must be above 0");
        if (scheme == TimeScheme.Rk4) return new Rk4(system, step);
        if (scheme == TimeScheme.AdamsBashforth2) return new AdamsBashforth2(system, step);
        if (system is not ISemilinearSystem semilinear) throw new ArgumentException($"{scheme} needs a system with a linear part; take Rk4", nameof(scheme));
        return scheme switch
        {
            TimeScheme.Etdrk4 => new Etdrk4(semilinear, step),
            TimeScheme.Etdrk2 => new Etdrk2(semilinear, step),
            TimeScheme.Cnab2 => new Cnab2(semilinear, step),
            TimeScheme.ImexRk3 => new ImexRk3(semilinear, step),
            TimeScheme.SemiImplicitEuler => new SemiImplicitEuler(semilinear, step),
            TimeScheme.Leapfrog => Leapfrog(semilinear, step),
            _ => throw new ArgumentOutOfRangeException(nameof(scheme), scheme, null),
        };
    }

    /// <summary>Leapfrog with the Robert-Asselin filter; the first step is Euler's.</summary>
    /// <param name="system">The system; its linear part is taken implicitly.</param>
    /// <param name="step">Length of a step; above 0.</param>
    /// <param name="filter">Coefficient γ of the filter.</param>
    public static TimeStepper Leapfrog(ISemilinearSystem system, double step, double filter = 0.04)
    {
        ArgumentNullException.ThrowIfNull(system);
        if (!(step > 0) || !double.IsFinite(step)) throw new ArgumentOutOfRangeException(nameof(step), step, "a step must be above 0");
        return new Leapfrog(system, step, filter);
    }

    /// <summary>Forgets the steps before; a two-step scheme takes the older state, or starts with Euler's rule.</summary>
    /// <param name="older">State one step before the next start; empty where there is none.</param>
    public virtual void Restart(ReadOnlySpan<double> older = default)
    {
    }

    /// <summary>Advances a state by one step, in place.</summary>
    /// <param name="state">State, <c>[size]</c>.</param>
    public abstract void Step(Span<double> state);

    /// <summary>The same stepper with scratch memory of its own, at its start.</summary>
    public TimeStepper Fork() => Fork(null);

    /// <summary>The same stepper for another system with the same linear part: its coefficients are not computed anew.</summary>
    /// <param name="other">The system; a fork of this stepper's own where null.</param>
    public abstract TimeStepper Fork(IOdeSystem? other);
}
