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

/// <summary>What every periodic model can do.</summary>
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

    /// <summary>du/dt of a state, at the grid points.</summary>
    /// <param name="model">The model.</param>
    /// <param name="state">State, <c>[fields, points]</c>.</param>
    /// <returns>Tendency, <c>[fields, points]</c>.</returns>
    public static double[] Tendency(this IPeriodicModel model, ReadOnlySpan<double> state)
    {
        ArgumentNullException.ThrowIfNull(model);
        var system = new PeriodicSystem(model.Grid, model.Fields.Count, model.Terms);
        double[] spectra = new double[system.Size], tendency = new double[system.Size], result = new double[state.Length];
        model.Grid.Transform.Forward(state, spectra);
        system.Tendency(spectra, tendency);
        model.Grid.Transform.Inverse(tendency, result);
        return result;
    }
}
