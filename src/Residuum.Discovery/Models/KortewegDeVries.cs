using System.Numerics.Tensors;
using Residuum.Discovery.Expressions;
using Residuum.Discovery.Libraries;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Options;
using Residuum.Numerics.Transforms;
using static Residuum.Discovery.Expressions.Algebra;

namespace Residuum.Discovery.Models;

/// <summary>Korteweg-de Vries: u_t = -a u u_x - δ u_xxx, periodic on [0, L).</summary>
/// <remarks>Good values: L = 40, n = 128, a = 6, δ = 1, ETDRK4 with dt = 0.005. Solitons: u = (3c/a) sech²(√(c/δ) (x - ct) / 2).
/// Not for explicit steppers on fine grids: δ κ³ dt must stay below 2.8. Source: Korteweg and de Vries, Phil. Mag. 39, 422 (1895);
/// a = 6 as in Gardner, Greene, Kruskal and Miura, Phys. Rev. Lett. 19, 1095 (1967).</remarks>
/// <param name="Grid">The grid.</param>
public sealed record KortewegDeVries(FourierGrid Grid) : IPeriodicModel
{
    private static readonly string[] FieldNames = ["u"];

    /// <summary>a of u u_x.</summary>
    [Option("coefficient of u u_x, on the left-hand side", Source = "Gardner et al. 1967")]
    public double Advection { get; init => field = Require.Finite(value); } = 6;

    /// <summary>δ of u_xxx.</summary>
    [Option("coefficient of u_xxx, on the left-hand side", Source = "Gardner et al. 1967")]
    public double Dispersion { get; init => field = Require.Finite(value); } = 1;

    /// <inheritdoc/>
    public IReadOnlyList<string> Fields => FieldNames;

    /// <inheritdoc/>
    public IReadOnlyList<AddedTerm> Terms =>
    [
        new(Term.Of(new OuterDerivative(1, Raise(Field(), 2)), Fields), -Advection / 2), // conservative: u u_x = (u²)_x / 2
        new(Term.Of(Field(0, 3), Fields), -Dispersion),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Identity> Identities =>
    [
        Identities1D.MeanIsConserved(this),
        Identities1D.EnergyBalance(this, "the momentum is conserved: d/dt <u²>/2 = 0", _ => 0),
        new("the energy is conserved: d/dt <δ u_x²/2 - a u³/6> = 0", EnergyRate, 1e-9),
        Identities1D.GalileanInvariance(this, Advection),
        Identities1D.Reversibility(this),
    ];

    /// <inheritdoc/>
    public double[] InitialState(long seed) => RandomWaves.On(Grid, seed, "u", mean: 0, amplitude: 0.5);

    // <(-δ u_xx - a u²/2) F(u)>, the chain rule through the variational derivative.
    private double EnergyRate(double[] state)
    {
        double[] tendency = this.Tendency(state), slope = Identities1D.Derivative(Grid, state, 2);
        double[] variation = [.. state.Zip(slope, (u, curvature) => (-Dispersion * curvature) - (Advection / 2 * u * u))];
        return Math.Abs(TensorPrimitives.Dot<double>(variation, tendency)) / (TensorPrimitives.Norm<double>(variation) * TensorPrimitives.Norm<double>(tendency));
    }
}
