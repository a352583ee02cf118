using Residuum.Discovery.Interpolation;
using Residuum.Discovery.Models;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Sensors.Networks;
using Residuum.Numerics;

namespace Residuum.Discovery.Sensors.Layered;

/// <summary>Observations of a two-layer flow that is known: what a method can be judged by.</summary>
/// <param name="States">The true ψ at t - Δt and t of each pair, <c>[2 pairs][2 Ny Nx]</c>.</param>
/// <param name="Clean">What the sensors would read without noise.</param>
/// <param name="Noisy">What they read; <paramref name="Clean"/> itself without noise.</param>
public sealed record LayeredTwin(IReadOnlyList<double[]> States, LayeredObservations Clean, LayeredObservations Noisy)
{
    /// <summary>Spins a flow up from noise and observes it.</summary>
    /// <param name="truth">The true model.</param>
    /// <param name="settings">Pairs, sensors and noise.</param>
    /// <param name="folder">Folder that relative paths of the sensors start from.</param>
    /// <param name="progress">Told of the steps.</param>
    /// <param name="cancel">Stops between steps.</param>
    /// <exception cref="Numerics.Errors.UserError">The sensors do not fit the grid.</exception>
    /// <exception cref="Numerics.Errors.NonFiniteException">The truth overflowed.</exception>
    public static LayeredTwin Observe(TwoLayerModel truth, LayeredTwinSettings settings, string folder = "", IProgress<Progress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(settings);
        var starts = TwoLayerSpinup.Snapshots(truth, settings.Seed, settings.SpinUp, settings.Pairs, settings.Every, progress: progress, cancel: cancel);
        return Observe(truth, starts, settings, folder);
    }

    /// <summary>Observes a flow from given states, such as cached ones: each starts a pair, whose end is the truth one step of Euler's rule later.</summary>
    /// <param name="truth">The true model.</param>
    /// <param name="starts">ψ at t - Δt of each pair, <c>[2, Ny, Nx]</c>; as many as the settings ask for, or more.</param>
    /// <param name="settings">Pairs, sensors and noise; its spin-up only counts the time.</param>
    /// <param name="folder">Folder that relative paths of the sensors start from.</param>
    public static LayeredTwin Observe(TwoLayerModel truth, IReadOnlyList<double[]> starts, LayeredTwinSettings settings, string folder = "")
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(starts);
        ArgumentNullException.ThrowIfNull(settings);
        if (starts.Count < settings.Pairs) throw new ArgumentException($"{starts.Count} states for {settings.Pairs} pairs", nameof(starts));
        var states = new List<double[]>();
        foreach (double[] start in starts.Take(settings.Pairs))
        {
            states.Add(start);
            states.Add(truth.StreamFunction(truth.EulerStep(truth.PotentialVorticity(start))));
        }
        double step = truth.Parameters.TimeStep;
        double[] times = [.. Enumerable.Range(0, settings.Pairs).Select(pair => (settings.SpinUp + (pair * settings.Every) + 1) * step)];
        return Sampled(truth, states, times, settings, folder);
    }

    private static LayeredTwin Sampled(TwoLayerModel truth, List<double[]> states, double[] times, LayeredTwinSettings settings, string folder)
    {
        var plan = SensorPlan.Parse(settings.Sensors);
        double[] deviations = [.. Deviations(states, truth.Grid.Points).Select(deviation => deviation * settings.Noise)];
        var same = plan.Drifts ? null : plan.Place(truth.Grid, settings.Seed, folder: folder);
        var groups = new List<(SensorGroup Clean, SensorGroup Noisy)>();
        // One group for all pairs, or for each pair where the tracks drift.
        int pairsOfGroup = same is null ? 1 : settings.Pairs;
        for (int pair = 0; pair < settings.Pairs; pair += pairsOfGroup)
        {
            var sensors = same ?? plan.Place(truth.Grid, settings.Seed, pair, folder);
            var values = Read(sensors, states.GetRange(2 * pair, 2 * pairsOfGroup));
            var clean = new SensorGroup(sensors, values, truth.Parameters.TimeStep) { Times = times[pair..(pair + pairsOfGroup)], Numbers = [.. Enumerable.Range(pair, pairsOfGroup)] };
            groups.Add((clean, settings.Noise == 0 ? clean : clean with { Values = SensorNoise.Add(values, deviations, settings.Seed, 2 * pair) }));
        }
        var metadata = new ObservationMetadata { Source = "twin experiment", Seed = settings.Seed, NoiseStandardDeviations = [0, 0], LongNames = ["stream function, layer 1", "stream function, layer 2"] };
        var without = new LayeredObservations(truth.Grid, [.. groups.Select(group => group.Clean)], ObservedQuantity.StreamFunction, metadata);
        if (settings.Noise == 0) return new LayeredTwin(states, without, without);
        var noisy = new LayeredObservations(truth.Grid, [.. groups.Select(group => group.Noisy)], ObservedQuantity.StreamFunction, metadata with { NoiseStandardDeviations = deviations });
        return new LayeredTwin(states, without, noisy);
    }

    /// <summary>Readings of states; between grid points those of the trigonometric polynomial, which is what a spectral model's state is.</summary>
    private static SensorValues Read(SensorNetwork sensors, List<double[]> states)
    {
        var values = new SensorValues(states.Count, 2, sensors.Count);
        for (int snapshot = 0; snapshot < states.Count; snapshot++)
            new GridFields(sensors.Grid, states[snapshot]).At(sensors.X, sensors.Y).CopyTo(values.Values.AsSpan(snapshot * 2 * sensors.Count));
        return values;
    }

    /// <summary>Standard deviation of each layer over all points and snapshots.</summary>
    private static double[] Deviations(List<double[]> states, int points) => SensorNoise.Deviations(new SensorValues(states.Count, 2, points, [.. states.SelectMany(state => state)]));
}
