using Residuum.Experiments.Studies;

namespace Residuum.Experiments.Tests.Studies;

public sealed class StudyRunnerTests
{
    [Fact]
    public void Smoke_runs_the_first_seed_and_quick_runs_all()
    {
        Assert.Equal([0], StudyRunner.Run(new MeanStudy(), Profile.Smoke).Claims[0].Measured.Select(m => m.Seed));
        Assert.Equal([0, 1, 2, 3, 4], StudyRunner.Run(new MeanStudy(), Profile.Quick).Claims[0].Measured.Select(m => m.Seed));
        Assert.Equal([7], StudyRunner.Run(new MeanStudy(), Profile.Quick, seeds: [7]).Claims[0].Measured.Select(m => m.Seed));
    }

    [Fact]
    public void The_slug_is_the_class_name_in_kebab_case() => Assert.Equal("mean", new MeanStudy().Slug);

    [Fact]
    public void An_untouched_study_passes_and_reproduces_the_paper()
    {
        var result = StudyRunner.Run(new MeanStudy(), Profile.Quick);

        Assert.True(result.Passes);
        Assert.Equal([Verdict.Holds, Verdict.Holds, Verdict.Holds, Verdict.Reproduced], result.Claims.Select(c => c.Verdict));
        Assert.Equal(2, result.Claims[3].Paper);
    }

    [Fact]
    public void Sabotage_by_the_constructor_turns_the_named_claim_red_and_leaves_the_others_green()
    {
        var first = StudyRunner.Run(new MeanStudy(values => values[0] + 100), Profile.Quick);
        Assert.Equal(
            ["finds-the-mean", "does-not-depend-on-the-order"],
            first.Claims.Where(c => c.Verdict == Verdict.Fails).Select(c => c.Id));

        var shifted = StudyRunner.Run(new MeanStudy(values => values.Average() + 1), Profile.Quick);
        Assert.Equal(["finds-the-mean"], shifted.Claims.Where(c => c.Verdict == Verdict.Fails).Select(c => c.Id));
        Assert.Equal(Verdict.NotReproduced, shifted.Claims[3].Verdict);
        Assert.False(shifted.Passes);
    }

    [Fact]
    public void An_exception_names_study_and_seed()
    {
        var error = Assert.Throws<StudyException>(() => StudyRunner.Run(new MeanStudy(_ => throw new ArithmeticException("singular")), Profile.Quick, seeds: [3]));
        Assert.Equal("study mean, seed 3: singular", error.Message);
    }

    [Fact]
    public void Nan_fails_the_claim_and_is_named()
    {
        var claim = StudyRunner.Run(new MeanStudy(_ => double.NaN), Profile.Quick, seeds: [5, 6]).Claims[0];

        Assert.Equal(Verdict.Fails, claim.Verdict);
        Assert.Equal([5, 6], claim.SeedsNotFinite);
        Assert.Null(claim.Interval);
    }
}
