using Residuum.Discovery.Interpolation;
using Residuum.Discovery.Sensors;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests.Interpolation;

public sealed class HeldOutSensorsTests
{
    private static readonly PlaneGrid Grid = SyntheticFlow.Grid;
    private static readonly double[] Truth = SyntheticFlow.Pairs(Grid, pairs: 2, seed: 21, roll: 4);

    public static TheoryData<string, double> Cases => new MatrixTheoryData<string, double>(["polyharmonic:6", "gp", "rbf", "linear", "band-limited"], [0.95, 0.75, 0.5]);

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_score_is_within_a_factor_two_of_the_true_error(string name, double ratio)
    {
        var (sensors, interpolator) = (SyntheticFlow.Mask(Grid, ratio, seed: 5), Interpolators.Create(name));
        var values = SyntheticFlow.Read(sensors, Truth);
        double[] score = HeldOutSensors.Score(interpolator, sensors, values, seed: 1).Layers;
        double[] error = InterpolationErrors.Of(Grid, 2, interpolator.Fit(sensors, values, seed: 1), Truth).StreamFunction;
        for (int layer = 0; layer < 2; layer++) Assert.InRange(score[layer] / error[layer], 0.5, 2);
    }

    [Fact]
    public void Between_grid_points_the_score_is_that_of_all_places()
    {
        var truth = new GridFields(Grid, Truth);
        var sensors = SyntheticFlow.Anywhere(Grid, 1000, seed: 6);
        var values = new SensorValues(4, 2, 1000, truth.At(sensors.X, sensors.Y));
        var interpolator = Interpolators.Create("rbf");
        double[] score = HeldOutSensors.Score(interpolator, sensors, values, seed: 1).Layers;
        double[] error = InterpolationErrors.Of(Grid, 2, interpolator.Fit(sensors, values, seed: 1), Truth).StreamFunction;
        for (int layer = 0; layer < 2; layer++) Assert.InRange(score[layer] / error[layer], 0.5, 2);
    }

    [Fact]
    public void The_misfit_tells_whether_a_union_is_harmless()
    {
        var sensors = SyntheticFlow.Mask(Grid, 0.8, seed: 9);
        var values = SyntheticFlow.Read(sensors, Truth);
        HeldOutScore exact = HeldOutSensors.Score(Interpolators.Create("polyharmonic:6"), sensors, values), smooth = HeldOutSensors.Score(Interpolators.Create("band-limited:5"), sensors, values);
        Assert.All(exact.Misfits, misfit => Assert.Equal(0, misfit));
        Assert.InRange(smooth.Misfits[1] / smooth.Gaps[1], 0.5, 1);
    }

    [Fact]
    public void Folds_deal_a_tenth_of_the_sensors_each_once()
    {
        int[][] folds = HeldOutSensors.Folds(1000, new HeldOutOptions(), seed: 3);
        Assert.Equal(5, folds.Length);
        Assert.All(folds, fold => Assert.Equal(20, fold.Length));
        Assert.Equal(100, folds.SelectMany(fold => fold).Distinct().Count());
        Assert.NotEqual(folds[0], HeldOutSensors.Folds(1000, new HeldOutOptions(), seed: 4)[0]);
    }

    [Fact]
    public void An_interpolator_that_keeps_no_memory_between_snapshots_is_told_by_its_changes()
    {
        var sensors = SyntheticFlow.Mask(Grid, 0.8, seed: 7);
        var values = SyntheticFlow.Read(sensors, Truth);
        var steady = HeldOutSensors.Score(Interpolators.Create("polyharmonic:4"), sensors, values);
        var restless = HeldOutSensors.Score(new Restless(), sensors, values);
        Assert.InRange(restless.Error / steady.Error, 0.5, 2); // a snapshot is as good
        Assert.InRange(restless.TendencyError / steady.TendencyError, 5, double.PositiveInfinity); // a change is not
    }

    [Fact]
    public void Auto_chooses_the_best_by_the_score_and_says_what_could_not_work()
    {
        var sensors = SyntheticFlow.Mask(Grid, 0.8, seed: 8);
        var values = SyntheticFlow.Read(sensors, Truth);
        string[] names = ["nearest", "linear", "polyharmonic:6", "cubic", "enkf"];
        var auto = new AutoInterpolator([.. names.Select(name => Interpolators.Create(name))]);
        var choice = auto.Choose(sensors, values, seed: 2);
        Assert.Equal("polyharmonic:6", choice.Best.Name);
        Assert.Equal("enkf", Assert.Single(choice.Failures).Interpolator);
        Assert.Equal(5, choice.Scores[0].Folds);
        Assert.Equal(1, choice.Scores.Single(score => score.Interpolator == "nearest").Folds); // left early
        Assert.Equal(choice.Best.Fit(sensors, values, seed: 2).Values, auto.Fit(sensors, values, seed: 2).Values);
    }

    [Fact]
    public void Auto_is_within_half_of_the_best_on_masks_of_all_ratios()
    {
        for (int mask = 0; mask < 4; mask++)
        {
            var sensors = SyntheticFlow.Mask(Grid, new[] { 0.95, 0.9, 0.75, 0.5 }[mask], seed: 30 + mask);
            var values = SyntheticFlow.Read(sensors, Truth);
            string[] names = ["gp", "polyharmonic:6", "polyharmonic:4", "rbf", "cubic", "band-limited"];
            double[] errors = [.. names.Select(name => SyntheticFlow.Error(Interpolators.Create(name).Fit(sensors, values, seed: 0).Values, Truth))];
            var chosen = new AutoInterpolator([.. names.Select(name => Interpolators.Create(name))]).Fit(sensors, values, seed: mask);
            Assert.InRange(SyntheticFlow.Error(chosen.Values, Truth), 0, 1.5 * errors.Min());
        }
    }

    [Fact]
    public void Too_few_sensors_are_refused() =>
        Assert.Throws<UserError>(() => HeldOutSensors.Score(Interpolators.Create("nearest"), SyntheticFlow.Anywhere(Grid, 5, seed: 0), new SensorValues(2, 1, 5)));

    /// <summary>Fits every second snapshot with another power: errors of a pair do not cancel.</summary>
    private sealed class Restless : IFieldInterpolator
    {
        public string Name => "restless";

        public bool IsLinear => false;

        public IInterpolatedFields Fit(SensorNetwork sensors, SensorValues values, long seed, IProgress<Numerics.Progress>? progress = null, CancellationToken cancel = default)
        {
            double[] mixed = (double[])new PolyharmonicFill(4).Fit(sensors, values, seed, progress, cancel).Values.Clone(), other = new PolyharmonicFill(6).Fit(sensors, values, seed, progress, cancel).Values;
            int state = values.Layers * sensors.Grid.Points;
            for (int snapshot = 1; snapshot < values.Snapshots; snapshot += 2) other.AsSpan(snapshot * state, state).CopyTo(mixed.AsSpan(snapshot * state));
            return new GridFields(sensors.Grid, mixed);
        }
    }
}
