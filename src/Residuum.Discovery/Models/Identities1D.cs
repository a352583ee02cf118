using System.Numerics.Tensors;
using Residuum.Discovery.Expressions;
using Residuum.Discovery.Libraries;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Models;

/// <summary>Identities that several one-field equations share.</summary>
internal static class Identities1D
{
    public static Identity MeanIsConserved(FourierGrid grid) => new(
        "the mean is conserved",
        (_, tendency) => TensorPrimitives.Sum<double>(tendency) / (grid.Points * TensorPrimitives.Norm<double>(tendency)));

    /// <summary>d/dt of half the mean square equals a combination of the mean squares of slope and curvature.</summary>
    public static Identity EnergyBalance(FourierGrid grid, string name, Func<double, double, double> balance) => new(
        name,
        (state, tendency) =>
        {
            double slope = MeanSquare(grid, state, 1), curvature = MeanSquare(grid, state, 2);
            double rate = TensorPrimitives.Dot<double>(state, tendency) / grid.Points;
            return (rate - balance(slope, curvature)) / (slope + curvature);
        });

    /// <summary>An odd state has an odd tendency; says nothing of other states, so the common test tries odd ones too.</summary>
    public static Identity OddSymmetry(FourierGrid grid) => new(
        "u(x) -> -u(-x) is a symmetry",
        (state, tendency) =>
        {
            double evenState = 0, evenTendency = 0;
            for (int j = 0; j < grid.Points; j++)
            {
                int mirror = (grid.Points - j) % grid.Points;
                evenState = Math.Max(evenState, Math.Abs(state[j] + state[mirror]));
                evenTendency = Math.Max(evenTendency, Math.Abs(tendency[j] + tendency[mirror]));
            }
            return evenState > 1e-12 ? 0 : evenTendency / TensorPrimitives.Norm<double>(tendency);
        });

    private static double MeanSquare(FourierGrid grid, double[] state, int order)
    {
        var term = Term.Of(Algebra.Field(0, order), ["u"]);
        var values = new TermEvaluator(grid, [term]).Columns(new StateBatch(new StateLayout(["u"], grid.Points, grid.Length), 1, state))[0];
        return TensorPrimitives.SumOfSquares<double>(values) / grid.Points;
    }
}
