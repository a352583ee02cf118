using Residuum.Discovery.Models;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Random;
using Residuum.Numerics.Steppers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests.Observations;

public class QualityControlTests
{
    private static readonly Dictionary<string, Func<double, double>> Shapes = new()
    {
        ["many waves"] = x => Math.Sin(x) + (0.6 * Math.Cos((5 * x) + 1)) + (0.3 * Math.Sin(9 * x)),
        ["a solitary wave on a flat field"] = x => 1 / Math.Pow(Math.Cosh(x / 0.12), 2),
        ["a resolved front"] = x => Math.Tanh(x / 0.1) * Math.Cos(x / 2),
        ["a constant"] = x => 2.5,
    };

    public static TheoryData<string, double> CleanAndNoisy() =>
        new(from shape in Shapes.Keys from noise in new[] { 0, 0.01, 0.1, 0.5 } select (shape, noise));

    [Theory]
    [MemberData(nameof(CleanAndNoisy))]
    public void Good_samples_are_kept(string shape, double noise)
    {
        var set = TestStates.Moving(Shapes[shape], samples: 100, noise: noise);
        var (kept, report) = QualityControl.Apply(set, new SpikeRule());
        Assert.Empty(report.Dropped);
        Assert.Same(set, kept);
    }

    [Theory]
    [InlineData(0.005, 0)]
    [InlineData(0.1, 0)]
    [InlineData(0.1, 0.013)]
    [InlineData(0.1, 0.13)]
    public void Chaotic_states_are_kept_clean_and_noisy(double step, double noise)
    {
        var model = new KuramotoSivashinsky(FourierGrid.Periodic(100, 256));
        var truth = model.With(TimeScheme.Etdrk4, 0.05);
        var spun = new StateBatch(truth.Layout, 50);
        for (int member = 0; member < spun.Members; member++) model.InitialState(member).CopyTo(spun.State(member));
        var start = truth.Run([spun], 50).States;
        var end = truth.Run([start], step).States;
        var random = new RandomStream(5, "observation noise");
        foreach (var batch in new[] { start, end })
        {
            foreach (ref double value in batch.Values.AsSpan()) value += noise * random.Normal();
        }
        var set = new ObservationSet([start, end], [.. Enumerable.Repeat(step, 50)], new ObservationMetadata());
        Assert.Empty(QualityControl.Apply(set, new SpikeRule()).Report.Dropped);
    }

    [Theory]
    [InlineData(0, 0.0, 0.1)]
    [InlineData(1, 0.0, 0.1)]
    [InlineData(0, 0.01, 0.4)]
    [InlineData(1, 0.1, 3.0)]
    public void A_spike_is_found_where_it_stands(int lag, double noise, double height)
    {
        var set = TestStates.Moving(Shapes["many waves"], shift: 0.005, noise: noise);
        set.States[lag].State(13)[50] += height;

        var (kept, report) = QualityControl.Apply(set, new SpikeRule());

        var dropped = Assert.Single(report.Dropped);
        Assert.Equal(13, dropped.Sample);
        Assert.StartsWith($"a spike in u at lag {lag}, point 50:", dropped.Reason);
        Assert.Equal(19, kept.Samples);
        Assert.DoesNotContain("sample 13", kept.Names);
    }

    [Fact]
    public void A_sensor_stuck_at_both_times_is_found()
    {
        var set = TestStates.Moving(Shapes["many waves"], noise: 0.01);
        foreach (var batch in set.States) batch.State(4)[77] = 9;
        var (_, report) = QualityControl.Apply(set, new SpikeRule());
        Assert.Equal([4], report.Dropped.Select(dropped => dropped.Sample));
    }

    [Fact]
    public void Missing_cells_are_counted_and_named()
    {
        var set = TestStates.Moving(Shapes["many waves"]);
        set.States[1].State(2)[5] = double.NaN;
        set.States[1].State(2)[6] = double.PositiveInfinity;
        var (kept, report) = QualityControl.Apply(set, spikes: null);
        Assert.Equal("2 missing or not finite cell(s) of u at lag 1, the first at point 5", Assert.Single(report.Dropped).Reason);
        Assert.Equal(19, report.Kept);
        Assert.All(kept.States, batch => Assert.All(batch.Values, value => Assert.True(double.IsFinite(value))));
    }

    [Fact]
    public void Nothing_left_is_an_error_that_says_why()
    {
        var set = TestStates.Moving(Shapes["many waves"], samples: 1);
        set.States[0].State(0)[0] = double.NaN;
        var error = Assert.Throws<UserError>(() => QualityControl.Apply(set, new SpikeRule()));
        Assert.Contains("sample 0", error.Message);
    }
}
