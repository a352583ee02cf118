using System.Numerics.Tensors;
using Residuum.Discovery.Expressions;
using Residuum.Discovery.Libraries;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Models;

/// <summary>Identities that several equations share; each holds for every state that the grid resolves.</summary>
internal static class Identities1D
{
    private const double Rounding = 1e-9;

    public static Identity MeanIsConserved(IPeriodicModel model, int field = 0) => new(
        $"the mean of {model.Fields[field]} is conserved: <F> = 0",
        state =>
        {
            double[] tendency = Part(model.Tendency(state), model.Grid, field);
            return Math.Abs(TensorPrimitives.Sum<double>(tendency)) / (model.Grid.Points * TensorPrimitives.Norm<double>(tendency));
        },
        Rounding);

    /// <summary>The rate of half the mean square of a one-field equation equals a combination of means over the domain.</summary>
    public static Identity EnergyBalance(IPeriodicModel model, string name, Func<MeanPowers, double> balance) => new(
        name,
        state =>
        {
            var means = Means(model.Grid, state);
            double rate = TensorPrimitives.Dot<double>(state, model.Tendency(state)) / model.Grid.Points;
            return Math.Abs(rate - balance(means)) / (means.Value + means.Slope + means.Curvature);
        },
        Rounding);

    /// <summary>u(x) → -u(-x) commutes with F.</summary>
    public static Identity OddSymmetry(IPeriodicModel model) => Reflection(model, "u(x) -> -u(-x) is a symmetry", [-1]);

    /// <summary>u(x) → u(-x) commutes with F.</summary>
    public static Identity EvenSymmetry(IPeriodicModel model) => Reflection(model, "u(x) -> u(-x) is a symmetry", [1]);

    /// <summary>A reflection in x, with a sign for each field, commutes with F.</summary>
    public static Identity Reflection(IPeriodicModel model, string name, double[] signs) => new(
        name,
        state => RelativeDistance(model.Tendency(Mirror(state, model.Grid, signs)), Mirror(model.Tendency(state), model.Grid, signs)),
        Rounding);

    /// <summary>u(-x, -t) is a solution too: reflected, F changes its sign.</summary>
    public static Identity Reversibility(IPeriodicModel model) => new(
        "u(-x, -t) is a solution too",
        state => RelativeDistance(model.Tendency(Mirror(state, model.Grid, [1])), Mirror(model.Tendency(state), model.Grid, [-1])),
        Rounding);

    /// <summary>u(x - a c t, t) + c is a solution too: F(u + c) = F(u) - a c ∂_x, in every field.</summary>
    /// <param name="model">The model.</param>
    /// <param name="advection">a, of u u_x.</param>
    /// <param name="field">The field that is a velocity.</param>
    public static Identity GalileanInvariance(IPeriodicModel model, double advection, int field = 0) => new(
        $"Galilean invariance: F({model.Fields[field]} + c) = F - a c d/dx",
        state =>
        {
            const double speed = 0.7;
            int n = model.Grid.Points;
            double[] moved = [.. state], expected = model.Tendency(state);
            for (int j = 0; j < n; j++) moved[(field * n) + j] += speed;
            for (int f = 0; f < model.Fields.Count; f++)
                TensorPrimitives.MultiplyAdd(Derivative(model.Grid, Part(state, model.Grid, f), 1), -advection * speed, expected.AsSpan(f * n, n), expected.AsSpan(f * n, n));
            return RelativeDistance(model.Tendency(moved), expected);
        },
        Rounding);

    /// <summary>A derivative of one field.</summary>
    public static double[] Derivative(FourierGrid grid, double[] values, int order)
    {
        var term = Term.Of(Algebra.Field(0, order), ["u"]);
        return new TermEvaluator(grid, [term]).Columns(new StateBatch(new StateLayout(["u"], grid.Points, grid.Length), 1, values))[0];
    }

    /// <summary>Means of one field.</summary>
    public static MeanPowers Means(FourierGrid grid, double[] state) => new(
        state.Average(u => u * u),
        Derivative(grid, state, 1).Average(u => u * u),
        Derivative(grid, state, 2).Average(u => u * u),
        state.Average(u => u * u * u),
        state.Average(u => u * u * u * u));

    private static double[] Part(double[] state, FourierGrid grid, int field) => state[(field * grid.Points)..((field + 1) * grid.Points)];

    private static double[] Mirror(double[] state, FourierGrid grid, double[] signs)
    {
        int n = grid.Points;
        return [.. Enumerable.Range(0, state.Length).Select(i => signs[i / n] * state[(i / n * n) + ((n - (i % n)) % n)])];
    }

    private static double RelativeDistance(double[] a, double[] b) => TensorPrimitives.Distance<double>(a, b) / TensorPrimitives.Norm<double>(b);

    /// <summary>Means over the domain of u², u_x², u_xx², u³ and u⁴.</summary>
    internal readonly record struct MeanPowers(double Value, double Slope, double Curvature, double Cube, double FourthPower);
}
