using Residuum.Discovery.Solvers;
using Residuum.Numerics.Steppers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Models;

/// <summary>A PDE on a periodic interval: fields, a grid, and the terms of each field's tendency.</summary>
public interface IPeriodicModel
{
    /// <summary>Grid of every field.</summary>
    FourierGrid Grid { get; }

    /// <summary>Names of the fields, in state order.</summary>
    IReadOnlyList<string> Fields { get; }

    /// <summary>Right-hand side: each term with its coefficient and the field whose tendency it is in.</summary>
    IReadOnlyList<AddedTerm> Terms { get; }

    /// <summary>What the equation conserves or respects: one common test checks each.</summary>
    IReadOnlyList<Identity> Identities { get; }

    /// <summary>A state to start from: smooth, and on or near the attractor after a spin-up; <c>[fields, points]</c>.</summary>
    /// <param name="seed">Seed of its random part.</param>
    double[] InitialState(long seed);
}

/// <summary>A property of a model's tendency F(u) that holds for every smooth state.</summary>
/// <param name="Name">In words, such as <c>the mean is conserved</c>.</param>
/// <param name="Residual">What must vanish, relative to the size of its parts: from the state and its tendency, both <c>[fields, points]</c>.</param>
/// <param name="Tolerance">How far from zero rounding and aliasing may take it.</param>
public sealed record Identity(string Name, Func<double[], double[], double> Residual, double Tolerance = 1e-9);

/// <summary>Solvers of a model.</summary>
public static class PeriodicModels
{
    /// <summary>A solver of this model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="scheme">Time stepper.</param>
    /// <param name="step">Largest internal step; infinite takes one step an interval.</param>
    /// <param name="dealias">Drop the upper third of the modes of every product.</param>
    public static PeriodicSolver With(this IPeriodicModel model, TimeScheme scheme, double step = double.PositiveInfinity, bool dealias = false)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new PeriodicSolver(model.Grid, model.Fields, model.Terms, scheme, step, dealias);
    }
}
