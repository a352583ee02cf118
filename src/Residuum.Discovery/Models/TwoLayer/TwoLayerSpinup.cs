using System.Numerics;
using Residuum.Numerics;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Random;
using Residuum.Numerics.Steppers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Models;

/// <summary>Turbulent states of a two-layer model, from noise (medida-qg, The study to reproduce here).</summary>
public static class TwoLayerSpinup
{
    private const double Deviation = 0.01;

    /// <summary>A random start: white noise x exp(-K²/2), standard deviation 0.01; ψ, <c>[2, Ny, Nx]</c>.</summary>
    /// <param name="grid">Grid.</param>
    /// <param name="seed">Seed.</param>
    public static double[] RandomStart(PlaneGrid grid, long seed)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var noise = new double[2 * grid.Points];
        new RandomStream(seed, "two-layer start").Normal(noise);
        double[] start = grid.Apply(noise, grid.Symbol((k, l) => new Complex(Math.Exp(-((k * k) + (l * l)) / 2), 0)));
        for (int layer = 0; layer < 2; layer++) Scale(start.AsSpan(layer * grid.Points, grid.Points));
        return start;
    }

    /// <summary>Snapshots of a run from a random start, as ψ <c>[2, Ny, Nx]</c>.</summary>
    /// <param name="model">The model.</param>
    /// <param name="seed">Seed of the start.</param>
    /// <param name="spinup">Steps before the first snapshot.</param>
    /// <param name="snapshots">Number of snapshots.</param>
    /// <param name="every">Steps between them.</param>
    /// <param name="scheme">Time stepper.</param>
    /// <param name="progress">Told of the steps.</param>
    /// <param name="cancel">Stops between steps.</param>
    /// <exception cref="NonFiniteException">The run overflowed: the step is too long.</exception>
    public static IReadOnlyList<double[]> Snapshots(
        TwoLayerModel model,
        long seed,
        int spinup = 10_000,
        int snapshots = 50,
        int every = 40,
        TimeScheme scheme = TimeScheme.Leapfrog,
        IProgress<Progress>? progress = null,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(every);
        double[] state = model.PotentialVorticity(RandomStart(model.Grid, seed)), spectra = new double[2 * model.Transform.SpectrumSize];
        model.Transform.Forward(state, spectra);
        var stepper = model.Stepper(scheme);
        var result = new List<double[]>(snapshots);
        int steps = spinup + ((snapshots - 1) * every);
        for (int step = 0; step <= steps; step++)
        {
            if (step % every == 0)
            {
                cancel.ThrowIfCancellationRequested();
                progress?.Report(new Progress("spin-up", (double)step / steps));
            }
            if (step >= spinup && (step - spinup) % every == 0) result.Add(Snapshot(model, spectra, state, step));
            if (step < steps) stepper.Step(spectra);
        }
        return result;
    }

    private static double[] Snapshot(TwoLayerModel model, double[] spectra, double[] state, int step)
    {
        model.Transform.Inverse(spectra, state);
        return System.Numerics.Tensors.TensorPrimitives.IsFiniteAll<double>(state)
            ? model.StreamFunction(state)
            : throw new NonFiniteException($"the spin-up of the two-layer model before step {step}: take a shorter step");
    }

    private static void Scale(Span<double> field)
    {
        double mean = 0, square = 0;
        foreach (double value in field) mean += value / field.Length;
        foreach (double value in field) square += (value - mean) * (value - mean) / field.Length;
        double factor = Deviation / Math.Sqrt(square);
        foreach (ref double value in field) value = (value - mean) * factor;
    }
}
