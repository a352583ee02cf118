using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Residuum.Experiments.Runs;
using Residuum.Numerics;

namespace Residuum.Experiments.Studies;

/// <summary>Runs studies: once for each seed, then counts the claims together.</summary>
public static class StudyRunner
{
    private const string CheckpointName = "seeds";

    /// <summary>The seeds that a profile runs.</summary>
    /// <param name="study">The study.</param>
    /// <param name="profile">The profile.</param>
    public static IReadOnlyList<int> SeedsOf(Study study, Profile profile)
    {
        ArgumentNullException.ThrowIfNull(study);
        return profile == Profile.Smoke ? [study.Seeds[0]] : study.Seeds;
    }

    /// <summary>What identifies a run of a study, for its folder.</summary>
    /// <param name="study">The study.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="seeds">Other seeds than the profile's; null for these.</param>
    /// <param name="commandLine">The command line as typed, for the record.</param>
    public static RunCommand Command(Study study, Profile profile, IReadOnlyList<int>? seeds = null, string commandLine = "")
    {
        ArgumentNullException.ThrowIfNull(study);
        var options = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["profile"] = JsonNamingPolicy.KebabCaseLower.ConvertName(profile.ToString()),
            ["settings"] = study.SettingsOf(profile).ToString() ?? "",
        };
        return new RunCommand(study.Slug, options) { Seeds = seeds ?? SeedsOf(study, profile), CommandLine = commandLine };
    }

    /// <summary>Runs a study in memory: for tests and sabotage.</summary>
    /// <param name="study">The study.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="seeds">Other seeds than the profile's; null for these.</param>
    /// <param name="progress">Where to tell how far the work has come.</param>
    /// <param name="cancel">Stops the study.</param>
    /// <exception cref="StudyException">The study threw, or states a claim twice or differently.</exception>
    public static StudyResult Run(Study study, Profile profile, IReadOnlyList<int>? seeds = null, IProgress<Progress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(study);
        return Run(new Plan(study, profile, seeds ?? SeedsOf(study, profile), null, progress ?? Silent.Instance), cancel);
    }

    /// <summary>Runs a study, or what is left of it, into a run folder, and completes the folder.</summary>
    /// <param name="study">The study.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="folder">From <see cref="RunStore.Start"/> or <see cref="RunStore.Resume"/> with <see cref="Command"/>; its seeds are run.</param>
    /// <param name="progress">Where to tell how far the work has come.</param>
    /// <param name="cancel">Stops the study; the folder keeps the seeds that are done.</param>
    /// <exception cref="StudyException">The study threw, or states a claim twice or differently.</exception>
    public static StudyResult Run(Study study, Profile profile, RunFolder folder, IProgress<Progress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(folder);
        if (Command(study, profile, folder.Record.Command.Seeds).DifferenceTo(folder.Record.Command) is { } difference)
            throw new ArgumentException($"the folder is of another run: {difference}", nameof(folder));
        return Run(new Plan(study, profile, folder.Record.Command.Seeds, folder, progress ?? Silent.Instance), cancel);
    }

    private static StudyResult Run(Plan plan, CancellationToken cancel)
    {
        var done = Restore(plan.Folder);
        for (int i = done.Count; i < plan.Seeds.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            done.Add(RunSeed(plan, i, cancel));
            plan.Folder?.Checkpoint(CheckpointName, RunJson.Bytes(done));
        }
        var result = new StudyResult
        {
            Study = plan.Study.Slug,
            Profile = plan.Profile,
            Seconds = done.Sum(seed => seed.Seconds),
            PeakBytes = PeakMemory.Bytes(),
            Claims = CountTogether(plan.Study, done),
            Run = "",
        };
        return plan.Folder is null ? result : result with { Run = StudyFolder.Complete(plan.Folder, plan.Study, result, done) };
    }

    private static SeedRecord RunSeed(Plan plan, int index, CancellationToken cancel)
    {
        int seed = plan.Seeds[index];
        var clock = Stopwatch.StartNew();
        var context = new StudyContext(seed, plan.Profile, draws: index == 0, new SeedProgress(plan, index), (what, details) => plan.Folder?.Trace(what, new { seed, details }), cancel);
        plan.Folder?.Trace("seed starts", new { seed });
        try
        {
            plan.Study.Run(plan.Profile, context);
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            throw new StudyException(plan.Study.Slug, seed, error);
        }
        foreach (var (name, figure) in context.Figures) plan.Folder?.Draw(name, figure);
        foreach (var metric in context.Metrics) plan.Folder?.Add(metric);
        double seconds = clock.Elapsed.TotalSeconds;
        plan.Folder?.Trace("seed ends", new { seed, seconds });
        var figures = context.Figures.Select(f => new FigureFile(f.Name, f.Figure.Title, f.Figure.AltText)).ToList();
        return new SeedRecord(seed, seconds, context.Claims, figures, context.Tables);
    }

    private static List<SeedRecord> Restore(RunFolder? folder) =>
        folder?.Restore(CheckpointName) is { } state ? JsonSerializer.Deserialize<List<SeedRecord>>(state, RunJson.Indented) ?? [] : [];

    private static IReadOnlyList<Claim> CountTogether(Study study, IReadOnlyList<SeedRecord> seeds)
    {
        try
        {
            return ClaimTable.Of(seeds);
        }
        catch (InvalidOperationException error)
        {
            throw new StudyException(study.Slug, null, error);
        }
    }

    private sealed record Plan(Study Study, Profile Profile, IReadOnlyList<int> Seeds, RunFolder? Folder, IProgress<Progress> Progress);

    /// <summary>The progress of one seed as a part of the whole.</summary>
    private sealed class SeedProgress(Plan plan, int index) : IProgress<Progress>
    {
        public void Report(Progress value) => plan.Progress.Report(new Progress(
            string.Create(CultureInfo.InvariantCulture, $"seed {plan.Seeds[index]}: {value.Stage}"), (index + value.Fraction) / plan.Seeds.Count));
    }

    private sealed class Silent : IProgress<Progress>
    {
        public static Silent Instance { get; } = new();

        public void Report(Progress value)
        {
        }
    }
}
