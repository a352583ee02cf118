using System.Diagnostics;
using System.Globalization;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Projects;
using Residuum.Experiments.Methods;

namespace Residuum.Discovery.Verbs;

/// <summary>Sizes, time and memory of a discovery, and what these observations can tell of the library; nothing is regressed.</summary>
/// <param name="Samples">Samples.</param>
/// <param name="Points">Numbers of a state.</param>
/// <param name="SecondsPerPass">Seconds of one pass, measured on forecasts of all samples and the library's columns.</param>
/// <param name="SecondsOfPasses">Seconds of one series of passes and the long run of the corrected model: what most discoveries need.</param>
/// <param name="SecondsAtMost">Seconds when every series of passes is needed: with lower band limits, and with models grown term by term.</param>
/// <param name="Bytes">Memory of states and columns.</param>
/// <param name="Fields">Names of the fields.</param>
/// <param name="Identifiability">What can be told, field by field.</param>
internal sealed record DryRun(
    int Samples, int Points, double SecondsPerPass, double SecondsOfPasses, double SecondsAtMost, long Bytes, IReadOnlyList<string> Fields, IReadOnlyList<Identifiability> Identifiability) : IVerbResult
{
    private const int ArraysOfAState = 6; // starts, ends, forecasts, increments, one scratch array, one spectrum
    private const int MostPairs = 5;
    private const int PassesOfFinalFit = 6; // forecasts of the refits, of the errors and of what is left

    public static DryRun Of(Project project, ObservationSet observations, CancellationToken cancel)
    {
        using var calls = new SolverWorkFolder();
        var solver = project.Solve(observations.Layout, calls.Path, _ => { });
        var libraries = project.Candidates(observations.Layout);
        var clock = Stopwatch.StartNew();
        var told = Discovery.Identifiability.Of(solver, observations, libraries, project.Options.Method, cancel);
        double seconds = clock.Elapsed.TotalSeconds;
        int size = observations.Layout.Size;
        long numbers = (long)observations.Samples * size * (ArraysOfAState + libraries.Max(library => library.Terms.Count));
        var method = project.Options.Method;
        double passes = seconds * (method.Passes + PassesOfFinalFit), after = Validation.SecondsOfLongRun(solver, observations, cancel);
        return new DryRun(
            observations.Samples, size, seconds, passes + after, (passes * Medida.MostAttempts(method)) + after, numbers * sizeof(double), observations.Layout.Fields, told);
    }

    public void Write(IPage page)
    {
        page.Table(["what", "size"],
        [
            ["samples", Text(Samples, "0")],
            ["numbers of a state", Text(Points, "0")],
            ["one pass", $"{Text(SecondsPerPass, "G2")} s"],
            ["all passes and a long run", $"{Text(SecondsOfPasses, "G2")} s"],
            ["at most, with every restart", $"{Text(SecondsAtMost, "G2")} s"],
            ["memory of states and columns", $"{Text(Bytes / 1e6, "F1")} MB"],
        ]);
        for (int field = 0; field < Fields.Count; field++) Write(page, Fields[field], Identifiability[field]);
    }

    private static void Write(IPage page, string field, Identifiability told)
    {
        page.Line();
        page.Line($"equation of {field}: {told.Errors.Count} candidate terms, waves up to {Text(told.Cutoff, "G4")}, condition number of the columns {Text(told.Condition, "G3")}");
        foreach (var pair in told.Pairs.Take(MostPairs)) page.Line($"  {pair.First} and {pair.Second} are hard to tell apart here: r = {Text(pair.Correlation, "F3")}");
        if (told.Pairs.Count > MostPairs) page.Line($"  and {told.Pairs.Count - MostPairs} more such pairs");
        if (told.Errors.All(error => error.Alone == 0))
        {
            page.Line("  no noise was seen: errors of the coefficients will come from the time step, not from noise");
            return;
        }
        page.Table(["term", "expected standard error, if it alone is missing", "with every candidate"], told.Errors.Select(error => (IReadOnlyList<string>)[error.Term, Text(error.Alone, "G2"), Text(error.WithAll, "G2")]));
    }

    private static string Text(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
