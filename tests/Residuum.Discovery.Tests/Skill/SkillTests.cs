using CsCheck;
using Residuum.Discovery.Models;
using Residuum.Discovery.Skill;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.LinearAlgebra;
using Residuum.Numerics.Random;
using Residuum.Numerics.Steppers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests.Skill;

public sealed class SkillTests
{
    [Fact]
    public void The_exponent_of_Lorenz_63_is_the_known_one() // 0.9056: Sprott, Chaos and Time-Series Analysis (2003)
    {
        var exponent = Exponent(new OdeSolver(new Lorenz63()), starts: 40, duration: 200);
        Assert.InRange(exponent.Value, 0.9056 - (4 * exponent.StandardError), 0.9056 + (4 * exponent.StandardError));
        Assert.InRange(exponent.StandardError, 0.001, 0.006);
    }

    [Fact]
    public void The_exponent_of_Lorenz_96_is_the_known_one() // 1.69 at F = 8 with 40 sites, from runs with steps of 0.01 to 0.05
    {
        var exponent = Exponent(new OdeSolver(new Lorenz96()), starts: 20, duration: 100);
        Assert.InRange(exponent.Value, 1.69 - (4 * exponent.StandardError), 1.69 + (4 * exponent.StandardError));
        Assert.InRange(exponent.StandardError, 0.008, 0.025);
    }

    [Fact]
    public void The_exponent_of_a_long_Kuramoto_Sivashinsky_domain_is_the_known_one() // 0.09 at L = 100: Edson et al., ANZIAM J. 61, 270 (2019)
    {
        var model = new KuramotoSivashinsky(FourierGrid.Periodic(100, 128));
        var solver = model.With(TimeScheme.Etdrk4, 0.25);
        var starts = Attractor.Independent(solver, new(solver.Layout, 1, model.InitialState(1)), spinUp: 150, count: 8, seed: 1);
        var exponent = LyapunovExponent.Largest(solver, [starts], new LyapunovOptions(Interval: 2, Duration: 200) { Alignment = 60 });
        Assert.InRange(exponent.Value, 0.09 - (4 * exponent.StandardError), 0.09 + (4 * exponent.StandardError));
        Assert.InRange(exponent.StandardError, 0.001, 0.008);
    }

    [Fact]
    public void A_two_step_scheme_has_the_same_exponent()
    {
        var model = new KuramotoSivashinsky(FourierGrid.Periodic(22, 32));
        LyapunovExponent Exponent(ISolver solver, int lags, double interval, double duration)
        {
            var one = model.With(TimeScheme.Etdrk4, 0.25);
            var starts = Attractor.Independent(one, new(one.Layout, 1, model.InitialState(1)), spinUp: 150, count: 4, seed: 1);
            var history = Attractor.Record(model.With(TimeScheme.Etdrk4), starts, interval, lags - 1);
            return LyapunovExponent.Largest(solver, history, new LyapunovOptions(interval, duration) { Alignment = 20 });
        }
        var etdrk = Exponent(model.With(TimeScheme.Etdrk4), 1, 0.05, 60);
        var cnab = Exponent(model.With(TimeScheme.Cnab2), 2, 0.05, 60);
        double error = Math.Sqrt((etdrk.StandardError * etdrk.StandardError) + (cnab.StandardError * cnab.StandardError));
        Assert.InRange(cnab.Value - etdrk.Value, -4 * error, 4 * error);
        Assert.InRange(etdrk.Value, 0.05 - (4 * etdrk.StandardError), 0.05 + (4 * etdrk.StandardError)); // 0.050 ± 0.002 from runs of 16,000
    }

