using System.Numerics.Tensors;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Random;

namespace Residuum.Discovery.Skill;

/// <summary>Largest Lyapunov exponent of a solver: the rate at which a small error grows in the long run.</summary>
/// <remarks>Two trajectories, brought together again after each interval. Source: Benettin, Galgani and Strelcyn, Phys. Rev. A 14, 2338 (1976).</remarks>
/// <param name="Value">The exponent, in 1 / time.</param>
/// <param name="StandardError">Its standard error, from blocks of time.</param>
public sealed record LyapunovExponent(double Value, double StandardError)
{
    private const int BlocksPerStart = 8;

    /// <summary>Time for an error to grow e-fold.</summary>
    public double Time => 1 / Value;

    /// <summary>Follows an error from each start.</summary>
    /// <param name="solver">The solver.</param>
    /// <param name="starts">States on the attractor; <see cref="ISolver.Lags"/> batches, oldest first, one interval apart.</param>
    /// <param name="options">Times and the separation.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="NonFiniteException">A trajectory overflowed.</exception>
    public static LyapunovExponent Largest(ISolver solver, IReadOnlyList<StateBatch> starts, LyapunovOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(solver);
        ArgumentNullException.ThrowIfNull(starts);
        ArgumentNullException.ThrowIfNull(options);
        var twin = new Twin(solver, starts, options);
        for (double time = 0; time < options.Alignment; time += options.Interval) twin.Advance(cancel);
        int perBlock = Math.Max(1, (int)Math.Round(options.Duration / options.Interval / BlocksPerStart));
        var rates = new List<double>();
        for (int block = 0; block < BlocksPerStart; block++)
        {
            var growth = new double[starts[0].Members];
            for (int i = 0; i < perBlock; i++) TensorPrimitives.Add(growth, twin.Advance(cancel), growth);
            rates.AddRange(growth.Select(g => g / (perBlock * options.Interval)));
        }
        double mean = rates.Average();
        double variance = rates.Sum(rate => (rate - mean) * (rate - mean)) / (rates.Count - 1);
        return new LyapunovExponent(mean, Math.Sqrt(variance / rates.Count));
    }

    private sealed class Twin
    {
        private readonly Trajectory _base, _twin;
        private readonly double[] _separation;

        public Twin(ISolver solver, IReadOnlyList<StateBatch> starts, LyapunovOptions options)
        {
            int members = starts[0].Members;
            var random = new RandomStream(options.Seed, "Lyapunov direction");
            double[] direction = new double[solver.Layout.Size];
            StateBatch[] moved = [.. starts.Select(batch => batch.Copy())];
            _separation = new double[members];
            for (int member = 0; member < members; member++)
            {
                random.Normal(direction);
                _separation[member] = options.Separation * TensorPrimitives.Norm<double>(starts[^1].State(member));
                double factor = _separation[member] / TensorPrimitives.Norm<double>(direction);
                foreach (var batch in moved) TensorPrimitives.MultiplyAdd(direction, factor, batch.State(member), batch.State(member));
            }
            _base = new Trajectory(solver, starts, options.Interval);
            _twin = new Trajectory(solver, moved, options.Interval);
        }

        /// <summary>One interval; returns the logarithm of the growth of each member's error.</summary>
        public double[] Advance(CancellationToken cancel)
        {
            var (now, moved) = (_base.Next(cancel), _twin.Next(cancel));
            var growth = new double[_separation.Length];
            for (int member = 0; member < growth.Length; member++)
            {
                double distance = TensorPrimitives.Distance<double>(moved.State(member), now.State(member));
                growth[member] = Math.Log(distance / _separation[member]);
                if (!double.IsFinite(growth[member])) throw new NonFiniteException($"the Lyapunov exponent, trajectory {member}");
                BringTogether(member, _separation[member] / distance);
            }
            return growth;
        }

        private void BringTogether(int member, double factor)
        {
            for (int lag = 0; lag < _base.History.Count; lag++)
            {
                Span<double> origin = _base.History[lag].State(member), twin = _twin.History[lag].State(member);
                for (int i = 0; i < twin.Length; i++) twin[i] = origin[i] + (factor * (twin[i] - origin[i]));
            }
        }
    }
}
