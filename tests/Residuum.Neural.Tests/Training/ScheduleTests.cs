using Residuum.Neural.Training;
using Residuum.Numerics.Errors;

namespace Residuum.Neural.Tests.Training;

[Collection(nameof(Alone))]
public sealed class ScheduleTests
{
    [Fact]
    public void A_cosine_falls_from_the_whole_rate_to_its_last_fraction()
    {
        var options = new TrainingOptions { Steps = 500, LearningRate = 3e-3, Schedule = ScheduleKind.Cosine, FinalFraction = 0.01 };
        Assert.Equal(3e-3, options.RateAt(0), 1e-18);
        Assert.Equal(3e-3 * (0.01 + (0.99 * 0.5)), options.RateAt(250), 1e-15);
        Assert.Equal(3e-5, options.RateAt(500), 1e-15);
        Assert.All(Enumerable.Range(0, 499), step => Assert.True(options.RateAt(step + 1) < options.RateAt(step)));
    }

    [Fact]
    public void A_warm_up_rises_evenly_and_the_schedule_begins_behind_it()
    {
        var options = new TrainingOptions { Steps = 100, LearningRate = 1, Schedule = ScheduleKind.Cosine, FinalFraction = 0, WarmUp = 10 };
        Assert.Equal([0.1, 0.2, 0.3], Enumerable.Range(0, 3).Select(step => Math.Round(options.RateAt(step), 12)));
        Assert.Equal(1, options.RateAt(10), 1e-15);
        Assert.Equal(0, options.RateAt(100), 1e-15);
    }

    [Fact]
    public void Steps_decay_by_their_factor_and_a_constant_stays()
    {
        var options = new TrainingOptions { LearningRate = 1, Schedule = ScheduleKind.StepDecay, DecayEvery = 10, DecayFactor = 0.5 };
        Assert.Equal([1, 1, 0.5, 0.25], new[] { 0L, 9, 10, 25 }.Select(options.RateAt));
        Assert.Equal(1, (options with { Schedule = ScheduleKind.Constant }).RateAt(999));
    }

    [Fact]
    public void Options_check_themselves()
    {
        Assert.Contains("learning-rate", Assert.Throws<OptionError>(() => new TrainingOptions { LearningRate = 0 }).Message);
        Assert.Throws<OptionError>(() => new TrainingOptions() with { Steps = 0 });
    }
}
