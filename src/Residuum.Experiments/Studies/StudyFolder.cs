using Residuum.Experiments.Reports;
using Residuum.Experiments.Runs;

namespace Residuum.Experiments.Studies;

/// <summary>Writes what a study leaves in its run folder beside metrics, trace and figures: the claims and the report.</summary>
internal static class StudyFolder
{
    public static string Complete(RunFolder folder, Study study, StudyResult result, IReadOnlyList<SeedRecord> seeds)
    {
        folder.WriteJson(ClaimsFile.Name, new ClaimsFile(result.SchemaVersion, result.Study, result.Profile, result.Claims));
        folder.Write(RunFolder.ReportName, ReportWriter.Html(Report(folder, study, result, seeds)));
        return folder.Complete();
    }

    private static Report Report(RunFolder folder, Study study, StudyResult result, IReadOnlyList<SeedRecord> seeds) => new(
        study.Title,
        [
            new Paragraph(study.Citation.ToString()),
            new Callout(ClaimSheet.Summary(result.Claims), result.Passes),
            new Heading("Claims"),
            new ClaimsBlock(result.Claims),
            .. seeds.SelectMany(seed => seed.Figures).Select(figure => new FigureBlock(figure.AltText, figure.Title, folder.Svg(figure.Name))),
            .. seeds.SelectMany(seed => seed.Tables).Select(table => new TableBlock(table)),
            folder.Provenance(),
        ]);
}
