namespace Residuum.Numerics.Steppers;

/// <summary>Time steppers.</summary>
public enum TimeScheme
{
    /// <summary>Exponential time differencing, fourth order (Cox and Matthews 2002; Kassam and Trefethen 2005).</summary>
    Etdrk4,

    /// <summary>Exponential time differencing, second order (Cox and Matthews 2002).</summary>
    Etdrk2,

    /// <summary>Crank-Nicolson for L, Adams-Bashforth 2 for N: two-step, second order.</summary>
    Cnab2,

    /// <summary>Semi-implicit Runge-Kutta, third order: the (4, 4, 3) pair of Ascher, Ruuth and Spiteri 1997.</summary>
    ImexRk3,

    /// <summary>Classical explicit Runge-Kutta, fourth order.</summary>
    Rk4,

    /// <summary>Euler's rule with L implicit: first order, the step that increments of one step are taken with.</summary>
    SemiImplicitEuler,

    /// <summary>Leapfrog with the Robert-Asselin filter, L implicit: two-step; second order in N but for the filter, first in L.</summary>
    Leapfrog,

    /// <summary>Adams-Bashforth, explicit, second order: two-step.</summary>
    AdamsBashforth2,
}
