using System.Numerics.Tensors;
using Residuum.Discovery.Expressions;
using Residuum.Discovery.Libraries;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Models;

/// <summary>Identities that several one-field equations share; each holds for every smooth state.</summary>
internal static class Identities1D
{
    private const double Rounding = 1e-9;

    public static Identity MeanIsConserved(IPeriodicModel model) => new(
        "the mean is conserved: <F(u)> = 0",
        state =>
        {
            double[] tendency = model.Tendency(state);
            return TensorPrimitives.Sum<double>(tendency) / (model.Grid.Points * TensorPrimitives.Norm<double>(tendency));
        },
        Rounding);

    /// <summary>The rate of half the mean square equals a combination of mean squares of u, u_x, u_xx and mean of u⁴.</summary>
    public static Identity EnergyBalance(IPeriodicModel model, string name, Func<MeanSquares, double> balance) => new(
        name,
        state =>
        {
            var means = new MeanSquares(MeanSquare(model.Grid, state, 0), MeanSquare(model.Grid, state, 1), MeanSquare(model.Grid, state, 2), state.Average(u => u * u * u * u));
            double rate = TensorPrimitives.Dot<double>(state, model.Tendency(state)) / model.Grid.Points;
            return (rate - balance(means)) / (means.Value + means.Slope + means.Curvature);
        },
        Rounding);

    /// <summary>F(u(-x) mirrored with a sign) is F(u) mirrored with the same sign.</summary>
    public static Identity OddSymmetry(IPeriodicModel model) => new(
        "u(x) -> -u(-x) is a symmetry",
        state =>
        {
            double[] mirrored = OddMirror(model.Tendency(state)), tendency = model.Tendency(OddMirror(state));
            return TensorPrimitives.Distance<double>(mirrored, tendency) / TensorPrimitives.Norm<double>(tendency);
        },
        Rounding);

    private static double[] OddMirror(double[] values) =>
        [.. Enumerable.Range(0, values.Length).Select(j => -values[(values.Length - j) % values.Length])];

    private static double MeanSquare(FourierGrid grid, double[] state, int order)
    {
        var term = Term.Of(Algebra.Field(0, order), ["u"]);
        var values = new TermEvaluator(grid, [term]).Columns(new StateBatch(new StateLayout(["u"], grid.Points, grid.Length), 1, state))[0];
        return TensorPrimitives.SumOfSquares<double>(values) / grid.Points;
    }

    /// <summary>Means of squares over the domain.</summary>
    internal readonly record struct MeanSquares(double Value, double Slope, double Curvature, double FourthPower);
}
