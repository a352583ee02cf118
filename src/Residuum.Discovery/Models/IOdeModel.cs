using Residuum.Discovery.Solvers;

namespace Residuum.Discovery.Models;

/// <summary>A model of ordinary differential equations, u' = f(u).</summary>
public interface IOdeModel
{
    /// <summary>Layout of a state.</summary>
    StateLayout Layout { get; }

    /// <summary>A step that resolves the attractor with RK4.</summary>
    double GoodStep { get; }

    /// <summary>A state from which the attractor is reached.</summary>
    double[] GoodState { get; }

    /// <summary>Laws of the model.</summary>
    IReadOnlyList<Identity> Identities { get; }

    /// <summary>f(u).</summary>
    /// <param name="state">u, <c>[fields, points]</c>.</param>
    /// <param name="tendency">Where f(u) goes.</param>
    void Tendency(ReadOnlySpan<double> state, Span<double> tendency);
}
