using System.Globalization;

namespace Residuum.Discovery.Solvers;

/// <summary>Measures the order in time from steps dt, dt/2 and dt/4: differences of neighbouring runs shrink by 2^order.</summary>
internal static class TemporalOrder
{
    private const double SmallestDifference = 1e-11; // below, rounding hides the order
    private const string Property = "order in time";

    private static readonly int[] Refinements = [1, 2, 4];

    /// <summary>Measures and judges.</summary>
    public static (double Observed, SolverFinding Finding) Measure(ISolver solver, IReadOnlyList<StateBatch> starts, double interval, SolverCheckOptions options, CancellationToken cancel)
    {
        if (solver is not ISteppedSolver stepped)
            return (double.NaN, new(Property, SolverVerdict.NotTested, "the internal step of this solver can not be set"));
        StateBatch[] runs = solver.Lags == 1
            ? [.. Refinements.Select(refinement => stepped.WithStepsPerInterval(options.CoarseSteps * refinement).Run(starts, interval, cancel).States)]
            : Marched(solver, starts, interval, options.CoarseSteps, cancel);
        double coarse = SolverCheck.Distance(runs[0], runs[1]), fine = SolverCheck.Distance(runs[1], runs[2]);
        if (!double.IsFinite(coarse) || !double.IsFinite(fine))
            return (double.NaN, new(Property, SolverVerdict.Broken, "a member failed with a smaller step", "a smaller step must not be less stable: look at how {dt} and {steps} are used"));
        if (coarse == 0)
            return (double.NaN, new(Property, SolverVerdict.Broken, "the forecast does not depend on the step at all", "the solver must take {steps} steps of {dt}: both stand in the command only if the command names them"));
        if (fine < SmallestDifference)
            return (double.NaN, new(Property, SolverVerdict.NotTested, Text($"halving the step changes the forecast by {coarse:G3} only"), "lengthen the interval, or lower coarse-steps, to see the order above rounding"));
        return Judge(Math.Log2(coarse / fine), stepped.Order, options.OrderTolerance);
    }

    private static (double, SolverFinding) Judge(double observed, int claimed, double tolerance)
    {
        string measured = Text($"observed {observed:F2}") + (claimed > 0 ? $", claimed {claimed}" : ", nothing is claimed");
        if (claimed > 0 && observed < claimed - tolerance)
            return (observed, new(Property, SolverVerdict.Broken, measured, "the step is too long for the scheme to show its order, or a part of the scheme, often the first step or a splitting, is of lower order"));
        if (observed < 1 - tolerance)
            return (observed, new(Property, SolverVerdict.Broken, measured, "the forecast does not converge as the step shrinks: look at how {dt} and {steps} are used"));
        return (observed, new(Property, SolverVerdict.Kept, measured));
    }

    /// <summary>A solver of several lags is marched one step a call, from a common history that a much finer march made.</summary>
    private static StateBatch[] Marched(ISolver solver, IReadOnlyList<StateBatch> starts, double interval, int coarseSteps, CancellationToken cancel)
    {
        const int Finest = 16; // steps of the history per coarse step
        double coarse = interval / coarseSteps;
        int lags = solver.Lags;
        var history = new List<StateBatch> { starts[^1] };
        while (history.Count < lags) history.Add(starts[^1]); // a rough start, forgotten on the way
        while (history.Count < Finest * (lags + 1)) history.Add(Next(solver, history, coarse / Finest, cancel));
        return
        [
            .. Refinements.Select(refinement =>
            {
                int stride = Finest / refinement;
                List<StateBatch> path = [.. Enumerable.Range(0, lags).Select(lag => history[^(1 + ((lags - 1 - lag) * stride))])];
                for (int step = 0; step < refinement * coarseSteps; step++) path.Add(Next(solver, path, coarse / refinement, cancel));
                return path[^1];
            }),
        ];
    }

    private static StateBatch Next(ISolver solver, List<StateBatch> path, double step, CancellationToken cancel) =>
        solver.Run([.. path.TakeLast(solver.Lags)], step, cancel).States;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
