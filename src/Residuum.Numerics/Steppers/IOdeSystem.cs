using System.Numerics;

namespace Residuum.Numerics.Steppers;

/// <summary>dv/dt = F(v) for one state. An instance holds scratch memory: one thread at a time; <see cref="Fork"/> gives another.</summary>
public interface IOdeSystem
{
    /// <summary>Doubles of a state.</summary>
    int Size { get; }

    /// <summary>Writes F(v).</summary>
    /// <param name="state">State v, <c>[size]</c>.</param>
    /// <param name="tendency">F(v), <c>[size]</c>.</param>
    void Tendency(ReadOnlySpan<double> state, Span<double> tendency);

    /// <summary>The same system with scratch memory of its own.</summary>
    IOdeSystem Fork();
}

/// <summary>dv/dt = L v + N(v) on interleaved complex numbers, with a diagonal L: a periodic PDE in Fourier space.</summary>
public interface ISemilinearSystem : IOdeSystem
{
    /// <summary>The diagonal of L, <c>[size / 2]</c>.</summary>
    Complex[] Symbol { get; }

    /// <summary>Writes N(v).</summary>
    /// <param name="state">State v, <c>[size]</c>.</param>
    /// <param name="tendency">N(v), <c>[size]</c>.</param>
    void Nonlinear(ReadOnlySpan<double> state, Span<double> tendency);

    /// <summary>The same system with scratch memory of its own.</summary>
    new ISemilinearSystem Fork();
}
