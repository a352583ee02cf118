using System.Numerics.Tensors;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Random;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery;

/// <summary>What one step of any solver makes of the noise in the states that it starts from: nonlinear terms and other fields pass noise on too.</summary>
internal static class NoisePropagation
{
    private const double Size = 1e-4; // of the states: small enough to be linear, far above rounding
    private const int States = 64;

    /// <summary>Variance of a field's forecast over the variance of its starts, by mode; 0 where the field has no noise.</summary>
    /// <param name="solver">The solver.</param>
    /// <param name="grid">Grid of the fields.</param>
    /// <param name="starts">Observed states, oldest first: each has noise of its own.</param>
    /// <param name="bands">Noise and highest mode kept of each field.</param>
    /// <param name="field">The field.</param>
    /// <param name="step">Δt.</param>
    public static double[] Growth(ISolver solver, FourierGrid grid, IReadOnlyList<StateBatch> starts, IReadOnlyList<BandLimit> bands, int field, double step)
    {
        if (!(bands[field].NoiseDeviation > 0)) return new double[grid.Modes];
        int count = Math.Min(States, starts[0].Members);
        StateBatch[] plain = [.. starts.Select(batch => batch.Select([.. Enumerable.Range(0, count)]))];
        StateBatch[] moved = [.. plain.Select((batch, lag) => Perturbed(batch, grid, bands, lag))];
        double[] before = Power(grid, moved[^1], plain[^1], field), after = Power(grid, solver.Run(moved, step).States, solver.Run(plain, step).States, field);
        return [.. after.Zip(before, (a, b) => b > 0 ? a / b : 0)];
    }

    // Each field moves by the same small part of its own noise.
    private static StateBatch Perturbed(StateBatch states, FourierGrid grid, IReadOnlyList<BandLimit> bands, int lag)
    {
        var moved = states.Copy();
        double[] values = new double[grid.Points], spectrum = new double[grid.Transform.SpectrumSize];
        for (int member = 0; member < states.Members; member++)
        {
            var random = new RandomStream(lag, "propagation of noise", member);
            double part = Size * Enumerable.Range(0, bands.Count).Where(f => bands[f].NoiseDeviation > 0)
                .Min(f => TensorPrimitives.Norm<double>(states.Field(member, f)) / Math.Sqrt(grid.Points) / bands[f].NoiseDeviation);
            for (int f = 0; f < bands.Count; f++)
            {
                random.Normal(values);
                grid.Transform.Forward(values, spectrum);
                spectrum.AsSpan(Math.Min(2 * (bands[f].Cutoff + 1), spectrum.Length)).Clear();
                grid.Transform.Inverse(spectrum, values);
                TensorPrimitives.MultiplyAdd(values, part * bands[f].NoiseDeviation, moved.Field(member, f), moved.Field(member, f));
            }
        }
        return moved;
    }

    private static double[] Power(FourierGrid grid, StateBatch moved, StateBatch plain, int field)
    {
        double[] power = new double[grid.Modes], change = new double[grid.Points], spectrum = new double[grid.Transform.SpectrumSize];
        for (int member = 0; member < plain.Members; member++)
        {
            TensorPrimitives.Subtract(moved.Field(member, field), plain.Field(member, field), change);
            if (!TensorPrimitives.IsFiniteAll<double>(change)) continue;
            grid.Transform.Forward(change, spectrum);
            for (int k = 0; k < power.Length; k++) power[k] += (spectrum[2 * k] * spectrum[2 * k]) + (spectrum[(2 * k) + 1] * spectrum[(2 * k) + 1]);
        }
        return power;
    }
}
