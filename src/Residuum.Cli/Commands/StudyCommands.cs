using System.Globalization;
using System.Text;
using Residuum.Data.Bytes;
using Residuum.Experiments.Methods;
using Residuum.Experiments.Options;
using Residuum.Experiments.Reports;
using Residuum.Experiments.Runs;
using Residuum.Experiments.Studies;
using Residuum.Numerics.Errors;

namespace Residuum.Cli.Commands;

/// <summary><c>residuum study</c>: the papers' claims, measured.</summary>
internal static class StudyCommands
{
    public static IReadOnlyList<Verb> Verbs { get; } =
    [
        new Verb<NoOptions, StudyListing>("list")
        {
            Summary = "List the studies: one for each paper.",
            Examples = [new("residuum study list --json", "Slugs, titles, seeds and papers for a script.")],
            Run = (_, _, _) => new StudyListing([.. Product.Studies.Select(study => new StudyEntry(study))]),
        },
        new Verb<StudyRunOptions, StudyOutcome>("run")
        {
            Summary = "Measure the claims of a paper; exit code 3 when a gate or a control fails.",
            Inputs = [Input.Word("study", "slug of the study; not with --all") with { IsOptional = true, Choices = Slugs }],
            HasResume = true,
            Examples =
            [
                new("residuum study run medida-ks", "Every seed and claim, in a few minutes."),
                new("residuum study run --all --smoke --json", "A quick look at the whole product, for a script."),
                new("residuum study run medida-ks --seed 17", "Another seed than those of the study."),
            ],
            Run = Measure,
        },
        new Verb<StudyReportOptions, ClaimsWritten>("report")
        {
            Summary = "Write the page of claims from the last complete run of each study.",
            Examples = [new("residuum study report", "Writes docs/claims.md; no number in it is typed by hand.")],
            Run = (options, run, _) => Report(options, run),
        },
    ];

    private static IEnumerable<string> Slugs() => Product.Studies.Select(study => study.Slug);

    private static StudyOutcome Measure(StudyRunOptions options, VerbRun run, CancellationToken cancel)
    {
        var profile = options.Chosen();
        int[]? seeds = run.Settings.Seed is { } seed ? [Seed(seed)] : null;
        var store = new RunStore(run.Settings.RunsFolder);
        var results = new List<StudyResult>();
        foreach (var study in Selected(options, run))
        {
            var command = StudyRunner.Command(study, profile, seeds, $"residuum {run.Command}");
            using var folder = store.Open(command, run.Settings.Resume);
            results.Add(StudyRunner.Run(study, profile, folder, run.Progress, cancel));
        }
        return new StudyOutcome(results, options.All);
    }

    private static ClaimsWritten Report(StudyReportOptions options, VerbRun run)
    {
        string page = ClaimsPage.Markdown(Product.Studies, new RunStore(run.Settings.RunsFolder));
        AtomicFile.Write(options.Output, stream => stream.Write(Encoding.UTF8.GetBytes(page)));
        return new ClaimsWritten(options.Output, [.. Slugs()]);
    }

    private static IEnumerable<Study> Selected(StudyRunOptions options, VerbRun run)
    {
        if (options.All && run.Has("study")) throw new UserError("a study beside --all", "study run", $"'{run.Text("study")}'", "one of the two");
        if (options.All && run.Settings.Resume is not null) throw new UserError("--resume with --all", "study run", expected: "one study to go on with");
        if (options.All) return Product.Studies;
        if (!run.Has("study")) throw new UserError("STUDY is missing", "study run", expected: $"--all or one of: {string.Join(", ", Slugs())}");
        string slug = run.Text("study");
        return [Product.Studies.FirstOrDefault(study => study.Slug == slug)
            ?? throw new UserError("unknown study", "study run", $"'{slug}'", remedy: Suggestion.For(slug, Slugs()) ?? $"known studies: {string.Join(", ", Slugs())}")];
    }

    private static int Seed(long seed) => seed is >= 0 and <= int.MaxValue
        ? (int)seed
        : throw new UserError("value out of range", "--seed", seed.ToString(CultureInfo.InvariantCulture), $"[0, {int.MaxValue}] for a study");
}
