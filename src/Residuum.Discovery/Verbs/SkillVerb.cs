using System.Globalization;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Projects;
using Residuum.Discovery.Reports;
using Residuum.Discovery.Skill;
using Residuum.Discovery.Solvers;
using Residuum.Experiments.Methods;
using Residuum.Experiments.Options;
using Residuum.Experiments.Reports;
using Residuum.Experiments.Runs;
using Residuum.Numerics;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Options;

namespace Residuum.Discovery.Verbs;

/// <summary><c>discover skill</c>: what the correction brings for forecasts, judged by a truth that the discovery never saw.</summary>
internal static class SkillVerb
{
    public const string RunName = "discover-skill", FileName = "skill.json", FigureName = "forecasts";

    public static Verb Verb { get; } = new Verb<SkillVerbOptions, SkillResult>("skill")
    {
        Summary = "Compare forecasts of a run's model, as given and corrected, with a truth that is known, or else with held-out observations.",
        Inputs = [ResultVerbs.RunInput],
        RunsCommands = true,
        Examples =
        [
            new("residuum discover skill latest --truth-name kuramoto-sivashinsky", "Valid prediction times from 24 unseen starts, in Lyapunov times."),
            new("residuum discover skill latest", "Without a truth: the samples that were held out."),
        ],
        Run = Run,
    };

    private static SkillResult Run(SkillVerbOptions options, VerbRun run, CancellationToken cancel)
    {
        var entry = ResultVerbs.Find(run);
        var project = ProjectFile.Load(Path.Combine(entry.Path, RunVerb.ProjectFileName));
        return Compare(options, entry.Record.Id, ResultVerbs.Record(entry), project, run, cancel);
    }

    /// <summary>Compares, draws and writes a run folder.</summary>
    public static SkillResult Compare(SkillVerbOptions options, string ofRun, DiscoveryRecord record, Project project, VerbRun run, CancellationToken cancel)
    {
        if (run.Settings.Seed is { } seed) options = options with { Compare = options.Compare with { Seed = seed } };
        var observations = project.Observe();
        bool hasTruth = options.Truth.Name.Length > 0;
        var terms = ResultVerbs.Terms(record, term => hasTruth ? term.Coefficient : term.Trained);
        using var calls = new SolverWorkFolder();
        var model = project.Solve(observations.Layout, calls.Path, run.Confirm);
        var corrected = terms.Length == 0 ? model : model.WithTerms(terms);
        var skill = hasTruth
            ? AgainstTruth(options, observations, model, corrected, run.Progress, cancel)
            : SkillComparison.AgainstObserved(model, corrected, HeldOut(observations, project.Options.Method), cancel);
        var pairs = OptionWriter.Pairs(options).ToDictionary();
        pairs["run"] = ofRun;
        using var folder = new RunStore(run.Settings.RunsFolder).Start(new RunCommand(RunName, pairs) { CommandLine = $"residuum {run.Command}" });
        run.Progress.Report(new Progress("report", double.NaN));
        return Write(folder, SkillRecord.Of(skill), skill, record);
    }

    private static SkillComparison AgainstTruth(SkillVerbOptions options, ObservationSet observations, ISolver model, ISolver corrected, IProgress<Progress> progress, CancellationToken cancel)
    {
        var layout = observations.Layout;
        var truth = Truth.Of(options.Truth, layout.Length, layout.Points);
        if (truth.Solver.Layout.Fields.Count != layout.Fields.Count)
            throw new UserError("the truth has other fields than the model", "truth.name", string.Join(", ", truth.Solver.Layout.Fields), string.Join(", ", layout.Fields));
        var start = new StateBatch(truth.Solver.Layout, 1, truth.Model.InitialState(options.Compare.Seed));
        return SkillComparison.AgainstTruth(model, corrected, truth.Solver, start, options.Compare, progress, cancel);
    }

    private static ObservationSet HeldOut(ObservationSet observations, MedidaOptions method)
    {
        if (method.HeldOutEvery == 0) throw new UserError("no sample was held out, and no truth is given", "truth.name", remedy: "name the true system, or run with method.held-out-every");
        return observations.Select(method.HeldOut(observations.Samples));
    }

    private static SkillResult Write(RunFolder folder, SkillRecord record, SkillComparison skill, DiscoveryRecord discovery)
    {
        folder.WriteJson(FileName, record);
        var figure = skill.Example is null
            ? SkillFigures.Curves(skill)
            : SkillFigures.SpaceTime(skill, $"Forecasts of {Equation(discovery)}");
        folder.Draw(FigureName, figure);
        var result = new SkillResult(record, "", "");
        folder.Write(RunFolder.ReportName, ReportWriter.Html(new Report(
            "What the correction brings for forecasts",
            [
                new Callout(record.Sentence, record.IsNoWorse),
                .. discovery.Fields.Select(field => new Equation(field.MathMl, field.Equation)),
                new FigureBlock(figure.Title, figure.AltText, folder.Svg(FigureName)),
                new TableBlock(result.Table()),
                folder.Provenance(),
            ])));
        string path = folder.Complete();
        return result with { Figure = Path.Combine(path, "figures", $"{FigureName}.svg"), Run = path };
    }

    private static string Equation(DiscoveryRecord discovery) => string.Join("; ", discovery.Fields.Select(field => field.Equation));
}

/// <summary>What forecasts are compared with, and how.</summary>
internal sealed record SkillVerbOptions
{
    [Option("The true system, where it is a built-in model; without a name the held-out observations judge.")]
    public ModelOptions Truth { get; init; } = new();

    [Option("Starts and times of the comparison with a truth.")]
    public SkillOptions Compare { get; init; } = new();
}

/// <summary>Forecast skill before and after.</summary>
/// <param name="Skill">The numbers.</param>
/// <param name="Figure">Path of the figure.</param>
/// <param name="Run">Folder of the run.</param>
internal sealed record SkillResult(SkillRecord Skill, string Figure, string Run) : IVerbResult
{
    public void Write(IPage page)
    {
        page.Line(Skill.Sentence);
        page.Line();
        var table = Table();
        page.Table([.. table.Columns.Select(column => column.Name)], table.Rows);
        if (Skill.LyapunovExponent is { } exponent)
            page.Line(string.Create(CultureInfo.InvariantCulture, $"a Lyapunov time is {1 / exponent:F1} time units (exponent {MeasuredNumber.WithError(exponent, Skill.LyapunovStandardError ?? double.NaN)}, by Benettin)"));
        page.Line($"figure: {Figure}");
        page.Line($"report: {Path.Combine(Run, RunFolder.ReportName)}");
    }

    public Outcome Outcome() => Skill.IsNoWorse ? Experiments.Methods.Outcome.Done : Experiments.Methods.Outcome.DoesNotHold;

    /// <summary>Valid prediction times at each threshold.</summary>
    public Table Table() => new(
        "Valid prediction time: first time with a normalised root mean square error above the threshold; mean over the starts with its standard error",
        [new Column("normalised RMSE below"), new Column($"as given ({Skill.Unit})", Numeric: true), new Column("corrected", Numeric: true), new Column("gain", Numeric: true)],
        [
            .. Skill.ValidTimes.Select(time => (IReadOnlyList<string>)
                [time.Threshold.ToString(CultureInfo.InvariantCulture), Skill.Number(time.Original), Skill.Number(time.Corrected), time.Original.Mean > 0 ? $"{MeasuredNumber.Factor(time.Corrected.Mean / time.Original.Mean)} times" : ""]),
        ]);
}
