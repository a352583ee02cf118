using System.Numerics.Tensors;
using Residuum.Discovery.Assimilation;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Skill;

/// <summary>States of a solver's own long run.</summary>
public static class Attractor
{
    /// <summary>Unrelated states: each is a run of its own from a slightly different beginning, long enough to forget it.</summary>
    /// <param name="solver">A one-step solver.</param>
    /// <param name="start">Where to begin, one member.</param>
    /// <param name="spinUp">Time dropped: tens of Lyapunov times.</param>
    /// <param name="count">How many states, run in one batch.</param>
    /// <param name="seed">Seed of the differences, which are 1 % of the start's root mean square.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>States, <c>[count, fields, points]</c>.</returns>
    /// <exception cref="NonFiniteException">A run overflowed.</exception>
    public static StateBatch Independent(ISolver solver, StateBatch start, double spinUp, int count, long seed, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(solver);
        ArgumentNullException.ThrowIfNull(start);
        double deviation = 0.01 * TensorPrimitives.Norm<double>(start.Values) / Math.Sqrt(start.Values.Length);
        var starts = PriorPerturbation.White(deviation).Around(start.Values, start.Layout, count, seed, sample: 0);
        var forecast = solver.Run([starts], spinUp, cancel);
        if (forecast.Failures.Count > 0) throw new NonFiniteException($"a long run of the solver, before time {spinUp:g6}");
        return forecast.States;
    }

    /// <summary>States of one trajectory, apart in time, after its beginning was dropped.</summary>
    /// <remarks>Forecasts from neighbours are unrelated only where they end before the next one starts.</remarks>
    /// <param name="solver">A one-step solver.</param>
    /// <param name="start">Where to begin, one member.</param>
    /// <param name="spinUp">Time dropped; 0 keeps the start itself.</param>
    /// <param name="spacing">Time between the states that are kept.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>States, <c>[count, fields, points]</c>.</returns>
    /// <exception cref="NonFiniteException">The run overflowed.</exception>
    public static StateBatch Sample(ISolver solver, StateBatch start, double spinUp, double spacing, int count, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(solver);
        ArgumentNullException.ThrowIfNull(start);
        var state = spinUp > 0 ? solver.Run([start], spinUp, cancel).States : start;
        var kept = new StateBatch(solver.Layout, count);
        for (int i = 0; i < count; i++)
        {
            if (i > 0) state = solver.Run([state], spacing, cancel).States;
            if (!double.IsFinite(state.Values[0])) throw new NonFiniteException($"a long run of the solver, before time {spinUp + (i * spacing):g6}");
            state.State(0).CopyTo(kept.State(i));
        }
        return kept;
    }

    /// <summary>Records a run of many members: the starts, then one batch an interval.</summary>
    /// <param name="solver">A one-step solver.</param>
    /// <param name="starts">Where to begin.</param>
    /// <param name="interval">Time between records.</param>
    /// <param name="intervals">How many intervals.</param>
    /// <param name="cancel">Stops the work.</param>
    public static IReadOnlyList<StateBatch> Record(ISolver solver, StateBatch starts, double interval, int intervals, CancellationToken cancel = default)
    {
        var trajectory = new Trajectory(solver, [starts], interval);
        var records = new List<StateBatch>(intervals + 1) { starts };
        for (int i = 0; i < intervals; i++) records.Add(trajectory.Next(cancel));
        return records;
    }
}
