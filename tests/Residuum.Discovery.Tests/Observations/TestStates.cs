using Residuum.Discovery.Observations;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Random;

namespace Residuum.Discovery.Tests.Observations;

/// <summary>Observation sets made without any model: shapes that quality control must keep, and noise on them.</summary>
internal static class TestStates
{
    public static StateLayout Layout(int points = 128, params string[] fields) =>
        new(fields.Length == 0 ? ["u"] : fields, points, 2 * Math.PI);

    /// <summary>Pairs of a wave shape that moves by a shift a time step.</summary>
    public static ObservationSet Moving(Func<double, double> shape, int samples = 20, double shift = 0.05, double noise = 0, int points = 128)
    {
        var layout = Layout(points);
        var states = new[] { new StateBatch(layout, samples), new StateBatch(layout, samples) };
        for (int sample = 0; sample < samples; sample++)
        {
            for (int lag = 0; lag < 2; lag++)
            {
                var random = new RandomStream(7, "test noise", (2 * sample) + lag);
                var state = states[lag].State(sample);
                for (int i = 0; i < points; i++)
                    state[i] = shape(Periodic((i * layout.Spacing) - (0.37 * sample) - (shift * lag))) + (noise * random.Normal());
            }
        }
        return new ObservationSet(states, [.. Enumerable.Repeat(0.1, samples)], new ObservationMetadata());
    }

    private static double Periodic(double x) => x - (2 * Math.PI * Math.Floor((x / (2 * Math.PI)) + 0.5));
}
