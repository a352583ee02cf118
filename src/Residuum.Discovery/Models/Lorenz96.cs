using Residuum.Discovery.Solvers;
using Residuum.Numerics.Options;

namespace Residuum.Discovery.Models;

/// <summary>Lorenz's model of a latitude circle: x_i' = (x_{i+1} - x_{i-2}) x_{i-1} - d x_i + F, cyclic in i.</summary>
/// <remarks>Good values: 40 sites, F = 8, d = 1, RK4 with a step of 0.05 (about 6 hours of weather); the largest Lyapunov
/// exponent is then about 1.7. At F below 0.9 everything settles at F. Source: Lorenz, Proc. Seminar on Predictability,
/// ECMWF (1996).</remarks>
/// <param name="Sites">Number of sites, at least 4.</param>
public sealed record Lorenz96(int Sites = 40) : IOdeModel
{
    /// <summary>Number of sites.</summary>
    public int Sites { get; } = Sites >= 4 ? Sites : throw new ArgumentOutOfRangeException(nameof(Sites), Sites, "at least 4 sites");

    /// <summary>Constant forcing F.</summary>
    public double Forcing { get; init => field = Require.Finite(value); } = 8;

    /// <summary>Linear damping d.</summary>
    public double Damping { get; init => field = Require.Finite(value); } = 1;

    /// <summary>Factor of the quadratic term; 0 takes it away.</summary>
    public double Advection { get; init => field = Require.Finite(value); } = 1;

    /// <inheritdoc/>
    public StateLayout Layout { get; } = new(["x"], Sites, Sites);

    /// <inheritdoc/>
    public double GoodStep => 0.05;

    /// <inheritdoc/>
    public double[] GoodState => [1, .. new double[Sites - 1]];

    /// <inheritdoc/>
    public IReadOnlyList<Identity> Identities =>
    [
        new("the quadratic term conserves Σ x²: d/dt ½Σ x² = F Σ x - d Σ x²", EnergyBalance, 1e-13),
        new("a shift along the circle commutes with the flow", Shift, 0),
        new("the divergence is -n d", Contraction, 1e-7),
    ];

    /// <inheritdoc/>
    public void Tendency(ReadOnlySpan<double> state, Span<double> tendency)
    {
        int n = Sites;
        for (int i = 2; i < n - 1; i++) tendency[i] = At(state[i - 2], state[i - 1], state[i], state[i + 1]);
        tendency[0] = At(state[n - 2], state[n - 1], state[0], state[1]);
        tendency[1] = At(state[n - 1], state[0], state[1], state[2]);
        tendency[n - 1] = At(state[n - 3], state[n - 2], state[n - 1], state[0]);
    }

    private double At(double twoBehind, double behind, double here, double ahead) =>
        (Advection * (ahead - twoBehind) * behind) - (Damping * here) + Forcing;

    private double EnergyBalance(double[] state)
    {
        double[] f = this.TendencyOf(state);
        double rate = 0, expected = 0, scale = 0;
        for (int i = 0; i < Sites; i++)
        {
            rate += state[i] * f[i];
            expected += (Forcing - (Damping * state[i])) * state[i];
            scale += Math.Abs(state[i] * f[i]);
        }
        return Math.Abs(rate - expected) / scale;
    }

    private double Shift(double[] state)
    {
        double[] f = this.TendencyOf(state), shifted = this.TendencyOf([.. state[1..], state[0]]);
        double departure = 0;
        for (int i = 0; i < Sites; i++) departure += Math.Abs(shifted[i] - f[(i + 1) % Sites]);
        return departure;
    }

    private double Contraction(double[] state) =>
        Math.Abs(this.Divergence(state) + (Sites * Damping)) / (Sites * Math.Max(1, Math.Abs(Damping)));
}
