using Residuum.Discovery.Interpolation;
using Residuum.Discovery.TwoLayer;
using Residuum.Experiments.Studies;
using Residuum.Numerics.Steppers;
using Residuum.Studies.Discovery;
using Verdict = Residuum.Experiments.Studies.Verdict;

namespace Residuum.Studies.Tests.Discovery;

/// <summary>The study holds at its smoke size, and each way of breaking the method turns the claims red that should see it.</summary>
public sealed class MedidaQgStudyTests
{
    private const string Exact = "exactly what is missing is found in both layers", Digits = "A, every point observed: largest error",
        Sparse = "B, 95 % sensors, 1001", Biased = "A, columns without", Rough = "B, cubic interpolation", Wave = "Rossby wave";

    [Fact]
    public void Every_claim_holds_at_smoke_size()
    {
        var result = Run(discover: null);
        Assert.Empty(Red(result));
        Assert.True(result.Claims.Count >= 12);
    }

    [Fact]
    public void Columns_that_do_not_pass_the_filter_lose_the_last_digits_and_no_term()
    {
        string[] red = Red(Run((model, groups, interpolator, library, options, cancel) =>
            TwoLayerMedida.Discover(model, groups, interpolator, library, options with { FilterColumns = false }, cancel: cancel)));
        Seen(red, Digits);
        Unseen(red, Exact, Sparse, Biased, Rough, Wave);
    }

    [Fact]
    public void A_filter_that_is_always_on_turns_its_control_red()
    {
        string[] red = Red(Run((model, groups, interpolator, library, options, cancel) =>
            TwoLayerMedida.Discover(model, groups, interpolator, library, options with { FilterColumns = true }, cancel: cancel)));
        Seen(red, Biased);
        Unseen(red, Exact, Digits, Sparse, Rough, Wave);
    }

    [Fact]
    public void A_relaxation_of_the_wrong_sign_is_found_as_what_it_is()
    {
        string[] red = Red(Run((model, groups, interpolator, library, options, cancel) =>
        {
            var p = model.Parameters;
            var wrong = model.With(p with { RelaxationRate = -p.RelaxationRate, JetRelaxationRate = -p.JetRelaxationRate });
            return TwoLayerMedida.Discover(wrong, groups, interpolator, library, options, cancel: cancel);
        }));
        Seen(red, Exact, Digits, "B, 95 % sensors: largest error in layer 1", "B, 95 % sensors: largest error in layer 2");
        Unseen(red, Sparse, Wave);
    }

    [Fact]
    public void An_interpolator_that_repeats_the_nearest_reading_fails_where_there_are_gaps_and_only_there()
    {
        string[] red = Red(Run((model, groups, _, library, options, cancel) =>
            TwoLayerMedida.Discover(model, groups, Interpolators.Create("nearest"), library, options, cancel: cancel)));
        Seen(red, Sparse, "B, 95 % sensors: largest error in layer 1", "B, 95 % sensors: largest error in layer 2", "B, cubic interpolation, 1001: error in layer 1 over");
        Unseen(red, Exact, Digits, Biased, Wave);
    }

    [Fact]
    public void Cubic_pieces_that_are_replaced_by_the_fill_turn_their_controls_red()
    {
        string[] red = Red(Run((model, groups, _, library, options, cancel) =>
            TwoLayerMedida.Discover(model, groups, Interpolators.Create("polyharmonic:6"), library, options, cancel: cancel)));
        Seen(red, Rough);
        Unseen(red, Exact, Digits, Sparse, Biased, Wave);
    }

    [Fact]
    public void A_regression_that_keeps_every_column_names_too_many_terms_where_there_are_gaps()
    {
        // Where every point is observed the judge of standard errors still takes all of them out.
        string[] red = Red(Run((model, groups, interpolator, library, options, cancel) =>
            TwoLayerMedida.Discover(model, groups, interpolator, library, options with { AlphaMax = 1e300 }, cancel: cancel)));
        Seen(red, Sparse);
        Unseen(red, Exact, Digits, Wave);
    }

    [Fact]
    public void A_planet_that_turns_the_other_way_is_seen_by_its_waves_alone()
    {
        string[] red = Red(StudyRunner.Run(
            new MedidaQgStudy(march: (model, q, steps) => model.With(model.Parameters with { Beta = -model.Parameters.Beta }).Run(q, steps, TimeScheme.Etdrk4)), Profile.Smoke));
        Assert.Equal(2, red.Length);
        Assert.All(red, claim => Assert.StartsWith(Wave, claim, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_the_gate_innovations_still_invent_nothing_as_standard_errors_judge_first()
    {
        string[] red = Red(Run((model, groups, interpolator, library, options, cancel) =>
            TwoLayerMedida.Discover(model, groups, interpolator, library, options with { Gate = 0 }, cancel: cancel)));
        Assert.Empty(red);
    }

    [Fact]
    public void Networks_that_are_exchanged_turn_their_parts_red_and_no_other()
    {
        Effort.Slow();
        var study = new MedidaQgStudy(network: name => MedidaQgStudy.NetworkOf(name switch
        {
            MedidaQgStudy.Fourier => MedidaQgStudy.Plain,
            MedidaQgStudy.Plain or MedidaQgStudy.Independent or MedidaQgStudy.Warm => MedidaQgStudy.Fourier,
            _ => name,
        }));
        string[] red = Red(StudyRunner.Run(study, Profile.Quick, [0]));
        Seen(red, "D, spectral bias", "D, Fourier features: largest distance", "D, Fourier features: part of the masks with exact layer 2", "D, plain network",
            "E, error of h: independent networks over the tangent", "E, error of h: warm start over", "E, error of h: independent networks over the last layer", "E, rff-mlp, independent");
        Assert.All(red, claim => Assert.Matches("^[DE], ", claim));
    }

    private static void Seen(string[] red, params string[] parts) =>
        Assert.All(parts, part => Assert.Contains(red, claim => claim.Contains(part, StringComparison.Ordinal)));

    private static void Unseen(string[] red, params string[] parts) =>
        Assert.All(parts, part => Assert.DoesNotContain(red, claim => claim.Contains(part, StringComparison.Ordinal)));

    private static StudyResult Run(MedidaQgStudy.Method? discover) => StudyRunner.Run(new MedidaQgStudy(discover), Profile.Smoke);

    private static string[] Red(StudyResult result) => [.. result.Claims.Where(claim => claim.Verdict == Verdict.Fails).Select(claim => claim.Text)];
}
