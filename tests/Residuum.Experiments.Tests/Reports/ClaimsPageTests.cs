using Residuum.Experiments.Reports;
using Residuum.Experiments.Runs;
using Residuum.Experiments.Studies;
using Residuum.Experiments.Tests.Studies;

namespace Residuum.Experiments.Tests.Reports;

public sealed class ClaimsPageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RunStore _store;

    public ClaimsPageTests() => _store = new RunStore(_folder.File("runs"));

    public void Dispose() => _folder.Dispose();

    private void Run(Study study, Profile profile, IReadOnlyList<int>? seeds = null)
    {
        using var folder = _store.Start(StudyRunner.Command(study, profile, seeds));
        StudyRunner.Run(study, profile, folder);
    }

    [Fact]
    public void A_study_that_was_not_run_is_named() => Assert.Contains("Not run yet.", ClaimsPage.Markdown([new MeanStudy()], _store), StringComparison.Ordinal);

    [Fact]
    public void The_page_has_profile_commit_date_and_claims_of_the_last_complete_run_with_the_studys_seeds()
    {
        Run(new MeanStudy(), Profile.Smoke);
        Run(new MeanStudy(), Profile.Quick);
        Run(new MeanStudy(values => values.Average() + 5), Profile.Quick, [17]); // other seeds: not the study's own
        _store.Start(StudyRunner.Command(new MeanStudy(), Profile.Full)).Dispose(); // unfinished

        string page = ClaimsPage.Markdown([new MeanStudy()], _store);
        var record = _store.List().First(run => run.Record.Command.Seeds.Count == 5).Record;
        Assert.Contains("## The sample mean finds the mean", page, StringComparison.Ordinal);
        Assert.Contains("Profile quick, seeds 0, 1, 2, 3, 4, commit ", page, StringComparison.Ordinal);
        Assert.Contains(record.StartedAt.UtcDateTime.ToString("yyyy-MM-dd", null), page, StringComparison.Ordinal);
        Assert.Contains("All 3 gates and controls hold. Figures of the paper: 1 reproduced.", page, StringComparison.Ordinal);
        Assert.Contains("| holds | finds the mean | gate |", page, StringComparison.Ordinal);
        Assert.Equal(page, ClaimsPage.Markdown([new MeanStudy()], _store)); // no timings, no time of writing
    }

    [Fact]
    public void A_bar_or_a_tag_in_a_text_does_not_break_the_table()
    {
        var claim = new Claim
        {
            Id = "a",
            Text = "|a| < <b>",
            Kind = ClaimKind.Gate,
            Paper = null,
            Unit = "",
            Bound = Is.AtMost(1),
            Measured = [new SeedValue(0, new Measurement(1))],
            Interval = null,
            Verdict = Verdict.Holds,
        };
        using (var folder = _store.Start(StudyRunner.Command(new MeanStudy(), Profile.Smoke)))
        {
            folder.WriteJson("claims.json", new ClaimsFile(1, "mean", Profile.Smoke, [claim]));
            folder.Complete();
        }
        Assert.Contains(@"| holds | \|a\| &lt; &lt;b> | gate |", ClaimsPage.Markdown([new MeanStudy()], _store), StringComparison.Ordinal);
    }
}
