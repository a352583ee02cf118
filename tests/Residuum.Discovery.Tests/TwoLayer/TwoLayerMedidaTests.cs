using Residuum.Discovery.Interpolation;
using Residuum.Discovery.Models;
using Residuum.Discovery.TwoLayer;
using Residuum.Numerics.Errors;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests.TwoLayer;

public sealed class TwoLayerMedidaTests
{
    private static readonly TwoLayerLibrary Library = TwoLayerLibrary.Of([]);

    [Theory] // the card's table of model errors, in percent
    [InlineData(1001, 17.0, 17.0)]
    [InlineData(1002, 17.0, 33.9)]
    [InlineData(1003, 1.7, 1.7)]
    [InlineData(1004, 49, 49)]
    [InlineData(1005, 99.6, 103.6)]
    [InlineData(1006, 0, 29.4)]
    [InlineData(1007, 0, 6.9)]
    [InlineData(1008, 0.98, 0.98)]
    [InlineData(1009, 19.2, 19.2)]
    public void Every_case_is_found_to_the_last_digits_where_every_point_is_observed(int code, double upper, double lower)
    {
        var wrong = FlowTwin.Case(code);
        var result = Discover(code, FlowTwin.Observe());
        foreach (var layer in result.Layers)
        {
            double[] missing = TwoLayerCoefficients.Missing(FlowTwin.Truth.Parameters, wrong, Library, layer.Layer);
            Assert.Equal(Support(missing), layer.Support);
            Assert.Equal(layer.Support.Count > 0 ? Verdict.Found : Verdict.NothingMissing, layer.Verdict);
            Assert.InRange(Error(wrong, layer.Coefficients, layer.Layer), 0, 1e-11);
            Assert.Equal(layer.Layer == 0 ? upper : lower, 100 * Error(wrong, new double[12], layer.Layer), 0.15);
        }
    }

    [Fact]
    public void Increments_are_the_analytic_difference_of_the_tendencies()
    {
        var wrong = FlowTwin.Truth.With(FlowTwin.Case(1002));
        var pair = Discover(1002, FlowTwin.Observe()).Pairs[0];
        double[] q = FlowTwin.Truth.PotentialVorticity(pair.Start);
        double[] difference = FlowTwin.Truth.Filter([.. FlowTwin.Truth.Tendency(q).Zip(wrong.Tendency(q), (a, b) => a - b)]);
        for (int i = 0; i < difference.Length; i += 97) Assert.Equal(difference[i], pair.Increment[i], 1e-10);
    }

    [Theory]
    [InlineData(1001)]
    [InlineData(1005)]
    [InlineData(1009)]
    public void Sensors_on_95_percent_of_the_grid_suffice_for_both_layers(int code)
    {
        var result = Discover(code, FlowTwin.Observe(0.95, seed: 7));
        foreach (var layer in result.Layers)
        {
            Assert.Equal(Support(TwoLayerCoefficients.Missing(FlowTwin.Truth.Parameters, FlowTwin.Case(code), Library, layer.Layer)), layer.Support);
            Assert.InRange(Error(FlowTwin.Case(code), layer.Coefficients, layer.Layer), 0, 0.02);
        }
    }

    [Fact]
    public void A_Jacobian_that_the_interpolator_invents_is_said_and_taken_out()
    {
        var options = FlowTwin.Options with { Fill = FillMode.States };
        var observed = FlowTwin.Observe(0.75, seed: 3);
        var fooled = Discover(1001, observed, options);
        Assert.Contains("J(psi1,q1)", fooled.Layers[0].Support);
        var result = Discover(1001, observed, options with { TryFewerSensors = true });
        Assert.Equal(["psi1", "psi2", "psiR"], result.Layers[0].Support);
        Assert.Contains(result.Findings, finding => finding.Kind == FindingKind.Invented && finding.Sentence.Contains("J(psi1,q1)"));
    }

    [Fact]
    public void A_true_Jacobian_is_not_taken_for_an_invented_one()
    {
        var result = Discover(1004, FlowTwin.Observe(0.9, seed: 3), FlowTwin.Options with { TryFewerSensors = true });
        Assert.All(result.Layers, layer => Assert.Equal([$"J(psi{layer.Layer + 1},q{layer.Layer + 1})"], layer.Support));
        Assert.DoesNotContain(result.Findings, finding => finding.Kind == FindingKind.Invented);
    }

    [Fact]
    public void Noise_that_increments_of_vorticity_can_not_bear_is_said_and_the_stream_function_bears_it()
    {
        var observed = FlowTwin.Observe(noise: 1e-3);
        var published = Discover(1001, observed, FlowTwin.Options with { Weight = ScaleWeight.Vorticity, Cutoff = 100 });
        Assert.Contains(published.Findings, finding => finding.Kind == FindingKind.Noise && finding.Sentence.Contains("can not bear it"));
        Assert.NotEqual(["psi1", "psi2", "psiR"], published.Layers[0].Support);

        var result = Discover(1001, observed);
        Assert.Equal((ScaleWeight.StreamFunction, TwoLayerLibraryTime.Trapezoid), (result.Weight, result.LibraryTime));
        Assert.All(result.Layers, layer => Assert.Equal(["psi1", "psi2", "psiR"], layer.Support));
        Assert.All(result.Layers, layer => Assert.InRange(Error(FlowTwin.Case(1001), layer.Coefficients, layer.Layer), 0, 0.03));
    }

