using System.Numerics.Tensors;

namespace Residuum.Discovery.Solvers;

/// <summary>Members on their way through an interval: those that fail stay behind, with the reason.</summary>
internal sealed class ExternalMarch
{
    private readonly ExternalCalls _calls;
    private readonly ExternalSolverOptions _options;
    private readonly CancellationToken _cancel;
    private readonly StateLayout _layout;
    private readonly int _members;
    private readonly List<MemberFailure> _failures = [];
    private List<int> _alive;
    private double _time;

    public ExternalMarch(IReadOnlyList<StateBatch> starts, ExternalCalls calls, ExternalSolverOptions options, CancellationToken cancel)
    {
        (_calls, _options, _cancel, _layout, _members) = (calls, options, cancel, starts[0].Layout, starts[0].Members);
        _alive = [.. Enumerable.Range(0, _members)];
        Starts = starts;
        if (starts.Count > 1) Previous = starts[^2];
    }

    /// <summary>What the next call starts from, oldest first; only members that have not failed.</summary>
    public IReadOnlyList<StateBatch> Starts { get; private set; }

    /// <summary>The newest states.</summary>
    public StateBatch Newest => Starts[^1];

    /// <summary>The states one call before the newest, where they are known.</summary>
    public StateBatch? Previous { get; private set; }

    /// <summary>Calls the solver and goes on from what it returns.</summary>
    /// <param name="step">Internal step.</param>
    /// <param name="steps">Internal steps of the call.</param>
    /// <param name="forcing">Forcing, if any.</param>
    public void Advance(double step, int steps, StateBatch? forcing = null)
    {
        var forecast = Call(step, steps, forcing);
        Previous = Newest;
        Starts = [.. Starts.Skip(1), forecast.States];
        Leave(forecast.Failures);
        _time += step * steps;
    }

    /// <summary>Calls the solver without going on: a prediction. Members that fail stay behind.</summary>
    /// <param name="step">Internal step.</param>
    /// <param name="steps">Internal steps of the call.</param>
    /// <param name="forcing">Forcing.</param>
    /// <returns>The predicted states of the members that did not fail.</returns>
    public StateBatch Predict(double step, int steps, StateBatch forcing)
    {
        var forecast = Call(step, steps, forcing);
        return forecast.States.Select(Leave(forecast.Failures));
    }

    /// <summary>Replaces the starts; members that are no longer finite stay behind.</summary>
    /// <param name="change">The new states of a lag, 0 for the newest.</param>
    /// <param name="reason">Why a member that is not finite failed.</param>
    public void Change(Func<StateBatch, int, StateBatch> change, string reason)
    {
        Starts = [.. Starts.Select((batch, i) => change(batch, Starts.Count - 1 - i))];
        for (int i = 0; i < Starts.Count; i++) Finite(Starts[i], reason);
    }

    /// <summary>The members of a batch that are finite; the others stay behind.</summary>
    /// <param name="values">Values for the present members.</param>
    /// <param name="reason">Why a member that is not finite failed.</param>
    public StateBatch Finite(StateBatch values, string reason)
    {
        List<MemberFailure> failures = [];
        for (int member = 0; member < values.Members; member++)
        {
            if (!TensorPrimitives.IsFiniteAll<double>(values.State(member))) failures.Add(new MemberFailure(member, reason));
        }
        return failures.Count == 0 ? values : values.Select(Leave(failures));
    }

    /// <summary>The newest states of all members, NaN for those that failed.</summary>
    public Forecast Result()
    {
        var states = new StateBatch(_layout, _members);
        states.Values.AsSpan().Fill(double.NaN);
        for (int i = 0; i < _alive.Count; i++) Newest.State(i).CopyTo(states.State(_alive[i]));
        return new Forecast(states, [.. _failures.OrderBy(failure => failure.Member)]);
    }

    private Forecast Call(double step, int steps, StateBatch? forcing) =>
        ExternalEnsemble.Run(new ExternalRequest(Starts, forcing, _time, step, steps), _calls, _options, _cancel);

    /// <summary>Leaves failed members behind, numbered as in the present batches; returns the places of the others.</summary>
    private List<int> Leave(IReadOnlyList<MemberFailure> failures)
    {
        var failed = failures.Select(failure => failure.Member).ToHashSet();
        List<int> kept = [.. Enumerable.Range(0, _alive.Count).Where(i => !failed.Contains(i))];
        if (failed.Count == 0) return kept;
        _failures.AddRange(failures.Select(failure => failure with { Member = _alive[failure.Member] }));
        _alive = [.. kept.Select(i => _alive[i])];
        Starts = [.. Starts.Select(batch => batch.Select(kept))];
        Previous = Previous?.Select(kept);
        return kept;
    }
}
