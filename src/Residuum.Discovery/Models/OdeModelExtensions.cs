namespace Residuum.Discovery.Models;

/// <summary>What follows from the tendency alone.</summary>
public static class OdeModelExtensions
{
    /// <summary>f(u), in a new array.</summary>
    /// <param name="model">The model.</param>
    /// <param name="state">u, <c>[fields, points]</c>.</param>
    public static double[] TendencyOf(this IOdeModel model, ReadOnlySpan<double> state)
    {
        ArgumentNullException.ThrowIfNull(model);
        var tendency = new double[state.Length];
        model.Tendency(state, tendency);
        return tendency;
    }

    /// <summary>Divergence Σ ∂f_i/∂u_i, by central differences: exact to rounding where f is at most quadratic.</summary>
    /// <param name="model">The model.</param>
    /// <param name="state">u, <c>[fields, points]</c>.</param>
    public static double Divergence(this IOdeModel model, ReadOnlySpan<double> state)
    {
        double[] moved = state.ToArray();
        double sum = 0;
        for (int i = 0; i < moved.Length; i++)
        {
            double here = moved[i], step = 1e-3 * Math.Max(1, Math.Abs(here));
            moved[i] = here + step;
            double above = model.TendencyOf(moved)[i];
            moved[i] = here - step;
            sum += (above - model.TendencyOf(moved)[i]) / (2 * step);
            moved[i] = here;
        }
        return sum;
    }
}
