using Residuum.Discovery.Expressions;
using Residuum.Discovery.Libraries;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Options;
using Residuum.Numerics.Transforms;
using static Residuum.Discovery.Expressions.Algebra;

namespace Residuum.Discovery.Models;

/// <summary>Viscous Burgers: u_t = -a u u_x + ν u_xx, periodic on [0, L).</summary>
/// <remarks>Good values: L = 2π, n = 256, a = 1, ν = 0.05, ETDRK4 with dt = 0.01. It decays: nothing drives it.
/// Not for shocks thinner than the grid: their width is about 4ν/(a Δu). Source: Burgers, Adv. Appl. Mech. 1, 171 (1948).</remarks>
/// <param name="Grid">The grid.</param>
public sealed record Burgers(FourierGrid Grid) : IPeriodicModel
{
    private static readonly string[] FieldNames = ["u"];

    /// <summary>a of u u_x.</summary>
    [Option("coefficient of u u_x, on the left-hand side", Source = "Burgers 1948")]
    public double Advection { get; init => field = Require.Finite(value); } = 1;

    /// <summary>Viscosity ν.</summary>
    [Option("viscosity: coefficient of u_xx, on the right-hand side", Range = "[0, inf)", Source = "resolved on 256 points with u of order 1")]
    public double Viscosity { get; init => field = Require.Declared(this, value); } = 0.05;

    /// <inheritdoc/>
    public IReadOnlyList<string> Fields => FieldNames;

    /// <inheritdoc/>
    public IReadOnlyList<AddedTerm> Terms =>
    [
        new(Term.Of(new OuterDerivative(1, Raise(Field(), 2)), Fields), -Advection / 2), // conservative: u u_x = (u²)_x / 2
        new(Term.Of(Field(0, 2), Fields), Viscosity),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Identity> Identities =>
    [
        Identities1D.MeanIsConserved(this),
        Identities1D.EnergyBalance(this, "d/dt <u²>/2 = -ν <u_x²>", mean => -Viscosity * mean.Slope),
        Identities1D.OddSymmetry(this),
        Identities1D.GalileanInvariance(this, Advection),
    ];

    /// <inheritdoc/>
    public double[] InitialState(long seed) => RandomWaves.On(Grid, seed, "u", mean: 0, amplitude: 1);
}