    [Fact]
    public void A_spectrum_holds_the_variance_mode_by_mode()
    {
        var layout = new StateLayout(["u"], 16, 2 * Math.PI);
        var states = new StateBatch(layout, 2);
        for (int i = 0; i < 16; i++)
        {
            states.State(0)[i] = 3 + (2 * Math.Cos(2 * Math.PI * 3 * i / 16));
            states.State(1)[i] = i % 2 == 0 ? 1 : -1;
        }
        var spectrum = PowerSpectrum.Of(states);
        Assert.Equal(8, spectrum.Power.Length);
        Assert.Equal(3, spectrum.WaveNumbers[2], 1e-12);
        Assert.Equal(1, spectrum.Power[2], 1e-12);   // half of variance 2
        Assert.Equal(0.5, spectrum.Power[7], 1e-12); // half of variance 1
        Assert.Equal(1.5, spectrum.Power.Sum(), 1e-12);
    }

    [Fact]
    public void Long_runs_give_the_exponent_of_Lorenz_63_to_one_percent()
    {
        Effort.Slow();
        var exponent = Exponent(new OdeSolver(new Lorenz63()), starts: 40, duration: 1500);
        Assert.Equal(0.9056, exponent.Value, 0.005);
    }

    [Fact]
    public void Independent_starts_are_on_the_attractor_and_unlike_each_other()
    {
        var solver = new OdeSolver(new Lorenz96());
        var states = Attractor.Independent(solver, new(solver.Layout, 1, solver.Model.GoodState), spinUp: 30, count: 30, seed: 1);
        var climatology = Climatology.Of(states);
        Assert.InRange(climatology.Mean[0], 2.1, 2.6);
        Assert.InRange(climatology.Deviation[0], 3.4, 3.9);
        for (int member = 1; member < 30; member++)
            Assert.InRange(climatology.NormalisedRmse(states.State(member), states.State(0)), 0.9, 1.9);
    }

    [Fact]
    public void The_exponent_of_a_linear_model_is_its_eigenvalue()
    {
        var solver = new OdeSolver(new Lorenz96(8) { Advection = 0, Damping = -0.25, Forcing = 0 });
        var starts = new StateBatch(solver.Layout, 1, [1, 2, 3, 4, 5, 6, 7, 8]);
        var exponent = LyapunovExponent.Largest(solver, [starts], new LyapunovOptions(0.1, 10) { Alignment = 0 });
        Assert.Equal(0.25, exponent.Value, 1e-6);
    }

    [Fact]
    public void A_perfect_model_stays_valid_and_a_wrong_one_fails_sooner_the_wronger_it_is()
    {
        var truth = new OdeSolver(new Lorenz96());
        var starts = Attractor.Sample(truth, new(truth.Layout, 1, truth.Model.GoodState), 20, 2, 20);
        var record = Attractor.Record(truth, starts, 0.05, 160);
        var climatology = Climatology.Of(starts);
        ErrorCurves Curves(double damping) =>
            ErrorCurves.Measure(new OdeSolver(new Lorenz96 { Damping = damping }), record, 0.05, climatology);

        var perfect = Curves(1).ValidTime(0.4);
        Assert.Equal(20, perfect.Censored);
        Assert.Equal(160 * 0.05, perfect.Mean, 1e-12);

        ValidTime slight = Curves(0.999).ValidTime(0.4), wrong = Curves(0.9).ValidTime(0.4);
        Assert.Equal(0, wrong.Censored);
        Assert.True(wrong.Mean + (2 * wrong.StandardError) < slight.Mean, $"{wrong.Mean} {slight.Mean}");
        Assert.True(Curves(0.9).ValidTime(0.2).Mean < wrong.Mean);
        Assert.True(wrong.Mean < Curves(0.9).ValidTime(0.8).Mean);
    }

    [Fact]
    public void Valid_time_is_read_between_the_intervals()
    {
        var curves = new ErrorCurves(0.5, new Matrix(3, 3, [0.1, 0.3, 0.5, 0.8, 0.9, 1, 0.1, 0.1, 0.1]));
        var valid = curves.ValidTime(0.4);
        Assert.Equal([1.25, 0.25, 1.5], valid.Times.Select(time => Math.Round(time, 12)));
        Assert.Equal(1, valid.Censored);
        Assert.Equal(2, valid.InLyapunovTimes(2).Mean, 1e-12);
        Assert.Equal(Math.Sqrt((0.25 * 0.25 + 0.75 * 0.75 + 0.5 * 0.5) / 2 / 3), valid.StandardError, 1e-12);
    }

