using Residuum.Discovery.Solvers;
using Residuum.Numerics.Options;

namespace Residuum.Discovery.Models;

/// <summary>Lorenz's convection model of 1963: x' = σ (y - x), y' = x (ρ - z) - y, z' = x y - β z.</summary>
/// <remarks>Good values: σ = 10, ρ = 28, β = 8/3, RK4 with a step of 0.01; the largest Lyapunov exponent is then 0.906.
/// A state is three fields of one point. Source: Lorenz, J. Atmos. Sci. 20, 130 (1963).</remarks>
public sealed record Lorenz63 : IOdeModel
{
    /// <summary>Prandtl number σ.</summary>
    public double Sigma { get; init => field = Require.Finite(value); } = 10;

    /// <summary>Rayleigh number over its critical value, ρ.</summary>
    public double Rho { get; init => field = Require.Finite(value); } = 28;

    /// <summary>Geometric factor β.</summary>
    public double Beta { get; init => field = Require.Finite(value); } = 8.0 / 3;

    /// <inheritdoc/>
    public StateLayout Layout { get; } = new(["x", "y", "z"], 1, 1);

    /// <inheritdoc/>
    public double GoodStep => 0.01;

    /// <inheritdoc/>
    public double[] GoodState => [1.509, -1.531, 25.46];

    /// <inheritdoc/>
    public IReadOnlyList<Identity> Identities =>
    [
        new("d/dt ½(x² + y² + (z-σ-ρ)²) = -σ x² - y² - β z² + β (σ + ρ) z", EnergyBalance, 1e-12),
        new("the half turn (x, y, z) -> (-x, -y, z) commutes with the flow", HalfTurn, 1e-15),
        new("the divergence is -(σ + 1 + β)", Contraction, 1e-7),
    ];

    /// <inheritdoc/>
    public void Tendency(ReadOnlySpan<double> state, Span<double> tendency)
    {
        var (x, y, z) = (state[0], state[1], state[2]);
        tendency[0] = Sigma * (y - x);
        tendency[1] = (x * (Rho - z)) - y;
        tendency[2] = (x * y) - (Beta * z);
    }

    private double EnergyBalance(double[] state)
    {
        var (x, y, z) = (state[0], state[1], state[2]);
        double centre = Sigma + Rho;
        double expected = (-Sigma * x * x) - (y * y) - (Beta * z * z) + (Beta * centre * z);
        double[] f = this.TendencyOf(state);
        double rate = (x * f[0]) + (y * f[1]) + ((z - centre) * f[2]);
        return Math.Abs(rate - expected) / ((Math.Abs(x * f[0])) + Math.Abs(y * f[1]) + Math.Abs((z - centre) * f[2]));
    }

    private double HalfTurn(double[] state)
    {
        double[] f = this.TendencyOf(state), turned = this.TendencyOf([-state[0], -state[1], state[2]]);
        double departure = Math.Abs(turned[0] + f[0]) + Math.Abs(turned[1] + f[1]) + Math.Abs(turned[2] - f[2]);
        return departure / (Math.Abs(f[0]) + Math.Abs(f[1]) + Math.Abs(f[2]));
    }

    private double Contraction(double[] state) =>
        Math.Abs((this.Divergence(state) / -(Sigma + 1 + Beta)) - 1);
}
