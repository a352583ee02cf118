using System.Numerics.Tensors;
using Residuum.Discovery.Expressions;
using Residuum.Discovery.Libraries;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Options;
using Residuum.Numerics.Transforms;
using static Residuum.Discovery.Expressions.Algebra;

namespace Residuum.Discovery.Models;

/// <summary>Shallow water in one dimension: h_t = -(h u)_x + ν h_xx, u_t = -u u_x - g h_x + ν u_xx, periodic on [0, L).</summary>
/// <remarks>Good values: L = 10, n = 128, g = 1, depth 1, ν = 0.02, ETDRK4 with dt = 0.01. Waves travel at u ± √(g h) and decay slowly.
/// Not for dry ground, nor for bores thinner than the grid; the viscosity, on both fields, is what keeps waves from breaking.
/// Source: Vallis, Atmospheric and Oceanic Fluid Dynamics (2017), section 3.1, without rotation.</remarks>
/// <param name="Grid">The grid.</param>
public sealed record ShallowWater(FourierGrid Grid) : IPeriodicModel
{
    private const int H = 0, U = 1;

    private static readonly string[] FieldNames = ["h", "u"];

    /// <summary>Gravity g.</summary>
    [Option("acceleration of gravity", Source = "Vallis 2017, section 3.1; 1 in units of depth and wave speed")]
    public double Gravity { get; init => field = Require.Finite(value); } = 1;

    /// <summary>Viscosity ν of both fields.</summary>
    [Option("viscosity of both fields", Range = "[0, inf)", Source = "resolved on 128 points with waves of a tenth of the depth")]
    public double Viscosity { get; init => field = Require.Declared(this, value); } = 0.02;

    /// <summary>Mean depth of the initial state.</summary>
    [Option("mean depth of the initial state", Range = "(0, inf)", Source = "the unit of length")]
    public double Depth { get; init => field = Require.Declared(this, value); } = 1;

    /// <inheritdoc/>
    public IReadOnlyList<string> Fields => FieldNames;

    /// <inheritdoc/>
    public IReadOnlyList<AddedTerm> Terms =>
    [
        new(Term.Of(new OuterDerivative(1, Multiply(Field(H), Field(U))), Fields), -1, H),
        new(Term.Of(Field(H, 2), Fields), Viscosity, H),
        new(Term.Of(new OuterDerivative(1, Raise(Field(U), 2)), Fields), -0.5, U), // conservative: u u_x = (u²)_x / 2
        new(Term.Of(Field(H, 1), Fields), -Gravity, U),
        new(Term.Of(Field(U, 2), Fields), Viscosity, U),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Identity> Identities =>
    [
        Identities1D.MeanIsConserved(this, H),
        Identities1D.MeanIsConserved(this, U),
        new("d/dt <h u²/2 + g h²/2> = -ν <g h_x² + h u_x² + 2 u u_x h_x>", EnergyBalance, 1e-9),
        Identities1D.Reflection(this, "h(-x), -u(-x) is a symmetry", [1, -1]),
        Identities1D.GalileanInvariance(this, 1, U),
    ];

    /// <inheritdoc/>
    public double[] InitialState(long seed) =>
    [
        .. RandomWaves.On(Grid, seed, "h", Depth, amplitude: 0.1 * Depth),
        .. RandomWaves.On(Grid, seed, "u", mean: 0, amplitude: 0.1 * Math.Sqrt(Math.Abs(Gravity) * Depth)),
    ];

    private double EnergyBalance(double[] state)
    {
        int n = Grid.Points;
        double[] h = state[..n], u = state[n..], slope = Identities1D.Derivative(Grid, h, 1), shear = Identities1D.Derivative(Grid, u, 1);
        double[] tendency = this.Tendency(state);
        double rate = 0, expected = 0;
        for (int j = 0; j < n; j++)
        {
            rate += (((u[j] * u[j] / 2) + (Gravity * h[j])) * tendency[j]) + (h[j] * u[j] * tendency[n + j]);
            expected -= Viscosity * ((Gravity * slope[j] * slope[j]) + (h[j] * shear[j] * shear[j]) + (2 * u[j] * shear[j] * slope[j]));
        }
        return Math.Abs(rate - expected) / (TensorPrimitives.Norm<double>(state) * TensorPrimitives.Norm<double>(tendency));
    }
}
