using System.Numerics.Tensors;
using Residuum.Discovery.Expressions;
using Residuum.Discovery.Libraries;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Options;
using Residuum.Numerics.Transforms;
using static Residuum.Discovery.Expressions.Algebra;

namespace Residuum.Discovery.Models;

/// <summary>Brusselator, a reaction with diffusion: u_t = a - (b + 1) u + u² v + D u_xx, v_t = b u - u² v + E v_xx, periodic on [0, L).</summary>
/// <remarks>Good values: L = 50, n = 128, a = 2, b = 5.5, D = 1, E = 0.1, ETDRK4 with dt = 0.01: the oscillation at b above 1 + a² is unstable to long
/// waves, and its phase turbulent. With E much above D it forms Turing patterns at rest instead.
/// Source: Prigogine and Lefever, J. Chem. Phys. 48, 1695 (1968); phase turbulence: Kuramoto, Chemical Oscillations, Waves, and Turbulence (1984).</remarks>
/// <param name="Grid">The grid.</param>
public sealed record Brusselator(FourierGrid Grid) : IPeriodicModel
{
    private const int U = 0, V = 1;

    private static readonly string[] FieldNames = ["u", "v"];

    /// <summary>Supply a.</summary>
    [Option("constant supply of u", Source = "Prigogine and Lefever 1968")]
    public double Supply { get; init => field = Require.Finite(value); } = 2;

    /// <summary>Rate b at which u becomes v.</summary>
    [Option("rate at which u becomes v; above 1 + supply^2 it oscillates", Source = "Prigogine and Lefever 1968")]
    public double Conversion { get; init => field = Require.Finite(value); } = 5.5;

    /// <summary>Diffusion D of u.</summary>
    [Option("diffusion of u", Range = "[0, inf)", Source = "the unit of length")]
    public double Diffusion { get; init => field = Require.Declared(this, value); } = 1;

    /// <summary>Diffusion E of v.</summary>
    [Option("diffusion of v", Range = "[0, inf)", Source = "Kuramoto 1984: well below that of u for phase turbulence")]
    public double InhibitorDiffusion { get; init => field = Require.Declared(this, value); } = 0.1;

    /// <inheritdoc/>
    public IReadOnlyList<string> Fields => FieldNames;

    /// <inheritdoc/>
    public IReadOnlyList<AddedTerm> Terms
    {
        get
        {
            var reaction = Term.Of(Multiply(Raise(Field(U), 2), Field(V)), Fields);
            return
            [
                new(Term.Of(new Number(1), Fields), Supply, U),
                new(Term.Of(Field(U), Fields), -(Conversion + 1), U),
                new(reaction, 1, U),
                new(Term.Of(Field(U, 2), Fields), Diffusion, U),
                new(Term.Of(Field(U), Fields), Conversion, V),
                new(reaction, -1, V),
                new(Term.Of(Field(V, 2), Fields), InhibitorDiffusion, V),
            ];
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<Identity> Identities =>
    [
        new("what is supplied is all that is gained: d/dt <u + v> = a - <u>", Balance, 1e-9),
        new("the reactions cancel at every point: (u + v)_t = a - u + D u_xx + E v_xx", LocalBalance, 1e-9),
        Identities1D.Reflection(this, "u(-x), v(-x) is a symmetry", [1, 1]),
    ];

    /// <inheritdoc/>
    public double[] InitialState(long seed) =>
    [
        .. RandomWaves.On(Grid, seed, "u", Supply, amplitude: 0.3),
        .. RandomWaves.On(Grid, seed, "v", Conversion / Supply, amplitude: 0.3),
    ];

    private double Balance(double[] state)
    {
        double[] tendency = this.Tendency(state);
        double gained = TensorPrimitives.Sum<double>(tendency) / Grid.Points, supplied = Supply - state.Take(Grid.Points).Average();
        return Math.Abs(gained - supplied) / tendency.Average(Math.Abs);
    }

    private double LocalBalance(double[] state)
    {
        int n = Grid.Points;
        double[] tendency = this.Tendency(state), uxx = Identities1D.Derivative(Grid, state[..n], 2), vxx = Identities1D.Derivative(Grid, state[n..], 2);
        double departure = 0;
        for (int j = 0; j < n; j++)
            departure = Math.Max(departure, Math.Abs(tendency[j] + tendency[n + j] - (Supply - state[j] + (Diffusion * uxx[j]) + (InhibitorDiffusion * vxx[j]))));
        return departure / tendency.Max(Math.Abs);
    }
}
