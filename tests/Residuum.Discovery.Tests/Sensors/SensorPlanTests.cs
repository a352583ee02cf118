using System.Text;
using Residuum.Discovery.Sensors.Networks;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests.Sensors;

public sealed class SensorPlanTests
{
    private static readonly PlaneGrid Grid = PlaneGrid.Periodic(16, 24, 4, 6);

    [Theory]
    [InlineData("all", 384)]
    [InlineData("random:0.5", 192)]
    [InlineData("stride:2", 96)]
    [InlineData("stride:2x3", 64)]
    [InlineData("moorings:20", 20)]
    [InlineData("moorings:20,clusters=2,radius=0.5,scattered", 20)]
    public void A_plan_makes_the_network_that_it_names(string text, int count) =>
        Assert.Equal(count, SensorPlan.Parse(text).Place(Grid, seed: 0).Count);

    [Fact]
    public void Only_tracks_with_a_drift_change_from_pair_to_pair()
    {
        Assert.True(SensorPlan.Parse("tracks:4,drift=0.3").Drifts);
        Assert.False(SensorPlan.Parse("tracks:4,width=0.7").Drifts);
        Assert.False(SensorPlan.Parse("random:0.5").Drifts);
    }

    [Theory]
    [InlineData("", "not a sensor network")]
    [InlineData("randm:0.5", "did you mean 'random'?")]
    [InlineData("random:", "(0, 1]")]
    [InlineData("random:1.5", "(0, 1]")]
    [InlineData("random:NaN", "(0, 1]")]
    [InlineData("stride:0", "whole number above 0")]
    [InlineData("stride:2x3x4", "whole number above 0")]
    [InlineData("stride:-1", "whole number above 0")]
    [InlineData("tracks:0", "count: value out of range: found '0'")]
    [InlineData("tracks:8,incline=5", "unknown option of a sensor network: found 'incline'")]
    [InlineData("tracks:8,inclination=200", "inclination: value out of range: found '200'")]
    [InlineData("tracks:8,width=a", "width: wrong value")]
    [InlineData("moorings:5,count=6", "stands twice")]
    [InlineData("moorings:many", "count: wrong value")]
    [InlineData("file:", "not a sensor network")]
    [InlineData("all:1", "not a sensor network")]
    [InlineData("random:0.5,mask=", "no file behind mask=")]
    public void A_wrong_plan_is_refused_in_one_line(string text, string reason)
    {
        var error = Assert.Throws<UserError>(() => SensorPlan.Parse(text));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.StartsWith($"sensors '{text}': ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_is_a_plan_or_a_clean_error()
    {
        string[] seeds = ["random:0.95", "stride:2x3", "tracks:8,inclination=66,width=1.5,drift=0.3,ascending", "moorings:20,clusters=3,radius=2,scattered,mask=a.npy"];
        Fuzzing.Run([.. seeds.Select(Encoding.UTF8.GetBytes)], Effort.Rounds(5_000, 50_000), bytes => SensorPlan.Parse(Fuzzing.Text(bytes)));
    }
}
