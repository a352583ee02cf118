using Residuum.Discovery.Assimilation;
using Residuum.Discovery.Models;
using Residuum.Discovery.Skill;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Errors;

namespace Residuum.Discovery.Tests.Assimilation;

public sealed class SampleAssimilationTests
{
    private static readonly OdeSolver Truth = new(new Lorenz96());

    [Theory]
    [InlineData(Filter.Virtual)]
    [InlineData(Filter.Enkf)]
    [InlineData(Filter.Etkf)]
    public void An_analysis_is_nearer_to_the_truth_than_the_forecast(Filter filter)
    {
        var twin = Twin(noise: 0.05);
        double deviation = twin.Noisy.Metadata.NoiseStandardDeviations[0];
        var options = new AssimilationOptions { Filter = filter, MembersPerPoint = 4, BackgroundDeviation = 0.3 };
        var assimilation = new SampleAssimilation(Truth, PriorPerturbation.White(0.3), options, seed: 1);
        double forecast = 0, analysis = 0;
        for (int sample = 0; sample < twin.Noisy.Samples; sample++)
        {
            var result = assimilation.Analyse([One(twin.Noisy.States[0], sample)], Observation.Full(twin.Noisy.Ends.State(sample), deviation), 0.05, sample);
            Assert.Equal(160, result.Members);
            forecast += EnsembleScores.Rmse(result.Forecast, twin.Clean.Ends.State(sample));
            analysis += EnsembleScores.Rmse(result.Analysis, twin.Clean.Ends.State(sample));
        }
        Assert.True(analysis < 0.95 * forecast, $"{analysis} {forecast}");
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits()
    {
        var twin = Twin(noise: 0.05);
        double[] Run(long seed) => new SampleAssimilation(Truth, PriorPerturbation.White(0.3), new AssimilationOptions { Filter = Filter.Virtual }, seed)
            .Analyse([One(twin.Noisy.States[0], 0)], Observation.Full(twin.Noisy.Ends.State(0), 0.2), 0.05, 0).Analysis;
        Assert.Equal(Run(1), Run(1));
        Assert.NotEqual(Run(1), Run(2));
    }

    [Fact]
    public void Members_that_fail_do_not_stop_the_run()
    {
        var failing = new FailingSolver(Truth, every: 5);
        var twin = Twin(noise: 0.05);
        var options = new AssimilationOptions { Filter = Filter.Etkf, MembersPerPoint = 1 };
        var result = new SampleAssimilation(failing, PriorPerturbation.White(0.3), options, 1)
            .Analyse([One(twin.Noisy.States[0], 0)], Observation.Full(twin.Noisy.Ends.State(0), 0.2), 0.05, 0);
        Assert.Equal(32, result.Members);
        Assert.Equal(8, result.Failures.Count);
        Assert.All(result.Analysis, value => Assert.True(double.IsFinite(value)));
    }

    [Fact]
    public void A_twin_is_the_truth_plus_noise_of_the_size_asked_for()
    {
        var twin = Twin(noise: 0.05);
        double expected = 0.05 * Climatology.Of(twin.Clean.Ends).Deviation[0];
        Assert.Equal(expected, twin.Noisy.Metadata.NoiseStandardDeviations[0], 1e-12);
        double squares = 0;
        for (int lag = 0; lag <= twin.Clean.Lags; lag++)
            squares += twin.Clean.States[lag].Values.Zip(twin.Noisy.States[lag].Values, (a, b) => (a - b) * (a - b)).Sum();
        int count = (twin.Clean.Lags + 1) * twin.Clean.Samples * 40;
        Assert.Equal(expected, Math.Sqrt(squares / count), expected * 4 / Math.Sqrt(2 * count));
    }

    [Fact]
    public void The_states_of_a_group_follow_each_other_and_groups_lie_apart_as_asked()
    {
        var settings = new TwinSettings { Samples = 3, Lags = 2, Lag = 0.05, Every = 0.5, SpinUp = 1 };
        var start = new StateBatch(Truth.Layout, 1, Truth.Model.GoodState);
        var twin = TwinExperiment.Observe(Truth, start, settings);
        Assert.Same(twin.Clean, twin.Noisy);
        Assert.Equal([1.1, 1.6, 2.1], twin.Clean.Times.Select(time => Math.Round(time, 12)));
        var again = Truth.Run([One(twin.Clean.States[0], 1)], 0.05).States;
        Assert.Equal(twin.Clean.States[1].State(1).ToArray(), again.Values);
        var next = Truth.Run([One(twin.Clean.Ends, 1)], 0.4).States;
        Assert.Equal(twin.Clean.States[0].State(2).ToArray(), next.Values);
    }

    [Fact]
    public void Overlapping_groups_are_refused()
    {
        var start = new StateBatch(Truth.Layout, 1, Truth.Model.GoodState);
        var error = Assert.Throws<UserError>(() => TwinExperiment.Observe(Truth, start, new TwinSettings { Lag = 1, Every = 2 }));
        Assert.Contains("the groups overlap", error.Message);
    }

    private static TwinExperiment Twin(double noise) => TwinExperiment.Observe(
        Truth, new StateBatch(Truth.Layout, 1, Truth.Model.GoodState), new TwinSettings { Samples = 12, Lags = 1, Lag = 0.05, Every = 1, SpinUp = 20, Noise = noise, Seed = 4 });

    private static StateBatch One(StateBatch states, int member) => new(states.Layout, 1, states.State(member).ToArray());

    private sealed class FailingSolver(ISolver inner, int every) : ISolver
    {
        public StateLayout Layout => inner.Layout;

        public int Lags => inner.Lags;

        public TermEntry Entry => inner.Entry;

        public ISolver WithTerms(IReadOnlyList<AddedTerm> terms) => new FailingSolver(inner.WithTerms(terms), every);

        public Forecast Run(IReadOnlyList<StateBatch> starts, double interval, CancellationToken cancel = default)
        {
            var forecast = inner.Run(starts, interval, cancel);
            int[] failed = [.. Enumerable.Range(0, forecast.States.Members).Where(member => member % every == 0)];
            foreach (int member in failed) forecast.States.State(member).Fill(double.NaN);
            return new Forecast(forecast.States, [.. failed.Select(member => new MemberFailure(member, "exit code 1"))]);
        }
    }
}
