using Residuum.Discovery.Solvers;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Skill;

/// <summary>Repeated forecasts of one solver, interval after interval: keeps the older states that a two-step scheme needs.</summary>
public sealed class Trajectory
{
    private readonly ISolver _solver;
    private readonly List<StateBatch> _history;

    /// <summary>Starts from given states.</summary>
    /// <param name="solver">The solver.</param>
    /// <param name="starts">At least <see cref="ISolver.Lags"/> batches, oldest first, one interval apart.</param>
    /// <param name="interval">Time between states.</param>
    public Trajectory(ISolver solver, IReadOnlyList<StateBatch> starts, double interval)
    {
        ArgumentNullException.ThrowIfNull(solver);
        ArgumentNullException.ThrowIfNull(starts);
        if (starts.Count < solver.Lags)
            throw new UserError("too few states to start from", found: $"{starts.Count}", expected: $"{solver.Lags}, one interval apart");
        (_solver, Interval) = (solver, interval);
        _history = [.. starts.Skip(starts.Count - solver.Lags)];
    }

    /// <summary>Time between states.</summary>
    public double Interval { get; }

    /// <summary>The newest states, those of a failed member NaN.</summary>
    public StateBatch Now => _history[^1];

    /// <summary>The states that the next forecast starts from, oldest first.</summary>
    public IReadOnlyList<StateBatch> History => _history;

    /// <summary>Goes on by one interval.</summary>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>The newest states.</returns>
    public StateBatch Next(CancellationToken cancel = default)
    {
        var forecast = _solver.Run(_history, Interval, cancel);
        _history.RemoveAt(0);
        _history.Add(forecast.States);
        return forecast.States;
    }

    /// <summary>Goes on by several intervals.</summary>
    /// <param name="intervals">How many.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>The newest states.</returns>
    public StateBatch Skip(int intervals, CancellationToken cancel = default)
    {
        for (int i = 0; i < intervals; i++) Next(cancel);
        return Now;
    }
}