    [Fact]
    public void Noise_of_one_percent_is_borne_by_pairs_further_apart()
    {
        var result = Discover(1006, FlowTwin.Observe(noise: 0.01, steps: 16), FlowTwin.Options with { Scheme = ForecastScheme.Rk4 });
        Assert.Equal(Verdict.NothingMissing, result.Layers[0].Verdict);
        Assert.Contains("lap(psi2)", result.Layers[1].Support);
        Assert.Equal(0.3, result.Layers[1].Coefficients[1], 0.06);
    }

    [Fact]
    public void A_hyperdiffusion_too_small_for_the_grid_is_said_with_one_that_is_right()
    {
        var coarse = new TwoLayerModel(FlowTwin.Truth.Grid, FlowTwin.Case(1006) with { Hyperdiffusion = 1e-6 });
        var result = TwoLayerMedida.Discover(coarse, [FlowTwin.Observe()], Interpolators.Create("polyharmonic:6"), Library, FlowTwin.Options);
        var finding = Assert.Single(result.Findings, finding => finding.Kind == FindingKind.Hyperdiffusion);
        Assert.Contains("2.6E-05 is right for 64 x 96", finding.Sentence);
    }

    [Fact]
    public void Innovations_at_the_sensors_alone_give_the_same_answer()
    {
        var result = Discover(1002, FlowTwin.Observe(0.9), FlowTwin.Options with { Space = RegressionSpace.Observation });
        Assert.All(result.Layers, layer =>
        {
            double[] missing = TwoLayerCoefficients.Missing(FlowTwin.Truth.Parameters, FlowTwin.Case(1002), Library, layer.Layer);
            Assert.Equal(Support(missing), layer.Support);
            Assert.InRange(Error(FlowTwin.Case(1002), layer.Coefficients, layer.Layer), 0, 0.02);
        });
    }

    [Fact]
    public void What_the_library_does_not_hold_is_not_explained()
    {
        var result = TwoLayerMedida.Discover(
            FlowTwin.Truth.With(FlowTwin.Case(1008)), [FlowTwin.Observe()], Interpolators.Create("polyharmonic:6"), TwoLayerLibrary.Of(["lap(psi1)", "lap(psi2)"]), FlowTwin.Options);
        Assert.Equal(Verdict.NotExplained, result.Verdict);
        Assert.All(result.Correction, layer => Assert.All(layer, c => Assert.Equal(0, c)));
    }

    [Fact]
    public void A_second_pass_leaves_a_perfect_answer_alone()
    {
        var result = Discover(1006, FlowTwin.Observe(), FlowTwin.Options with { Passes = 3 });
        Assert.Equal(2, result.Passes);
        Assert.Equal(0.3, result.Layers[1].Coefficients[1], 1e-10);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits()
    {
        double[] Once() => [.. Discover(1001, FlowTwin.Observe(0.9), FlowTwin.Options with { Replicates = 10, TryFewerSensors = true }).Layers.SelectMany(layer => layer.Coefficients)];
        Assert.Equal(Once(), Once());
    }

    [Fact]
    public void What_does_not_fit_is_one_line()
    {
        var other = new TwoLayerModel(PlaneGrid.Periodic(32, 48, 46, 68));
        Refused(() => TwoLayerMedida.Discover(other, [FlowTwin.Observe()], Interpolators.Create("polyharmonic:6"), Library, FlowTwin.Options), "the observations lie on another grid");
        Refused(() => Discover(1001, FlowTwin.Observe(), FlowTwin.Options with { Cut = 32 }), "the cut leaves nothing of the grid");
        Refused(() => TwoLayerMedida.Discover(FlowTwin.Truth, [], Interpolators.Create("polyharmonic:6"), Library, FlowTwin.Options), "there is no pair of snapshots");
        Refused(() => TwoLayerLibrary.Of(["lap(psi3)"]), "no such candidate term");
        Refused(() => TwoLayerLibrary.Of(["default", "y"]), "a candidate term stands twice");
    }

    private static TwoLayerResult Discover(int code, Residuum.Discovery.Sensors.SensorGroup observed, TwoLayerMedidaOptions? options = null) =>
        TwoLayerMedida.Discover(FlowTwin.Truth.With(FlowTwin.Case(code)), [observed], Interpolators.Create("polyharmonic:6"), Library, options ?? FlowTwin.Options);

    private static double Error(TwoLayerParameters wrong, double[] found, int layer) =>
        TwoLayerCoefficients.Error(FlowTwin.Truth.Parameters, wrong, Library, [found], layer);

    private static IEnumerable<string> Support(double[] coefficients) => Library.Names.Where((_, j) => Math.Abs(coefficients[j]) > 1e-12);

    private static void Refused(Action action, string what) => Assert.Contains(what, Assert.Throws<UserError>(action).Message);
}