    [Fact]
    public void An_overflowed_forecast_counts_as_wrong_from_then_on()
    {
        var truth = new OdeSolver(new Lorenz96(8));
        var record = Attractor.Record(truth, new(truth.Layout, 1, truth.Model.GoodState), 0.5, 20);
        var unstable = new OdeSolver(new Lorenz96(8) { Damping = -30 });
        var curves = ErrorCurves.Measure(unstable, record, 0.5, new Climatology([0], [3.6]));
        Assert.Equal(double.PositiveInfinity, curves.Errors[0, 19]);
        Assert.Equal(0, curves.ValidTime(0.4).Censored);
    }

    [Fact]
    public void The_ranked_probability_score_is_its_definition_by_pairs() =>
        Gen.Select(Gen.Double[-3, 3].Array[1, 12], Gen.Double[-3, 3]).Sample((members, truth) =>
        {
            double expected = members.Average(x => Math.Abs(x - truth)) - (members.SelectMany(x => members, (x, y) => Math.Abs(x - y)).Average() / 2);
            Assert.Equal(expected, EnsembleScores.Crps(new Matrix(members.Length, 1, members), [truth]), 1e-12);
        }, iter: 200);

    [Fact]
    public void Ranks_are_flat_and_spread_equals_error_for_a_reliable_ensemble()
    {
        var random = new RandomStream(3, "reliable");
        var ensemble = new Matrix(9, 20_000);
        random.Normal(ensemble.Values);
        double[] truth = new double[20_000];
        random.Normal(truth);
        var counts = new long[10];
        EnsembleScores.CountRanks(ensemble, truth, counts);
        Assert.All(counts, count => Assert.InRange(count, 1800, 2200)); // 2000 ± 4.7 standard deviations
        Assert.Equal(1, EnsembleScores.Spread(ensemble), 0.01);
        double[] mean = Discovery.Assimilation.EnsembleMoments.Mean(ensemble);
        Assert.Equal(Math.Sqrt(1 + (1.0 / 9)), EnsembleScores.Rmse(mean, truth), 0.02);
    }

    [Fact]
    public void Climatology_scales_each_field_by_itself()
    {
        var states = new StateBatch(new StateLayout(["a", "b"], 2, 1), 2, [1, 3, 10, 30, 3, 1, 30, 10]);
        var climatology = Climatology.Of(states);
        Assert.Equal([2, 20], climatology.Mean);
        Assert.Equal(Math.Sqrt(4.0 / 3), climatology.Deviation[0], 1e-12);
        Assert.Equal(10 * climatology.Deviation[0], climatology.Deviation[1], 1e-12);
        double error = climatology.NormalisedRmse([1, 1, 10, 10], [2, 2, 10, 10]);
        Assert.Equal(Math.Sqrt(2 / (4.0 / 3) / 4), error, 1e-12);
    }

    [Fact]
    public void A_shift_is_its_own_Wasserstein_distance() =>
        Gen.Select(Gen.Double[-3, 3].Array[1, 20], Gen.Double[0, 3]).Sample((sample, shift) =>
            Assert.Equal(shift, DistributionDistance.Wasserstein(sample, [.. sample.Concat(sample).Select(x => x + shift)]), 1e-10), iter: 200);

    [Fact]
    public void Log_spectral_distance_sees_a_factor_and_no_rounding()
    {
        double[] p = [1, 0.1, 1e-3, 1e-20], q = [2, 0.2, 2e-3, 1e-24];
        Assert.Equal(Math.Log(2), DistributionDistance.LogSpectral(p, q), 1e-12);
        Assert.Equal(0, DistributionDistance.LogSpectral(p, p));
    }

    private static LyapunovExponent Exponent(OdeSolver solver, int starts, double duration)
    {
        var states = Attractor.Independent(solver, new(solver.Layout, 1, solver.Model.GoodState), spinUp: 30, count: starts, seed: 1);
        return LyapunovExponent.Largest(solver, [states], new LyapunovOptions(Interval: 0.1, Duration: duration));
    }
}
