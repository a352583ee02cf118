using Residuum.Discovery.Expressions;
using Residuum.Discovery.Libraries;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Options;
using Residuum.Numerics.Random;
using Residuum.Numerics.Transforms;
using static Residuum.Discovery.Expressions.Algebra;

namespace Residuum.Discovery.Models;

/// <summary>Kuramoto-Sivashinsky: u_t = -λ₁ u u_x - λ₂ u_xx - λ₃ u_xxx - λ₄ u_xxxx, periodic on [0, L).</summary>
/// <remarks>Good values: L = 100, n = 256, λ₁ = λ₂ = λ₄ = 1, ETDRK4 with dt = 0.005 (chaotic, standard deviation 1.3).
/// Not for walls. Source: Kassam and Trefethen, SIAM J. Sci. Comput. 26, 1214 (2005); card medida-ks.</remarks>
/// <param name="Grid">The grid.</param>
public sealed record KuramotoSivashinsky(FourierGrid Grid) : IPeriodicModel
{
    private static readonly string[] FieldNames = ["u"];

    /// <summary>λ₁ of u u_x.</summary>
    [Option("coefficient of u u_x, on the left-hand side", Source = "medida-ks, Inputs")]
    public double Advection { get; init => field = Require.Finite(value); } = 1;

    /// <summary>λ₂ of u_xx.</summary>
    [Option("coefficient of u_xx, on the left-hand side", Source = "medida-ks, Inputs")]
    public double Diffusion { get; init => field = Require.Finite(value); } = 1;

    /// <summary>λ₃ of u_xxx.</summary>
    [Option("coefficient of u_xxx, on the left-hand side", Source = "medida-ks, Inputs")]
    public double Dispersion { get; init => field = Require.Finite(value); }

    /// <summary>λ₄ of u_xxxx.</summary>
    [Option("coefficient of u_xxxx, on the left-hand side", Source = "medida-ks, Inputs")]
    public double HyperDiffusion { get; init => field = Require.Finite(value); } = 1;

    /// <summary>Further terms on the right-hand side.</summary>
    public IReadOnlyList<AddedTerm> Extra { get; init; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<string> Fields => FieldNames;

    /// <inheritdoc/>
    public IReadOnlyList<AddedTerm> Terms =>
    [
        new(Term.Of(new OuterDerivative(1, Raise(Field(), 2)), Fields), -Advection / 2), // conservative: u u_x = (u²)_x / 2
        new(Term.Of(Field(0, 2), Fields), -Diffusion),
        new(Term.Of(Field(0, 3), Fields), -Dispersion),
        new(Term.Of(Field(0, 4), Fields), -HyperDiffusion),
        .. Extra,
    ];

    /// <inheritdoc/>
    /// <remarks>None with <see cref="Extra"/> terms: what they do is not known here. Dispersion breaks the odd symmetry.</remarks>
    public IReadOnlyList<Identity> Identities => Extra.Count > 0
        ? []
        :
        [
            Identities1D.MeanIsConserved(this),
            Identities1D.EnergyBalance(this, "d/dt <u²>/2 = λ₂ <u_x²> - λ₄ <u_xx²>", mean => (Diffusion * mean.Slope) - (HyperDiffusion * mean.Curvature)),
            Identities1D.GalileanInvariance(this, Advection),
            .. Dispersion == 0 ? [Identities1D.OddSymmetry(this)] : Array.Empty<Identity>(),
        ];

    /// <inheritdoc/>
    public double[] InitialState(long seed)
    {
        // medida-ks, study: -cos(2πx/L)(1 + sin(-2πx/L)) + 0.1 N(0, 1).
        var stream = new RandomStream(seed, "initial state");
        var state = new double[Grid.Points];
        for (int j = 0; j < state.Length; j++)
        {
            double phase = 2 * Math.PI * ((double)j / Grid.Points - 0.5);
            state[j] = (-Math.Cos(phase) * (1 - Math.Sin(phase))) + (0.1 * stream.Normal());
        }
        return state;
    }
}
