using Residuum.Discovery.Libraries;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Options;
using Residuum.Numerics.Transforms;
using static Residuum.Discovery.Expressions.Algebra;

namespace Residuum.Discovery.Models;

/// <summary>Swift-Hohenberg: u_t = r u - (1 + ∂_xx)² u + g u² - u³, periodic on [0, L).</summary>
/// <remarks>Good values: L = 16π (8 rolls), n = 128, r = 0.3, g = 0, ETDRK4 with dt = 0.05. It is a gradient flow: it comes to rest in rolls of
/// wave number near 1. Source: Swift and Hohenberg, Phys. Rev. A 15, 319 (1977); g as in Burke and Knobloch, Phys. Rev. E 73, 056211 (2006).</remarks>
/// <param name="Grid">The grid.</param>
public sealed record SwiftHohenberg(FourierGrid Grid) : IPeriodicModel
{
    private static readonly string[] FieldNames = ["u"];

    /// <summary>Distance r from the onset of rolls.</summary>
    [Option("distance from the onset of rolls", Source = "Swift and Hohenberg 1977")]
    public double Growth { get; init => field = Require.Finite(value); } = 0.3;

    /// <summary>g of u².</summary>
    [Option("coefficient of u^2, on the right-hand side", Source = "Burke and Knobloch 2006; 0 in Swift and Hohenberg 1977")]
    public double Quadratic { get; init => field = Require.Finite(value); }

    /// <inheritdoc/>
    public IReadOnlyList<string> Fields => FieldNames;

    /// <inheritdoc/>
    public IReadOnlyList<AddedTerm> Terms =>
    [
        new(Term.Of(Field(), Fields), Growth - 1), // r u - (1 + ∂_xx)² u = (r - 1) u - 2 u_xx - u_xxxx
        new(Term.Of(Field(0, 2), Fields), -2),
        new(Term.Of(Field(0, 4), Fields), -1),
        new(Term.Of(Raise(Field(), 2), Fields), Quadratic),
        new(Term.Of(Raise(Field(), 3), Fields), -1),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Identity> Identities =>
    [
        Identities1D.EnergyBalance(
            this,
            "d/dt <u²>/2 = (r - 1) <u²> + 2 <u_x²> - <u_xx²> + g <u³> - <u⁴>",
            mean => ((Growth - 1) * mean.Value) + (2 * mean.Slope) - mean.Curvature + (Quadratic * mean.Cube) - mean.FourthPower),
        new("gradient flow of V = <-(r - 1) u²/2 - u_x² + u_xx²/2 - g u³/3 + u⁴/4>: dV/dt = -<u_t²>", PotentialRate, 1e-6),
        Identities1D.EvenSymmetry(this),
        .. Quadratic == 0 ? [Identities1D.OddSymmetry(this)] : Array.Empty<Identity>(),
    ];

    /// <inheritdoc/>
    public double[] InitialState(long seed) => RandomWaves.On(Grid, seed, "u", mean: 0, amplitude: 0.5, modes: 12);

    private double Potential(double[] state)
    {
        var mean = Identities1D.Means(Grid, state);
        return (-(Growth - 1) / 2 * mean.Value) - mean.Slope + (mean.Curvature / 2) - (Quadratic / 3 * mean.Cube) + (mean.FourthPower / 4);
    }

    private double PotentialRate(double[] state)
    {
        const double step = 1e-4;
        double[] tendency = this.Tendency(state);
        double[] Moved(double by) => [.. state.Zip(tendency, (u, f) => u + (by * f))];
        double rate = (Potential(Moved(step)) - Potential(Moved(-step))) / (2 * step), expected = -tendency.Average(f => f * f);
        double scale = Math.Abs(expected) + (1e-6 * state.Average(u => u * u)); // at rest both sides are rounding
        return Math.Abs(rate - expected) / scale;
    }
}
