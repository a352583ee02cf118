using Residuum.Discovery.Models;
using Residuum.Discovery.Sensors;
using Residuum.Discovery.TwoLayer;
using Residuum.Numerics.Random;
using Residuum.Numerics.Steppers;

namespace Residuum.Discovery.Tests.TwoLayer;

/// <summary>Pairs of a known truth, as sensors see them.</summary>
internal static class FlowTwin
{
    public static TwoLayerModel Truth => TurbulentStates.Model;

    /// <summary>q' of the cached states.</summary>
    public static IReadOnlyList<double[]> States { get; } = [.. TurbulentStates.All.Select(psi => Truth.PotentialVorticity(psi))];

    /// <summary>The imperfect models of the card and the order in which ε_m stands there.</summary>
    public static TwoLayerParameters Case(int code)
    {
        var p = Truth.Parameters;
        return code switch
        {
            1001 => p with { RelaxationRate = 0.11, JetRelaxationRate = 0.11 },
            1002 => p with { RelaxationRate = 0.11, JetRelaxationRate = 0.11, Friction = 0.37 },
            1003 => p with { RelaxationRate = 0, JetRelaxationRate = 0 },
            1004 => p with { JacobianFactor = 0.5 },
            1005 => p with { RelaxationRate = 0.11, JetRelaxationRate = 0.11, Friction = 0.37, JacobianFactor = 0 },
            1006 => p with { Friction = 0.37 },
            1007 => p with { Friction = 0 },
            1008 => p with { JetRelaxationRate = 0 },
            1009 => p with { Beta = 0 },
            _ => throw new ArgumentOutOfRangeException(nameof(code)),
        };
    }

    /// <summary>Pairs from the cached states: one Euler step of the truth apart, or some Runge-Kutta steps.</summary>
    public static SensorGroup Observe(double ratio = 1, double noise = 0, int steps = 1, long seed = 0)
    {
        var (grid, states) = (Truth.Grid, States);
        var mask = new RandomStream(seed, "mask");
        int[] places = [.. Enumerable.Range(0, grid.Points).Where(_ => ratio >= 1 || mask.Uniform() < ratio)];
        var values = new SensorValues(2 * states.Count, 2, places.Length);
        var errors = new RandomStream(seed, "noise");
        for (int pair = 0; pair < states.Count; pair++)
        {
            double[] next = steps == 1 ? Truth.EulerStep(states[pair]) : Truth.Run(states[pair], steps, TimeScheme.Etdrk4);
            double[][] psi = [Truth.StreamFunction(states[pair]), Truth.StreamFunction(next)];
            for (int instant = 0; instant < 2; instant++)
            {
                for (int layer = 0; layer < 2; layer++)
                {
                    double[] field = psi[instant][(layer * grid.Points)..((layer + 1) * grid.Points)];
                    double mean = field.Average(), deviation = Math.Sqrt(field.Average(x => (x - mean) * (x - mean)));
                    var readings = values.Field((2 * pair) + instant, layer);
                    for (int i = 0; i < places.Length; i++) readings[i] = field[places[i]] + (noise * deviation * errors.Normal());
                }
            }
        }
        return new SensorGroup(SensorNetwork.OnGrid(grid, places), values, steps * Truth.Parameters.TimeStep);
    }

    public static TwoLayerMedidaOptions Options { get; } = new() { Cut = 10, Replicates = 0, TryFewerSensors = false };
}
