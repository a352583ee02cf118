using System.Globalization;
using System.Text.Json.Nodes;
using CliWrap;
using CliWrap.Buffered;
using Residuum.Data.Bytes;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Projects;
using Residuum.Discovery.Reports;
using Residuum.Experiments.Methods;
using Residuum.Experiments.Options;
using Residuum.Experiments.Runs;

namespace Residuum.Discovery.Verbs;

/// <summary>The three stages of the demonstration, each in a process of its own: observe, discover, judge. Only the first and the last know the truth.</summary>
internal sealed class DemoStages(DemoOptions options, VerbRun run, CancellationToken cancel)
{
    private const string Model = "kuramoto-sivashinsky";
    private const double Step = 0.005, Interval = 0.1; // medida-ks, study

    /// <summary>Makes the observations; only their file is handed on.</summary>
    public string Observe(DemoScene scene)
    {
        string file = Path.Combine(options.Output, $"{scene.Case.Name}.nc");
        run.Say($"observing the true system: {options.Samples} pairs of states, {100 * scene.Noise:0.#} % noise");
        Tool(["discover", "observe", "--output", file, "--observe-lags", "1", "--observe-lag", Text(Interval), "--observe-samples", Text(options.Samples), "--observe-noise", Text(scene.Noise), "--seed", Text(run.Seed)]);
        return file;
    }

    /// <summary>Gets the project, which names the imperfect solver and the file, never the truth.</summary>
    public DiscoveryRecord Discover(DemoScene scene, string file)
    {
        string project = Path.Combine(options.Output, $"{scene.Case.Name}.yaml");
        var imperfect = new ProjectOptions
        {
            Observations = new ObservationOptions { File = Path.GetFileName(file) },
            Model = new ModelOptions { Name = Model, Step = Step, Case = scene.Case.Name },
        };
        AtomicFile.Write(project, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(OptionWriter.Yaml(imperfect))));
        run.Say($"looking for what the solver of {project} is missing");
        string folder = (string)JsonNode.Parse(Tool(["discover", "run", project, "--runs", run.Settings.RunsFolder, "--seed", Text(run.Seed), "--json"]))!["run"]!;
        return Entry(folder).ReadJson<DiscoveryRecord>(DiscoveryRecord.FileName) with { Run = folder };
    }

    /// <summary>The truth comes back only to judge: forecasts from states that nobody observed.</summary>
    public SkillResult Judge(DiscoveryRecord record)
    {
        run.Say("comparing forecasts from unseen states with the truth");
        string answer = Tool(
        [
            "discover", "skill", Entry(record.Run).Record.Id, "--truth-name", Model, "--truth-step", Text(Step),
            "--compare-starts", Text(options.Starts), "--runs", run.Settings.RunsFolder, "--json",
        ]);
        string folder = (string)JsonNode.Parse(answer)!["run"]!;
        return new SkillResult(Entry(folder).ReadJson<SkillRecord>(SkillVerb.FileName), Path.Combine(folder, "figures", $"{SkillVerb.FigureName}.svg"), folder);
    }

    private RunEntry Entry(string folder) => new RunStore(run.Settings.RunsFolder).List().Single(entry => entry.Path == folder);

    /// <summary>Runs this tool in a process of its own; what it writes is returned.</summary>
    private string Tool(IEnumerable<string> arguments)
    {
        var words = run.Settings.Tool;
        var child = Cli.Wrap(words[0]).WithArguments([.. words.Skip(1), .. arguments]).WithValidation(CommandResultValidation.None);
        var ended = child.ExecuteBufferedAsync(cancel).GetAwaiter().GetResult();
        bool judged = ended.ExitCode is 0 or 3; // 3: the correction does not hold, which the demonstration reports
        return judged ? ended.StandardOutput : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with exit code {ended.ExitCode}: {ended.StandardError.Trim()}");
    }

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
