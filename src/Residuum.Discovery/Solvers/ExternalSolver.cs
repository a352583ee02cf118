using System.Globalization;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Solvers;

/// <summary>A solver of the user's own, called as a child process by protocol 1.</summary>
/// <remarks>
/// Without added terms an interval is one call of all its internal steps. With added terms an interval is split into calls of
/// <see cref="ExternalSolverOptions.StepsPerCall"/> steps, as a term must be evaluated along the way: a forcing is extrapolated to
/// the middle of its call (second order, one call more in the first), splitting puts half of the terms before and half
/// after each call. A solver with several lags gets its history one interval apart and so is called once an interval.
/// </remarks>
public sealed class ExternalSolver : ISteppedSolver
{
    private readonly ExternalSolverOptions _options;
    private readonly ExternalCalls _calls;
    private readonly IReadOnlyList<AddedTerm> _terms;
    private readonly int _stepsPerInterval; // 0: by the longest step

    /// <summary>A solver that is called in a folder of the project.</summary>
    /// <param name="layout">Layout of its states.</param>
    /// <param name="options">Command and limits.</param>
    /// <param name="projectFolder">Working folder of the child; a relative program path starts there.</param>
    /// <param name="workFolder">Where each call gets a folder of its own for its files and what it prints.</param>
    /// <exception cref="UserError">The command has no program or an unknown placeholder.</exception>
    public ExternalSolver(StateLayout layout, ExternalSolverOptions options, string projectFolder, string workFolder)
        : this(layout, options, new ExternalCalls(options, projectFolder, workFolder), [])
    {
    }

    private ExternalSolver(StateLayout layout, ExternalSolverOptions options, ExternalCalls calls, IReadOnlyList<AddedTerm> terms, int stepsPerInterval = 0) =>
        (Layout, _options, _calls, _terms, _stepsPerInterval) = (layout, options, calls, terms, stepsPerInterval);

    /// <inheritdoc/>
    public StateLayout Layout { get; }

    /// <inheritdoc/>
    public int Lags => _options.Lags;

    /// <inheritdoc/>
    public TermEntry Entry => _options.Forcing ? TermEntry.InsideStep : TermEntry.Splitting;

    /// <inheritdoc/>
    public int Order => _options.Order;

    /// <summary>Child processes started so far, also by solvers that were made from this one.</summary>
    public int Calls => _calls.Count;

    /// <inheritdoc/>
    public ISolver WithTerms(IReadOnlyList<AddedTerm> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return new ExternalSolver(Layout, _options, _calls, [.. _terms, .. terms], _stepsPerInterval);
    }

    /// <inheritdoc/>
    public ISolver WithStepsPerInterval(int steps)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        return new ExternalSolver(Layout, _options, _calls, _terms, steps);
    }

    /// <inheritdoc/>
    /// <exception cref="SolverFailedException">Fewer members than <see cref="ExternalSolverOptions.EnoughMembers"/> succeeded.</exception>
    public Forecast Run(IReadOnlyList<StateBatch> starts, double interval, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(starts);
        if (starts.Count != Lags) throw new ArgumentException($"{starts.Count} starts for a solver of {Lags}", nameof(starts));
        if (!(interval > 0)) throw new ArgumentOutOfRangeException(nameof(interval), interval, "above 0");
        int steps = Steps(interval);
        var march = new ExternalMarch(starts, _calls, _options, cancel);
        if (_terms.Count == 0) march.Advance(interval / steps, steps);
        else WithTerms(march, interval / steps, steps);
        var forecast = march.Result();
        return starts[0].Members - forecast.Failures.Count >= _options.EnoughMembers * starts[0].Members
            ? forecast
            : throw new SolverFailedException(starts[0].Members, forecast.Failures);
    }

    private void WithTerms(ExternalMarch march, double step, int steps)
    {
        var terms = new AddedTermDynamics(Layout, _terms);
        int each = Lags > 1 || _options.StepsPerCall == 0 ? steps : Math.Min(steps, _options.StepsPerCall);
        for (int done = 0; done < steps; done += each)
        {
            int now = Math.Min(each, steps - done);
            if (_options.Forcing) Force(march, terms, step, now, each);
            else Split(march, terms, step, now);
        }
    }

    /// <summary>The forcing in the middle of the call, extrapolated from the last two states (as Adams and Bashforth do) or, with one state, from a prediction.</summary>
    private static void Force(ExternalMarch march, AddedTermDynamics terms, double step, int steps, int stepsBefore)
    {
        const string Reason = "the added terms are not finite";
        double ahead = 0.5 * steps / stepsBefore;
        if (march.Previous is null)
        {
            var predicted = march.Predict(step, steps, march.Finite(terms.Tendency(march.Newest), Reason));
            var end = march.Finite(terms.Tendency(predicted), Reason);
            march.Advance(step, steps, AddedTermDynamics.Combine(0.5, terms.Tendency(march.Newest), 0.5, end));
            return;
        }
        march.Finite(terms.Tendency(march.Newest), Reason);
        march.Finite(terms.Tendency(march.Previous), Reason);
        march.Advance(step, steps, AddedTermDynamics.Combine(1 + ahead, terms.Tendency(march.Newest), -ahead, terms.Tendency(march.Previous)));
    }

    /// <summary>Strang splitting: half of the terms' flow before the call, half after. The history of a solver with several lags lies that much earlier on
    /// the flow of the solver alone, so a state of lag j goes (j + 1/2) intervals along the terms' flow: w(-jΔt) = u(-jΔt) + (j + 1/2) Δt h + O(Δt²).</summary>
    private static void Split(ExternalMarch march, AddedTermDynamics terms, double step, int steps)
    {
        const string Reason = "the added terms made the state grow beyond all bounds";
        double time = step * steps;
        march.Change((states, lag) => terms.Flow(states, (lag + 0.5) * time), Reason);
        march.Advance(step, steps);
        march.Change((states, lag) => lag == 0 ? terms.Flow(states, 0.5 * time) : states, Reason);
    }

    /// <summary>Internal steps of an interval: as few as the longest step allows.</summary>
    private int Steps(double interval)
    {
        if (_stepsPerInterval > 0) return _stepsPerInterval;
        if (_options.Step == 0) return 1;
        double steps = Math.Ceiling((interval / _options.Step) - 1e-9); // 0.1 / 0.005 is 20 steps, not 21
        return steps < int.MaxValue
            ? Math.Max(1, (int)steps)
            : throw new UserError("too many internal steps", "step", _options.Step.ToString("R", CultureInfo.InvariantCulture), "a step that fits the interval");
    }
}
