using Residuum.Discovery.Solvers;
using Residuum.Numerics.Options;

namespace Residuum.Discovery.Models;

/// <summary>Lorenz's model with two time scales: X_k' = X_{k-1} (X_{k+1} - X_{k-2}) - X_k + F - (h c / b) Σ_j Y_{j,k},
/// Y_{j,k}' = c b Y_{j+1,k} (Y_{j-1,k} - Y_{j+2,k}) - c Y_{j,k} + (h c / b) X_k.</summary>
/// <remarks>The small scale runs round the whole circle: Y_{J+1,k} = Y_{1,k+1}. Good values: 8 large sites, 32 small ones in
/// each, F = 20, h = 1, b = c = 10, RK4 with a step of 0.001. Fields: <c>x</c>, then <c>y1</c> to <c>yJ</c>, each of one value per
/// large site. Source: Lorenz, Proc. Seminar on Predictability, ECMWF (1996), as run by Wilks, Q. J. R. Meteorol. Soc. 131, 389 (2005).</remarks>
/// <param name="Sites">Number K of large sites, at least 4.</param>
/// <param name="PerSite">Number J of small sites in each large one, at least 1.</param>
public sealed record TwoLevelLorenz96(int Sites = 8, int PerSite = 32) : IOdeModel
{
    /// <summary>Number K of large sites.</summary>
    public int Sites { get; } = Sites >= 4 ? Sites : throw new ArgumentOutOfRangeException(nameof(Sites), Sites, "at least 4 sites");

    /// <summary>Number J of small sites in each large one.</summary>
    public int PerSite { get; } = PerSite >= 1 ? PerSite : throw new ArgumentOutOfRangeException(nameof(PerSite), PerSite, "at least 1 small site");

    /// <summary>Constant forcing F of the large scale.</summary>
    public double Forcing { get; init => field = Require.Finite(value); } = 20;

    /// <summary>Coupling h.</summary>
    public double Coupling { get; init => field = Require.Finite(value); } = 1;

    /// <summary>How much smaller the small scale is, b.</summary>
    public double SpaceRatio { get; init => field = Require.Positive(value); } = 10;

    /// <summary>How much faster the small scale is, c.</summary>
    public double TimeRatio { get; init => field = Require.Positive(value); } = 10;

    /// <inheritdoc/>
    public StateLayout Layout { get; } = new(["x", .. Enumerable.Range(1, PerSite).Select(j => $"y{j}")], Sites, Sites);

    /// <inheritdoc/>
    public double GoodStep => 0.001;

    /// <inheritdoc/>
    public double[] GoodState => [.. Enumerable.Range(0, Layout.Size).Select(i => i < Sites ? 5 + Math.Sin(i) : 0.1 * Math.Cos(i))];

    /// <inheritdoc/>
    public IReadOnlyList<Identity> Identities =>
    [
        new("the coupling and the quadratic terms conserve Σ X² + Σ Y²: d/dt ½(Σ X² + Σ Y²) = F Σ X - Σ X² - c Σ Y²", EnergyBalance, 1e-12),
        new("a shift by one large site commutes with the flow", Shift, 0),
        new("the divergence is -K (1 + c J)", Contraction, 1e-7),
    ];

    /// <inheritdoc/>
    public void Tendency(ReadOnlySpan<double> state, Span<double> tendency)
    {
        int K = Sites, J = PerSite;
        double exchange = Coupling * TimeRatio / SpaceRatio, fast = TimeRatio * SpaceRatio;
        Span<double> circle = J * K <= 1024 ? stackalloc double[(J * K) + 3] : new double[(J * K) + 3];
        Unroll(state, circle);
        for (int k = 0; k < K; k++)
        {
            double sum = 0;
            for (int j = 0; j < J; j++)
            {
                var y = circle.Slice((k * J) + j, 4); // Y_{j-1}, Y_j, Y_{j+1}, Y_{j+2}
                sum += y[1];
                tendency[((j + 1) * K) + k] = (fast * y[2] * (y[0] - y[3])) - (TimeRatio * y[1]) + (exchange * state[k]);
            }
            double behind = state[(k + K - 1) % K], twoBehind = state[(k + K - 2) % K], ahead = state[(k + 1) % K];
            tendency[k] = (behind * (ahead - twoBehind)) - state[k] + Forcing - (exchange * sum);
        }
    }

    /// <summary>All small sites in the order of the circle, with one before and two behind repeated.</summary>
    private void Unroll(ReadOnlySpan<double> state, Span<double> circle)
    {
        for (int k = 0; k < Sites; k++)
        {
            for (int j = 0; j < PerSite; j++) circle[1 + (k * PerSite) + j] = state[((j + 1) * Sites) + k];
        }
        circle[0] = circle[^3];
        circle[^2] = circle[1];
        circle[^1] = circle[2];
    }

    private double EnergyBalance(double[] state)
    {
        double[] f = this.TendencyOf(state);
        double rate = 0, expected = 0, scale = 0;
        for (int i = 0; i < state.Length; i++)
        {
            double u = state[i];
            rate += u * f[i];
            expected += i < Sites ? (Forcing - u) * u : -TimeRatio * u * u;
            scale += Math.Abs(u * f[i]);
        }
        return Math.Abs(rate - expected) / scale;
    }

    private double Shift(double[] state)
    {
        double[] f = this.TendencyOf(state), shifted = this.TendencyOf(Ahead(state)), expected = Ahead(f);
        return shifted.Zip(expected, (a, b) => Math.Abs(a - b)).Sum();
    }

    private double[] Ahead(double[] state)
    {
        var shifted = new double[state.Length];
        for (int i = 0; i < state.Length; i++) shifted[i] = state[(i / Sites * Sites) + ((i + 1) % Sites)];
        return shifted;
    }

    private double Contraction(double[] state)
    {
        double expected = -Sites * (1 + (TimeRatio * PerSite));
        return Math.Abs((this.Divergence(state) / expected) - 1);
    }
}
