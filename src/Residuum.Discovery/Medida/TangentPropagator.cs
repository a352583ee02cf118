using System.Numerics;
using System.Numerics.Tensors;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Random;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery;

/// <summary>What one step of any solver makes of a small wave, mode by mode: measured by perturbing observed states.</summary>
internal static class TangentPropagator
{
    private const double Size = 1e-4; // of the state's norm: small enough to be linear, far above rounding
    private const int States = 16;

    /// <summary>E(κ) = Σ δû(t) δû*(t - Δt) / Σ |δû(t - Δt)|² over some of the observed states.</summary>
    public static Complex[] Estimate(ISolver solver, FourierGrid grid, IReadOnlyList<StateBatch> starts, int field, int cutoff, double step)
    {
        int count = Math.Min(States, starts[0].Members);
        StateBatch[] plain = [.. starts.Select(batch => new StateBatch(batch.Layout, count, batch.Values[..(count * batch.Layout.Size)]))];
        StateBatch[] moved = [.. plain.Select(batch => batch.Copy())];
        var perturbation = new double[count][];
        for (int member = 0; member < count; member++)
        {
            perturbation[member] = BandLimited(grid, cutoff, member, Size * TensorPrimitives.Norm<double>(plain[^1].Field(member, field)));
            foreach (var batch in moved) TensorPrimitives.Add(batch.Field(member, field), perturbation[member], batch.Field(member, field));
        }
        var before = solver.Run(plain, step).States;
        var after = solver.Run(moved, step).States;
        return Ratio(grid, perturbation, before, after, field);
    }

    private static Complex[] Ratio(FourierGrid grid, double[][] perturbation, StateBatch before, StateBatch after, int field)
    {
        Complex[] product = new Complex[grid.Modes];
        double[] square = new double[grid.Modes], change = new double[grid.Points];
        double[] input = new double[grid.Transform.SpectrumSize], output = new double[grid.Transform.SpectrumSize];
        for (int member = 0; member < perturbation.Length; member++)
        {
            TensorPrimitives.Subtract(after.Field(member, field), before.Field(member, field), change);
            if (!TensorPrimitives.IsFiniteAll<double>(change)) continue;
            grid.Transform.Forward(change, output);
            grid.Transform.Forward(perturbation[member], input);
            for (int k = 0; k < grid.Modes; k++)
            {
                var given = new Complex(input[2 * k], input[(2 * k) + 1]);
                product[k] += new Complex(output[2 * k], output[(2 * k) + 1]) * Complex.Conjugate(given);
                square[k] += given.Magnitude * given.Magnitude;
            }
        }
        return [.. product.Select((value, k) => square[k] > 0 ? value / square[k] : Complex.One)];
    }

    private static double[] BandLimited(FourierGrid grid, int cutoff, int member, double norm)
    {
        double[] values = new double[grid.Points], spectrum = new double[grid.Transform.SpectrumSize];
        new RandomStream(0, "tangent perturbation", member).Normal(values);
        grid.Transform.Forward(values, spectrum);
        spectrum.AsSpan(Math.Min(2 * (cutoff + 1), spectrum.Length)).Clear();
        grid.Transform.Inverse(spectrum, values);
        TensorPrimitives.Multiply(values, norm / TensorPrimitives.Norm<double>(values), values);
        return values;
    }
}
