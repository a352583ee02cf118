using System.Globalization;
using System.Text.Json.Nodes;
using CliWrap;
using CliWrap.Buffered;
using Residuum.Data.Bytes;
using Residuum.Discovery.Libraries;
using Residuum.Discovery.Models;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Projects;
using Residuum.Discovery.Reports;
using Residuum.Discovery.Skill;
using Residuum.Discovery.Solvers;
using Residuum.Experiments.Methods;
using Residuum.Experiments.Options;
using Residuum.Experiments.Reports;
using Residuum.Experiments.Runs;
using Residuum.Numerics.Steppers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Verbs;

/// <summary>The three stages of the demonstration: observe and discover in processes of their own, judge with the truth.</summary>
internal sealed class DemoStages(DemoOptions options, VerbRun run, CancellationToken cancel)
{
    private const double Length = 100, Step = 0.005, Interval = 0.1;          // medida-ks, study
    private const double ForecastStep = 0.02, ForecastInterval = 0.5;
    private const int Points = 256, Forecasts = 300;

    /// <summary>A process of its own makes the observations; only its file is handed on.</summary>
    public string Observe(DemoScene scene)
    {
        string file = Path.Combine(options.Output, $"{scene.Case.Name}.nc");
        run.Say($"observing the true system: {options.Samples} pairs, {100 * scene.Noise:0.#} % noise -> {file}");
        Tool(["discover", "observe", "--output", file, "--observe-lags", "1", "--observe-lag", Text(Interval), "--observe-samples", Text(options.Samples), "--observe-noise", Text(scene.Noise), "--seed", Text(run.Seed)]);
        return file;
    }

    /// <summary>Another process gets the project, which names the imperfect solver and the file.</summary>
    public DiscoveryRecord Discover(DemoScene scene, string file)
    {
        string project = Path.Combine(options.Output, $"{scene.Case.Name}.yaml");
        var imperfect = new ProjectOptions
        {
            Observations = new ObservationOptions { File = Path.GetFileName(file) },
            Model = new ModelOptions { Name = "kuramoto-sivashinsky", Step = Step, Parameters = Parameters(scene.Case), ExtraTerms = ExtraTerms(scene.Case) },
        };
        AtomicFile.Write(project, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(OptionWriter.Yaml(imperfect))));
        run.Say($"looking for what the solver of {project} is missing");
        string answer = Tool(["discover", "run", project, "--runs", run.Settings.RunsFolder, "--seed", Text(run.Seed), "--json"]);
        string folder = (string)JsonNode.Parse(answer)!["run"]!;
        var entry = new RunStore(run.Settings.RunsFolder).List().Single(entry => entry.Path == folder);
        return entry.ReadJson<DiscoveryRecord>(DiscoveryRecord.FileName) with { Run = folder };
    }

    /// <summary>The truth comes back only to judge: forecasts from other initial states.</summary>
    public DemoSceneResult Judge(DemoScene scene, DiscoveryRecord record)
    {
        var truth = new KuramotoSivashinsky(FourierGrid.Periodic(Length, Points));
        var exact = truth.With(TimeScheme.Etdrk4, ForecastStep);
        var original = scene.Case.Model(truth).With(TimeScheme.Etdrk4, ForecastStep);
        var corrected = original.WithTerms([.. record.Fields[0].Terms.Select(term => new AddedTerm(Term.Parse(term.Name, truth.Fields), term.Coefficient))]);
        var starts = Attractor.Independent(exact, new StateBatch(exact.Layout, 1, truth.InitialState(run.Seed + 1)), spinUp: 150, options.Starts, run.Seed + 1, cancel);
        var comparison = ForecastComparison.Measure(exact, original, corrected, starts, ForecastInterval, Forecasts, cancel);
        ValidTime before = comparison.ValidTime(comparison.Original), after = comparison.ValidTime(comparison.Corrected);
        string report = Path.GetFullPath(Path.Combine(options.Output, $"{scene.Case.Name}.html"));
        AtomicFile.Write(report, stream => stream.Write(ReportWriter.Html(DemoReport.Of(scene, record, comparison))));
        return new DemoSceneResult(scene.Case.Name, scene.Noise, record, options.Starts, DemoTime.Of(before), DemoTime.Of(after), report);
    }

    /// <summary>Runs this tool in a process of its own; what it writes is returned.</summary>
    private string Tool(IEnumerable<string> arguments)
    {
        var words = run.Settings.Tool;
        var child = Cli.Wrap(words[0]).WithArguments([.. words.Skip(1), .. arguments]).WithValidation(CommandResultValidation.None);
        var ended = child.ExecuteBufferedAsync(cancel).GetAwaiter().GetResult();
        bool judged = ended.ExitCode is 0 or 3; // 3: the correction does not hold, which the demonstration reports
        return judged ? ended.StandardOutput : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with exit code {ended.ExitCode}: {ended.StandardError.Trim()}");
    }

    private static Dictionary<string, double> Parameters(KuramotoSivashinskyCase known)
    {
        var parameters = new Dictionary<string, double> { ["advection"] = known.Advection, ["diffusion"] = known.Diffusion, ["hyper-diffusion"] = known.HyperDiffusion };
        if (known.ExtraTerm == "u_xxx") parameters["dispersion"] = known.ExtraCoefficient;
        return parameters;
    }

    private static Dictionary<string, double> ExtraTerms(KuramotoSivashinskyCase known) =>
        known.ExtraTerm is "" or "u_xxx" ? [] : new() { [known.ExtraTerm] = -known.ExtraCoefficient };

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
