using Residuum.Experiments.Runs;

namespace Residuum.Experiments.Studies;

/// <summary>Writes what a study leaves in its run folder beside metrics, trace and figures.</summary>
internal static class StudyFolder
{
    public static string Complete(RunFolder folder, Study study, StudyResult result, IReadOnlyList<SeedRecord> seeds)
    {
        folder.WriteJson(ClaimsFile.Name, new ClaimsFile(result.SchemaVersion, result.Study, result.Profile, result.Claims));
        return folder.Complete();
    }
}
