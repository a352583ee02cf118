using System.Globalization;
using System.Text;
using System.Text.Json;
using Residuum.Experiments.Runs;
using Residuum.Experiments.Studies;

namespace Residuum.Experiments.Reports;

/// <summary>Writes the documentation's page of claims from the last complete runs, so that no number in it is typed by hand.</summary>
public static class ClaimsPage
{
    private const long LargestFile = 64 << 20;

    /// <summary>The page in Markdown: for each study its last complete run with the study's own seeds. No timings.</summary>
    /// <param name="studies">The studies, in the order of the page.</param>
    /// <param name="store">Where the runs are.</param>
    public static string Markdown(IReadOnlyList<Study> studies, RunStore store)
    {
        ArgumentNullException.ThrowIfNull(studies);
        ArgumentNullException.ThrowIfNull(store);
        var page = new StringBuilder("# Claims\n\nWritten by `residuum study report` from the last complete run of each study.\n");
        foreach (var study in studies)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {Escape(study.Title)}\n\n`{study.Slug}`: {Escape(study.Citation.ToString())}.\n\n");
            var run = store.Latest(study.Slug, record => HasOwnSeeds(study, record));
            if (run is null || Read(run) is not { } claims) page.Append("Not run yet.\n");
            else Append(page, run.Record, claims);
        }
        return page.ToString();
    }

    private static void Append(StringBuilder page, RunRecord record, ClaimsFile claims)
    {
        string commit = record.Commit() is { Length: > 0 } known ? known[..Math.Min(10, known.Length)] : record.Version;
        page.Append(CultureInfo.InvariantCulture, $"Profile {claims.Profile.ToString().ToLowerInvariant()}, seeds {string.Join(", ", record.Command.Seeds)}, commit {commit}, {record.StartedAt.UtcDateTime:yyyy-MM-dd}. ");
        page.Append(ClaimSheet.Summary(claims.Claims)).Append("\n\n");
        var table = ClaimSheet.Of("", claims.Claims);
        AppendRow(page, table.Columns.Select(column => column.Name));
        AppendRow(page, table.Columns.Select(column => column.Numeric ? "--:" : "---"));
        foreach (var row in table.Rows) AppendRow(page, row.Select(Escape));
    }

    private static void AppendRow(StringBuilder page, IEnumerable<string> cells) => page.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static bool HasOwnSeeds(Study study, RunRecord record) =>
        Enum.GetValues<Profile>().Any(profile => StudyRunner.Command(study, profile).DifferenceTo(record.Command) is null);

    private static ClaimsFile? Read(RunEntry run)
    {
        var file = new FileInfo(Path.Combine(run.Path, ClaimsFile.Name));
        return file.Exists && file.Length <= LargestFile ? JsonSerializer.Deserialize<ClaimsFile>(File.ReadAllBytes(file.FullName), RunJson.Indented) : null;
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char c in text.ReplaceLineEndings(" "))
        {
            if (c == '<') escaped.Append("&lt;");
            else if (c == '&') escaped.Append("&amp;");
            else if (@"\|*_`[]{}".Contains(c, StringComparison.Ordinal)) escaped.Append('\\').Append(c);
            else escaped.Append(c);
        }
        return escaped.ToString();
    }
}
