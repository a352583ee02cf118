using Residuum.Discovery.Models;
using Residuum.Discovery.Reports;
using Residuum.Experiments.Methods;
using Residuum.Numerics;
using Residuum.Numerics.Options;

namespace Residuum.Discovery.Verbs;

/// <summary><c>discover demo</c>: one process observes a true system; another gets the imperfect solver and the file, never the truth, and finds what is missing; a third judges.</summary>
internal static class DemoVerb
{
    public static Verb Verb { get; } = new Verb<DemoOptions, DemoResult>("demo")
    {
        Summary = "Observe a chaotic system, find the missing term of its solver from the file, and measure what the correction brings.",
        Examples =
        [
            new("residuum discover demo", "Two cases: a missing term from clean observations, a wrong one from noisy ones."),
            new("residuum discover demo --case half-diffusion --noise 0.01", "Another case of the paper."),
        ],
        Run = Run,
    };

    private static DemoResult Run(DemoOptions options, VerbRun run, CancellationToken cancel)
    {
        var scenes = options.Case.Length > 0
            ? [new DemoScene(KuramotoSivashinskyCases.Named(options.Case), options.Noise ?? 0)]
            : new[] { new DemoScene(KuramotoSivashinskyCases.Named("no-advection"), options.Noise ?? 0), new DemoScene(KuramotoSivashinskyCases.Named("extra-uxxx-0.5"), options.Noise ?? 0.01) };
        Directory.CreateDirectory(options.Output);
        var stages = new DemoStages(options, run, cancel);
        var results = new List<DemoSceneResult>();
        for (int i = 0; i < scenes.Length; i++)
        {
            var scene = scenes[i];
            run.Progress.Report(new Progress(scene.Case.Name, (double)i / scenes.Length));
            var record = stages.Discover(scene, stages.Observe(scene));
            string missing = string.Join(", ", scene.Case.MissingTerms.Select(term => $"{MeasuredNumber.Plain(term.Value)} {term.Key}"));
            results.Add(new DemoSceneResult(scene.Case.Name, scene.Noise, missing, record, record.Verdict == Verdict.Found ? stages.Judge(record) : null));
        }
        return new DemoResult(results);
    }
}

/// <summary>What the demonstration shows.</summary>
internal sealed record DemoOptions
{
    [Option("Case of the paper, such as no-advection or extra-uxxx-0.5+no-diffusion; two cases where left out.")]
    public string Case { get; init; } = "";

    [Option("Noise as a fraction of the standard deviation of the states; where left out 0 and 0.01.", Range = "[0, 1]")]
    public double? Noise { get; init => field = value is { } noise ? Require.Declared(this, noise) : null; }

    [Option("Observed pairs of states.", Range = "[10, 100000]", Source = "medida-ks, study: 100")]
    public int Samples { get; init => field = Require.Declared(this, value); } = 100;

    [Option("Starts of the forecasts that judge the correction.", Range = "[2, 10000]", Source = "medida-ks: at least 20")]
    public int Starts { get; init => field = Require.Declared(this, value); } = 24;

    [Option("Folder of the observations and project files.", Value = "DIR")]
    public string Output { get; init; } = "residuum-demo";
}

/// <summary>A case of the demonstration.</summary>
/// <param name="Case">What the solver has wrong.</param>
/// <param name="Noise">Noise of the observations.</param>
internal sealed record DemoScene(KuramotoSivashinskyCase Case, double Noise);
