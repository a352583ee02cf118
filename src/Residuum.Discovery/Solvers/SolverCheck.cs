using System.Globalization;

namespace Residuum.Discovery.Solvers;

/// <summary>Tests what MEDIDA relies on: a solver is a function of its input, each member by itself.</summary>
public static class SolverCheck
{
    /// <summary>Runs all checks: a few dozen calls.</summary>
    /// <param name="solver">The solver, without added terms.</param>
    /// <param name="starts">States to try, such as observed ones: one batch per lag, oldest first, an interval apart.</param>
    /// <param name="interval">Time of one forecast, in the model's unit.</param>
    /// <param name="options">How many members and how strict.</param>
    /// <param name="cancel">Stops the work.</param>
    public static SolverCheckResult Run(ISolver solver, IReadOnlyList<StateBatch> starts, double interval, SolverCheckOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(solver);
        ArgumentNullException.ThrowIfNull(starts);
        ArgumentNullException.ThrowIfNull(options);
        int members = Math.Min(options.Members, starts[0].Members);
        IReadOnlyList<StateBatch> tried = [.. starts.Select(batch => batch.Slice(0, members))];
        var batch = First(solver, tried, interval, cancel);
        if (batch.Failures.Count > 0) return new SolverCheckResult([Finiteness(batch, members)], double.NaN);
        var order = TemporalOrder.Measure(solver, tried, interval, options, cancel);
        return new SolverCheckResult(
        [
            Finiteness(batch, members),
            Determinism(batch, solver.Run(tried, interval, cancel)),
            .. OneByOne(batch.States, Serial(solver, tried, interval, cancel), options.Rounding),
            Restart(solver, tried, interval, options, cancel),
            order.Finding,
        ],
            order.Observed);
    }

    /// <summary>A solver that fails for most members is a finding, not the end of the check.</summary>
    private static Forecast First(ISolver solver, IReadOnlyList<StateBatch> starts, double interval, CancellationToken cancel)
    {
        try
        {
            return solver.Run(starts, interval, cancel);
        }
        catch (SolverFailedException failed)
        {
            return new Forecast(starts[^1], failed.Failures);
        }
    }

    private static SolverFinding Finiteness(Forecast forecast, int members) => forecast.Failures.Count == 0
        ? new("finite forecasts", SolverVerdict.Kept, $"{members} of {members} members")
        : new("finite forecasts", SolverVerdict.Broken, $"{forecast.Failures.Count} of {members} members failed; member {forecast.Failures[0].Member} {forecast.Failures[0].Reason}",
            "the other checks need every member: mend this first, often by a smaller step");

    private static SolverFinding Determinism(Forecast first, Forecast second)
    {
        bool equal = first.States.Values.AsSpan().SequenceEqual(second.States.Values);
        return equal
            ? new("determinism", SolverVerdict.Kept, "two calls with the same input agree in every bit")
            : new("determinism", SolverVerdict.Broken, Apart("two calls with the same input", first.States, second.States),
                "the forecast must depend on the input alone: fix the random seed, start from no file of an earlier call, and sum in a fixed order where threads work together");
    }

    private static StateBatch Serial(ISolver solver, IReadOnlyList<StateBatch> starts, double interval, CancellationToken cancel)
    {
        var serial = new StateBatch(solver.Layout, starts[0].Members);
        for (int member = 0; member < serial.Members; member++)
            solver.Run([.. starts.Select(lag => lag.Slice(member, 1))], interval, cancel).States.Values.CopyTo(serial.State(member));
        return serial;
    }

    /// <summary>Forecasts that agree one by one in another order are told apart from forecasts that differ.</summary>
    private static IEnumerable<SolverFinding> OneByOne(StateBatch batch, StateBatch serial, double rounding)
    {
        const string Independence = "batch = serial", Order = "member order";
        int[] places = [.. Enumerable.Range(0, serial.Members).Select(member => Place(serial, member, batch, rounding))];
        if (places.Contains(-1))
        {
            yield return new(Independence, SolverVerdict.Broken, Apart("members forecast together and one by one", batch, serial),
                "a member must not feel the others: look for variables that are carried from one member to the next, and for a time step chosen for the whole batch");
            yield return new(Order, SolverVerdict.NotTested, "members can not be told apart", "mend batch = serial first");
            yield break;
        }
        yield return new(Independence, SolverVerdict.Kept, "members forecast together and one by one agree");
        int moved = Enumerable.Range(0, places.Length).FirstOrDefault(member => places[member] != member, -1);
        yield return moved < 0
            ? new(Order, SolverVerdict.Kept, "forecasts come in the order of their starts")
            : new(Order, SolverVerdict.Broken, $"the forecast of member {moved} stands at place {places[moved]}", "write the states in the order in which they were read");
    }

    /// <summary>Where the forecast of a member stands in the batch; its own place first, as members may be equal.</summary>
    private static int Place(StateBatch serial, int member, StateBatch batch, double rounding)
    {
        var own = serial.Slice(member, 1);
        return Enumerable.Range(0, batch.Members).OrderBy(place => place != member)
            .FirstOrDefault(place => Distance(own, batch.Slice(place, 1)) <= rounding, -1);
    }

    private static SolverFinding Restart(ISolver solver, IReadOnlyList<StateBatch> starts, double interval, SolverCheckOptions options, CancellationToken cancel)
    {
        const string Property = "restart invariance";
        if (solver.Lags > 1)
            return new(Property, SolverVerdict.NotTested, "a solver of several lags gets its whole history with each call", "the order in time tests its restarts instead");
        // A step that is chosen per interval would differ between the two runs, so the steps are fixed where they can be.
        var twice = (solver as ISteppedSolver)?.WithStepsPerInterval(2 * options.CoarseSteps) ?? solver;
        var once = (solver as ISteppedSolver)?.WithStepsPerInterval(options.CoarseSteps) ?? solver;
        var whole = twice.Run(starts, 2 * interval, cancel);
        var halves = once.Run([once.Run(starts, interval, cancel).States], interval, cancel);
        return Distance(whole.States, halves.States) <= options.Rounding
            ? new(Property, SolverVerdict.Kept, "one run over 2 Δt equals two over Δt")
            : new(Property, SolverVerdict.Broken, Apart("one run over 2 Δt and two over Δt", whole.States, halves.States),
                "the state that is written must be all that the solver knows: write with all digits, declare a second lag for a two-step scheme, and take the steps that were asked for");
    }

    /// <summary>Largest difference over the largest value; infinite where a member failed.</summary>
    internal static double Distance(StateBatch first, StateBatch second)
    {
        double difference = 0, largest = double.Epsilon;
        for (int i = 0; i < first.Values.Length; i++)
        {
            double apart = Math.Abs(first.Values[i] - second.Values[i]);
            if (!double.IsFinite(apart)) return double.PositiveInfinity;
            difference = Math.Max(difference, apart);
            largest = Math.Max(largest, Math.Abs(first.Values[i]));
        }
        return difference / largest;
    }

    private static string Apart(string what, StateBatch first, StateBatch second)
    {
        for (int member = 0; member < first.Members; member++)
        {
            double distance = Distance(first.Slice(member, 1), second.Slice(member, 1));
            if (distance > 0) return string.Create(CultureInfo.InvariantCulture, $"{what} differ by {Distance(first, second):G3} of the largest value, first in member {member}");
        }
        return $"{what} agree";
    }
}
