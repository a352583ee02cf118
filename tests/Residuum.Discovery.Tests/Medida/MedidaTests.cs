using Residuum.Discovery.Assimilation;
using Residuum.Discovery.Libraries;
using Residuum.Discovery.Models;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Steppers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests;

/// <summary>The analytical checks of card medida-ks on the method as a whole.</summary>
public sealed class MedidaTests
{
    private static readonly KuramotoSivashinsky Truth = new(FourierGrid.Periodic(100, 256));
    private static readonly Lazy<ObservationSet> Clean = new(() => Triples(0.005));

    private static TermLibrary Library => TermLibrary.Polynomial("u");

    [Fact]
    public void Increments_of_the_truths_own_scheme_vanish_and_nothing_is_missing()
    {
        var data = Observe(Truth.With(TimeScheme.Etdrk4, 1e-3), lags: 1, lag: 0.005);
        var result = Medida.Discover(Truth.With(TimeScheme.Etdrk4, 1e-3), data, Library, new MedidaOptions { Replicates = 0 });
        Assert.Equal(Verdict.NothingMissing, result.Verdict);
        Assert.Empty(result.Terms);
        Assert.True(result.Fields[0].Residual.Before < 1e-18);
    }

    [Theory]
    [InlineData("no-advection")]
    [InlineData("no-diffusion")]
    [InlineData("no-hyperdiffusion")]
    public void The_bias_of_the_first_pass_is_proportional_to_the_step(string name)
    {
        double[] errors = [.. new[] { 0.002, 0.004 }.Select(step => FirstPass(name, Triples(step)))];
        double slope = Math.Log2(errors[1] / errors[0]);
        Assert.InRange(slope, 0.92, 1.08); // the card measured 0.96 to 1.01
    }

    [Fact]
    public void Attenuation_cancels_where_both_linear_terms_are_missing() // the card's case 4: 3e-6 of 1e-4
    {
        Assert.True(FirstPass("no-diffusion+no-hyperdiffusion", Clean.Value) < 1e-4);
    }

    [Fact]
    public void A_library_that_knows_the_step_needs_one_pass()
    {
        var known = KuramotoSivashinskyCases.Named("no-advection");
        var options = new MedidaOptions { Passes = 1, Selection = "threshold", LibraryTime = LibraryTime.SolverConsistent, Replicates = 0 };
        var result = Medida.Discover(known.Model(Truth).With(TimeScheme.Cnab2), Clean.Value, Library, options);
        Assert.Equal(["u u_x"], result.Support);
        Assert.True(result.Error(known.MissingTerms, KuramotoSivashinskyCase.TrueNorm, pass: 1) < 1e-4);
    }

    [Fact]
    public void The_table_of_model_errors_follows_from_the_definition()
    {
        double Of(string name) => Math.Round(100 * KuramotoSivashinskyCases.Named(name).ModelError, 2);
        Assert.Equal(57.74, Of("no-advection"));
        Assert.Equal(28.87, Of("half-diffusion"));
        Assert.Equal(28.87, Of("extra-uxxx-0.5"));
        Assert.Equal(81.65, Of("no-diffusion+no-hyperdiffusion"));
        Assert.Equal(100, Of("all-doubled"));
        Assert.Equal(64.55, Of("extra-uxxx-0.5+no-diffusion"));
    }

    [Fact]
    public void A_coarse_grid_is_not_taken_for_noise()
    {
        var coarse = new KuramotoSivashinsky(FourierGrid.Periodic(100, 128));
        var data = Observe(coarse.With(TimeScheme.Etdrk4, 1e-3), lags: 2, lag: 0.005, model: coarse);
        var result = Medida.Discover((coarse with { Advection = 0 }).With(TimeScheme.Cnab2), data, Library, new MedidaOptions { Replicates = 0 });
        Assert.Equal(0, result.Fields[0].NoiseDeviation);
        Assert.Equal(["u u_x"], result.Support);
    }

    [Fact]
    public void Every_library_time_finds_the_term_in_clean_data()
    {
        var known = KuramotoSivashinskyCases.Named("no-advection");
        foreach (var time in Enum.GetValues<LibraryTime>())
        {
            var result = Medida.Discover(
                known.Model(Truth).With(TimeScheme.Cnab2), Clean.Value, Library, new MedidaOptions { LibraryTime = time, Replicates = 0, Passes = 6, Selection = "threshold" });
            Assert.Equal(["u u_x"], result.Support);
        }
    }

