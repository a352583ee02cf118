using Residuum.Discovery.Assimilation;
using Residuum.Discovery.Models;
using Residuum.Discovery.Skill;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Steppers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests.Skill;

public sealed class SkillComparisonTests
{
    private static readonly KuramotoSivashinsky True = new(FourierGrid.Periodic(22, 32));
    private static readonly PeriodicSolver Truth = Solver(True), Wrong = Solver(True with { Diffusion = 0.9 });
    private static readonly StateBatch Start = new(Truth.Layout, 1, True.InitialState(3));

    [Fact]
    public void A_right_model_forecasts_longer_than_a_wrong_one()
    {
        var options = new SkillOptions { Starts = 4, SpinUp = 60, Interval = 1, LyapunovDuration = 200, Horizon = 3 };
        var skill = SkillComparison.AgainstTruth(Wrong, Truth, Truth, Start, options);
        Assert.Equal(SkillReference.Truth, skill.Reference);
        Assert.InRange(skill.Lyapunov!.Value, 0.02, 0.12); // 0.043 at L = 22 (Edson et al. 2019)
        Assert.All(skill.CorrectedTimes, time => Assert.Equal(4, time.Censored));
        Assert.All(skill.OriginalTimes, time => Assert.Equal(0, time.Censored));
        Assert.True(skill.OriginalTimes[0].Mean < skill.OriginalTimes[1].Mean);
        Assert.Equal(skill.Original.Errors.Columns, skill.Example!.Truth.Rows);
        Assert.Equal(skill.Example.Truth.Values, skill.Example.Corrected.Values);
    }

    [Theory]
    [InlineData(1, SkillReference.HeldOutSteps, 1)]
    [InlineData(4, SkillReference.HeldOutSequences, 4)]
    public void Without_a_truth_the_observed_samples_judge(int lags, SkillReference reference, int times)
    {
        var observed = TwinExperiment.Observe(Truth, Start, new TwinSettings { Samples = 6, Lags = lags, Lag = 0.2, SpinUp = 20 }).Clean;
        var skill = SkillComparison.AgainstObserved(Wrong, Truth, observed);
        Assert.Equal((reference, times, 6), (skill.Reference, skill.Original.Errors.Columns, skill.Starts));
        Assert.Null(skill.Lyapunov);
        Assert.True(skill.Corrected.Mean()[0] < 1e-12 && skill.Original.Mean()[0] > 1e-4);
    }

    private static PeriodicSolver Solver(KuramotoSivashinsky model) => model.With(TimeScheme.Etdrk4, 0.1);
}
