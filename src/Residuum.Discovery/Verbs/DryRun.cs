using System.Diagnostics;
using System.Globalization;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Projects;
using Residuum.Experiments.Methods;

namespace Residuum.Discovery.Verbs;

/// <summary>Sizes, time and memory of a discovery, told before the work: the time from one forecast of all samples, measured.</summary>
/// <param name="Samples">Samples.</param>
/// <param name="Points">Numbers of a state.</param>
/// <param name="Candidates">Candidate terms of each field's equation.</param>
/// <param name="SecondsPerPass">Seconds of one pass's forecasts.</param>
/// <param name="SecondsAtMost">Seconds when every pass is needed.</param>
/// <param name="Bytes">Memory of states and columns.</param>
internal sealed record DryRun(int Samples, int Points, int Candidates, double SecondsPerPass, double SecondsAtMost, long Bytes) : IVerbResult
{
    private const int ArraysOfAState = 6; // starts, ends, forecasts, increments, one scratch array, one spectrum

    public static DryRun Of(Project project, ObservationSet observations, CancellationToken cancel)
    {
        using var calls = new SolverWorkFolder();
        var solver = project.Solve(observations.Layout, calls.Path, _ => { });
        var clock = Stopwatch.StartNew();
        solver.Run(observations.Starts(solver.Lags), observations.TimeSteps.Max(), cancel);
        double seconds = clock.Elapsed.TotalSeconds;
        int candidates = project.Candidates(observations.Layout)[0].Terms.Count, size = observations.Layout.Size;
        long numbers = (long)observations.Samples * size * (ArraysOfAState + candidates);
        return new DryRun(observations.Samples, size, candidates, seconds, seconds * project.Options.Method.Passes, numbers * sizeof(double));
    }

    public void Write(IPage page) => page.Table(["what", "size"],
    [
        ["samples", Text(Samples)],
        ["numbers of a state", Text(Points)],
        ["candidate terms of an equation", Text(Candidates)],
        ["forecasts of a pass", $"{SecondsPerPass.ToString("G2", CultureInfo.InvariantCulture)} s"],
        ["all passes, at most", $"{SecondsAtMost.ToString("G2", CultureInfo.InvariantCulture)} s"],
        ["memory of states and columns", $"{(Bytes / 1e6).ToString("F1", CultureInfo.InvariantCulture)} MB"],
    ]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