    [Fact]
    public void Noise_leaves_what_theory_says_and_errors_that_cover()
    {
        var known = KuramotoSivashinskyCases.Named("no-hyperdiffusion");
        var data = Observe(Truth.With(TimeScheme.Etdrk4, 5e-3), lags: 1, lag: 0.1, samples: 40, noise: 0.01);
        var result = Medida.Discover(known.Model(Truth).With(TimeScheme.Etdrk4, 5e-3), data, Library, new MedidaOptions { Replicates = 50 });
        var term = Assert.Single(result.Fields[0].Terms);
        Assert.Equal("u_xxxx", term.Term.Name);
        Assert.InRange((term.Coefficient + 1) / term.StandardError, -4, 4);
        Assert.Equal(1, term.InclusionProbability, 1e-9);
        Assert.InRange(result.Fields[0].Residual.After / result.Fields[0].Residual.Noise, 0.9, 1.1);
    }

    [Fact]
    public void What_forecasts_the_held_out_samples_was_fitted_without_them()
    {
        var known = KuramotoSivashinskyCases.Named("half-diffusion");
        var options = new MedidaOptions { Replicates = 0 };
        FoundTerm Find(double spoiled)
        {
            var data = Observe(Truth.With(TimeScheme.Etdrk4, 5e-3), lags: 1, lag: 0.1, samples: 40, noise: 0.01);
            foreach (int sample in options.HeldOut(data.Samples))
            {
                var end = data.Ends.State(sample);
                double[] u = end.ToArray();
                for (int i = 0; i < u.Length; i++) end[i] += spoiled * (u[(i + 1) % u.Length] - (2 * u[i]) + u[(i + u.Length - 1) % u.Length]); // more u_xx
            }
            return Assert.Single(Medida.Discover(known.Model(Truth).With(TimeScheme.Etdrk4, 5e-3), data, Library, options).Fields[0].Terms);
        }
        FoundTerm sound = Find(0), changed = Find(0.01);
        double all = Math.Abs(changed.Coefficient - sound.Coefficient), without = Math.Abs(changed.Trained - sound.Trained);
        Assert.True(all > 1e-3, $"{all}");
        Assert.True(without < all / 10, $"{without} of {all}");
    }

    [Fact]
    public void Ensembles_of_the_paper_and_honest_ones_find_the_term()
    {
        var known = KuramotoSivashinskyCases.Named("half-diffusion");
        var data = Observe(Truth.With(TimeScheme.Etdrk4, 5e-3), lags: 1, lag: 0.1, samples: 12, noise: 0.01);
        foreach (var filter in new[] { Filter.Virtual, Filter.Enkf, Filter.Etkf })
        {
            var options = new MedidaOptions { Replicates = 0, Passes = 5, Selection = "threshold", Assimilation = new AssimilationOptions { Filter = filter, MembersPerPoint = 0.5 } };
            var result = Medida.Discover(known.Model(Truth).With(TimeScheme.Etdrk4, 0.02), data, Library, options);
            Assert.Contains("u_xx", result.Support);
        }
    }

    [Fact]
    public void Too_few_samples_and_other_grids_are_refused_in_one_line()
    {
        var model = Truth.With(TimeScheme.Cnab2);
        var few = Assert.Throws<UserError>(() => Medida.Discover(model, Clean.Value.Select([0, 1]), Library, new MedidaOptions()));
        Assert.Contains("too few samples", few.Message, StringComparison.Ordinal);
        var other = new KuramotoSivashinsky(FourierGrid.Periodic(100, 128)).With(TimeScheme.Cnab2);
        var grid = Assert.Throws<UserError>(() => Medida.Discover(other, Clean.Value, Library, new MedidaOptions()));
        Assert.Contains("found 256 points, expected 128 points", grid.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancelling_stops_between_passes()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            Medida.Discover(Truth.With(TimeScheme.Cnab2), Clean.Value, Library, new MedidaOptions(), null, source.Token));
    }

    private static double FirstPass(string name, ObservationSet data)
    {
        var known = KuramotoSivashinskyCases.Named(name);
        var options = new MedidaOptions { Passes = 1, Selection = "threshold", LibraryTime = LibraryTime.Trapezoid, Replicates = 0 };
        var result = Medida.Discover(known.Model(Truth).With(TimeScheme.Cnab2), data, Library, options);
        return result.Error(known.MissingTerms, KuramotoSivashinskyCase.TrueNorm, pass: 1);
    }

    private static ObservationSet Triples(double lag) => Observe(Truth.With(TimeScheme.Etdrk4, 5e-3), lags: 2, lag);

    private static ObservationSet Observe(PeriodicSolver solver, int lags, double lag, int samples = 20, double noise = 0, KuramotoSivashinsky? model = null)
    {
        var start = new StateBatch(solver.Layout, 1, (model ?? Truth).InitialState(0));
        var inside = lags == 2 ? (model ?? Truth).With(TimeScheme.Etdrk4, 1e-3) : null;
        return TwinExperiment.Observe(solver, start, new TwinSettings { Samples = samples, Lags = lags, Lag = lag, Every = 2, SpinUp = 60, Noise = noise }, inside).Noisy;
    }
}
