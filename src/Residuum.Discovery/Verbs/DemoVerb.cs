using Residuum.Discovery.Assimilation;
using Residuum.Discovery.Models;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Projects;
using Residuum.Discovery.Reports;
using Residuum.Discovery.Solvers;
using Residuum.Experiments.Methods;
using Residuum.Experiments.Runs;
using Residuum.Numerics.Options;

namespace Residuum.Discovery.Verbs;

/// <summary><c>discover demo</c>: observations of a chaotic truth, then for each imperfect model the discovery and what it brings.</summary>
/// <remarks>The discovery gets the model and the file, never the truth; only the last step, which judges, knows it. <c>demo.sh</c> does the same in separate processes.</remarks>
internal static class DemoVerb
{
    private const string System = "kuramoto-sivashinsky", ObservationsName = "demo-observations.nc";

    public static Verb Verb { get; } = new Verb<DemoOptions, DemoResult>("demo")
    {
        Summary = "Find what two imperfect chaotic solvers are missing, from making the observations to the report.",
        Examples = [new("residuum discover demo", "About half a minute; leaves its runs and reports in the runs folder.")],
        Run = Run,
    };

    private static DemoResult Run(DemoOptions options, VerbRun run, CancellationToken cancel)
    {
        var cases = options.Cases.Select(KuramotoSivashinskyCases.Named).ToList();
        Directory.CreateDirectory(run.Settings.RunsFolder);
        string file = Path.GetFullPath(Path.Combine(run.Settings.RunsFolder, ObservationsName));
        Observe(options, run.Seed, file, cancel);
        run.Say($"observed {options.Samples} pairs of states, {100 * options.Noise:G3} % noise: {file}");
        return new DemoResult(file, [.. cases.Select(imperfect => Judge(imperfect, file, run, cancel))]);
    }

    private static void Observe(DemoOptions options, long seed, string file, CancellationToken cancel)
    {
        var truth = Truth.Of(new ModelOptions { Name = System }, DemoOptions.Length, options.Points);
        var start = new StateBatch(truth.Solver.Layout, 1, truth.Model.InitialState(seed));
        var settings = new TwinSettings { Samples = options.Samples, Lags = 1, Lag = DemoOptions.Step, Noise = options.Noise, Seed = seed };
        TwinExperiment.Observe(truth.Solver, start, settings, null, cancel).Noisy.Write(file, "residuum discover demo");
    }

    private static DemoCase Judge(KuramotoSivashinskyCase imperfect, string file, VerbRun run, CancellationToken cancel)
    {
        var options = new ProjectOptions
        {
            Observations = new ObservationOptions { File = file },
            Model = new ModelOptions { Name = System, Case = imperfect.Name, Step = DemoOptions.ModelStep },
        };
        var project = RunVerb.ProjectOf(options, run);
        DiscoveryRecord found;
        using (var folder = RunVerb.Folder(project, run)) found = RunVerb.Discover(project, project.Observe(), folder, run, cancel);
        run.Say($"{imperfect.Name}: {found.Fields[0].Equation}");
        string missing = string.Join(", ", imperfect.MissingTerms.Select(term => $"{MeasuredNumber.Plain(term.Value)} {term.Key}"));
        if (found.Verdict != Verdict.Found) return new DemoCase(imperfect.Name, missing, found, null);
        var judge = new SkillVerbOptions { Truth = new ModelOptions { Name = System, Step = DemoOptions.ModelStep } };
        return new DemoCase(imperfect.Name, missing, found, SkillVerb.Compare(judge, Path.GetFileName(found.Run), found, project, run, cancel));
    }
}

/// <summary>What the demonstration observes and tries.</summary>
internal sealed record DemoOptions
{
    public const double Length = 100, Step = 0.1, ModelStep = 0.005;

    [Option("Imperfect models by name; each misses, or has too much of, something else.", Source = "medida-ks, Variants")]
    public IReadOnlyList<string> Cases { get; init; } = ["extra-uxxx-0.5", "no-advection"];

    [Option("Pairs of states that are observed.", Range = "[10, 100000]", Source = "medida-ks, noise study: 100")]
    public int Samples { get; init => field = Require.Declared(this, value); } = 100;

    [Option("Grid points.", Range = "[32, 65536]", Source = "medida-ks, study: 256")]
    public int Points { get; init => field = Require.Declared(this, value); } = 256;

    [Option("Standard deviation of the noise, as a fraction of the states' own.", Range = "[0, 1]", Source = "medida-ks, noise study: 0.01")]
    public double Noise { get; init => field = Require.Declared(this, value); } = 0.01;
}

/// <summary>An imperfect model, what it misses, what was found and what that brings.</summary>
/// <param name="Case">Name of the case.</param>
/// <param name="Missing">What is missing in truth, which the discovery did not know.</param>
/// <param name="Found">What was found.</param>
/// <param name="Skill">Forecasts before and after; nothing where nothing was found.</param>
internal sealed record DemoCase(string Case, string Missing, DiscoveryRecord Found, SkillResult? Skill);

/// <summary>The demonstration's outcome.</summary>
/// <param name="Observations">File of the observations.</param>
/// <param name="Cases">The cases.</param>
internal sealed record DemoResult(string Observations, IReadOnlyList<DemoCase> Cases) : IVerbResult
{
    public Outcome Outcome() => Cases.All(item => item.Found.Verdict == Verdict.Found && item.Found.IsValidated) ? Experiments.Methods.Outcome.Done : Experiments.Methods.Outcome.DoesNotHold;

    public void Write(IPage page)
    {
        foreach (var item in Cases)
        {
            page.Line(item.Case);
            page.Line($"  found      {item.Found.Fields[0].Equation}");
            page.Line($"  in truth   {item.Missing}");
            if (item.Skill is { } skill)
            {
                var time = skill.Skill.ValidTimes[1];
                page.Line($"  forecasts  valid for {skill.Skill.Time(time.Original)} as given, {skill.Skill.Time(time.Corrected)} corrected");
                page.Line($"  figure     {skill.Figure}");
            }
            page.Line($"  report     {Path.Combine(item.Found.Run, RunFolder.ReportName)}");
            page.Line();
        }
    }
}
