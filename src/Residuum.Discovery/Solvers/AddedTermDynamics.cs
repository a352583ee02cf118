using Residuum.Discovery.Models;
using Residuum.Numerics.Steppers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Solvers;

/// <summary>The equation of the added terms alone, du/dt = Σ c_j φ_j(u): its tendency and its flow.</summary>
internal sealed class AddedTermDynamics
{
    private readonly PeriodicSolver _flow;
    private readonly PeriodicSystem _system;
    private readonly FourierGrid _grid;

    public AddedTermDynamics(StateLayout layout, IReadOnlyList<AddedTerm> terms)
    {
        _grid = FourierGrid.Periodic(layout.Length, layout.Points);
        _flow = new PeriodicSolver(_grid, layout.Fields, terms, TimeScheme.Etdrk4);
        _system = new PeriodicSystem(_grid, layout.Fields.Count, terms);
    }

    /// <summary>Σ c_j φ_j(u) of each member.</summary>
    public StateBatch Tendency(StateBatch states)
    {
        var result = new StateBatch(states.Layout, states.Members);
        var spectra = new double[_system.Size];
        var tendency = new double[_system.Size];
        for (int member = 0; member < states.Members; member++)
        {
            _grid.Transform.Forward(states.State(member), spectra);
            _system.Tendency(spectra, tendency);
            _grid.Transform.Inverse(tendency, result.State(member));
        }
        return result;
    }

    /// <summary>States after a time under the added terms alone: one step of ETDRK4, exact for linear terms.</summary>
    public StateBatch Flow(StateBatch states, double time) => _flow.Run([states], time).States;

    /// <summary>a x + b y.</summary>
    public static StateBatch Combine(double a, StateBatch x, double b, StateBatch y)
    {
        var result = new StateBatch(x.Layout, x.Members);
        for (int i = 0; i < result.Values.Length; i++) result.Values[i] = (a * x.Values[i]) + (b * y.Values[i]);
        return result;
    }
}
