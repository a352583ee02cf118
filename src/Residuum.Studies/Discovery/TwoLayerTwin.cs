using Residuum.Discovery.Models;
using Residuum.Discovery.Sensors;
using Residuum.Discovery.Sensors.Layered;
using Residuum.Discovery.Sensors.Networks;
using Residuum.Numerics;
using Residuum.Numerics.Steppers;

namespace Residuum.Studies.Discovery;

/// <summary>The true flow of card medida-qg, and how it is observed.</summary>
/// <param name="Truth">The true model.</param>
/// <param name="Starts">ψ at t - Δt of each pair, <c>[pairs][2, Ny, Nx]</c>.</param>
/// <param name="Seed">Seed of masks and noise.</param>
internal sealed record TwoLayerTwin(TwoLayerModel Truth, IReadOnlyList<double[]> Starts, int Seed)
{
    // Pairs stand five time units apart: nearly independent.
    private const int Every = 200;

    /// <summary>The three states that come with the library: no spin-up.</summary>
    /// <param name="seed">Seed of masks and noise.</param>
    public static TwoLayerTwin Cached(int seed) => new(TurbulentStates.Model, TurbulentStates.All, seed);

    /// <summary>A flow of its own, spun up from noise.</summary>
    /// <param name="truth">The true model.</param>
    /// <param name="seed">Seed of the start, of masks and of noise.</param>
    /// <param name="pairs">Number of pairs.</param>
    /// <param name="progress">Told of the steps.</param>
    /// <param name="cancel">Stops between steps.</param>
    public static TwoLayerTwin SpunUp(TwoLayerModel truth, int seed, int pairs, IProgress<Progress> progress, CancellationToken cancel) =>
        new(truth, TwoLayerSpinup.Snapshots(truth, StartSeed + seed, snapshots: pairs, every: Every, progress: progress, cancel: cancel), seed);

    // Not the states that come with the library, whose seed is 0, nor those that thresholds were chosen on.
    private const int StartSeed = 100;

    /// <summary>Pairs one Euler step apart, read by random sensors.</summary>
    /// <param name="ratio">Share of the grid points that are observed.</param>
    /// <param name="pairs">Number of pairs.</param>
    /// <param name="mask">Number of the mask.</param>
    /// <param name="noise">Standard deviation of the noise over each layer's own.</param>
    public LayeredTwin Observe(double ratio, int pairs, int mask = 0, double noise = 0)
    {
        string sensors = ratio == 1 ? "all" : FormattableString.Invariant($"random:{ratio}");
        return LayeredTwin.Observe(Truth, Starts, new LayeredTwinSettings { Pairs = pairs, Sensors = sensors, Noise = noise, Seed = (1000L * (Seed + 1)) + mask });
    }

    /// <summary>Pairs some Runge-Kutta steps apart, every grid point read with noise.</summary>
    /// <param name="pairs">Number of pairs.</param>
    /// <param name="steps">Steps between the two times of a pair.</param>
    /// <param name="noise">Standard deviation of the noise over each layer's own.</param>
    public SensorGroup Apart(int pairs, int steps, double noise)
    {
        var sensors = SensorNetworks.All(Truth.Grid);
        double[] states = [.. Starts.Take(pairs).SelectMany(start => start.Concat(Truth.StreamFunction(Truth.Run(Truth.PotentialVorticity(start), steps, TimeScheme.Etdrk4))))];
        var clean = new SensorValues(2 * pairs, 2, sensors.Count, states);
        double[] deviations = [.. SensorNoise.Deviations(clean).Select(deviation => noise * deviation)];
        return new SensorGroup(sensors, SensorNoise.Add(clean, deviations, Seed), steps * Truth.Parameters.TimeStep);
    }

    /// <summary>The flow with other coefficients, after it had time to change.</summary>
    /// <param name="parameters">The other coefficients.</param>
    /// <param name="cancel">Stops between pairs.</param>
    public TwoLayerTwin Changed(TwoLayerParameters parameters, CancellationToken cancel)
    {
        const int adapting = 2000, pairs = 3;
        var truth = Truth.With(parameters);
        double[] q = truth.Run(truth.PotentialVorticity(Starts[0]), adapting);
        var starts = new List<double[]>();
        while (starts.Count < pairs)
        {
            cancel.ThrowIfCancellationRequested();
            starts.Add(truth.StreamFunction(q));
            if (starts.Count < pairs) q = truth.Run(q, Every);
        }
        return this with { Truth = truth, Starts = starts };
    }
}
