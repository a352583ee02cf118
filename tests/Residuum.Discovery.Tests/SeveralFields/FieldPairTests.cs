using Residuum.Discovery.Libraries;
using Residuum.Discovery.Models;
using Residuum.Discovery.Observations;
using Residuum.Discovery.Solvers;
using Residuum.Numerics.Steppers;
using Residuum.Numerics.Transforms;

namespace Residuum.Discovery.Tests.SeveralFields;

/// <summary>Two fields, each with an equation, a library and a regression of its own.</summary>
public sealed class FieldPairTests(ITestOutputHelper output)
{
    private const double Lag = 0.02, NoisyWaterLag = 0.1, Noise = 0.01, ReactionSpinUp = 12;
    private const int CleanSamples = 20, NoisySamples = 80;

    private static readonly MedidaOptions Options = new() { Replicates = 0 };
    private static readonly ShallowWater Water = new(FourierGrid.Periodic(10, 64)) { Viscosity = 0.05 };
    private static readonly Brusselator Reaction = new(FourierGrid.Periodic(50, 128));
    private static readonly Lazy<ObservationSet> CleanWater = new(() => FieldPair.Observe(Water, CleanSamples, 2, _ => Lag));
    private static readonly Lazy<ObservationSet> NoisyWater = new(() => FieldPair.Observe(Water, NoisySamples, 2, _ => NoisyWaterLag, Noise));
    private static readonly Lazy<ObservationSet> CleanReaction = new(() => FieldPair.Observe(Reaction, CleanSamples, ReactionSpinUp, _ => Lag));
    private static readonly Lazy<ObservationSet> NoisyReaction = new(() => FieldPair.Observe(Reaction, NoisySamples, ReactionSpinUp, _ => Lag, Noise));

    [Theory]
    [InlineData(0)]
    [InlineData(Noise)]
    public void Wrong_gravity_is_found_in_the_momentum_equation_only(double noise)
    {
        var result = Discover(Water with { Gravity = 0.8 }, WaterData(noise));
        Assert.Equal(Verdict.NothingMissing, result.Fields[0].Verdict);
        AssertFound(result.Fields[1], noise > 0 ? 0.02 : 1e-4, ("h_x", -0.2));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Noise)]
    public void A_wrong_transport_of_depth_is_found_in_its_equation_only(double noise)
    {
        var model = With(Water, new AddedTerm(Term.Parse("u*h_x", Water.Fields), 0.5));
        var result = Discover(model, WaterData(noise));
        AssertFound(result.Fields[0], noise > 0 ? 0.05 : 1e-4, ("u h_x", -0.5));
        Assert.Equal(Verdict.NothingMissing, result.Fields[1].Verdict);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Noise)]
    public void A_wrong_reaction_is_found_in_its_equation_only(double noise)
    {
        var model = With(Reaction, new AddedTerm(Term.Parse("u^2*v", Reaction.Fields), 0.1, 1));
        var result = Discover(model, ReactionData(noise));
        Assert.Equal(Verdict.NothingMissing, result.Fields[0].Verdict);
        AssertFound(result.Fields[1], noise > 0 ? 0.01 : 1e-4, ("u^2 v", -0.1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Noise)]
    public void A_constant_is_found_where_it_is_a_candidate(double noise)
    {
        var result = Discover(Reaction with { Supply = 1.7 }, ReactionData(noise), constant: true);
        AssertFound(result.Fields[0], noise > 0 ? 0.05 : 1e-4, ("1", 0.3));
        Assert.Equal(Verdict.NothingMissing, result.Fields[1].Verdict);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Noise)]
    public void A_right_model_misses_nothing_in_either_field(double noise)
    {
        Assert.Equal(Verdict.NothingMissing, Discover(Water, WaterData(noise)).Verdict);
        Assert.Equal(Verdict.NothingMissing, Discover(Reaction, ReactionData(noise)).Verdict);
    }

    [Fact]
    public void Fields_of_very_different_size_are_judged_each_by_its_own()
    {
        // The same waves with the depth in units of a millionth: h is a million times larger, all speeds are the same.
        var water = Water with { Gravity = 1e-6, Depth = 1e6 };
        var result = Discover(water with { Gravity = 0.8e-6 }, FieldPair.Observe(water, CleanSamples, 2, _ => Lag));
        Assert.Equal(Verdict.NothingMissing, result.Fields[0].Verdict);
        AssertFound(result.Fields[1], 1e-10, ("h_x", -0.2e-6));
    }

    [Fact]
    public void Each_sample_may_have_a_time_step_of_its_own()
    {
        var data = FieldPair.Observe(Water, CleanSamples, 2, sample => 0.01 * (1 + (sample % 4)));
        Assert.Equal(4, data.TimeSteps.Distinct().Count());
        var result = Discover(Water with { Gravity = 0.8 }, data);
        Assert.Equal(Verdict.NothingMissing, result.Fields[0].Verdict);
        AssertFound(result.Fields[1], 1e-4, ("h_x", -0.2));
    }

    [Fact]
    public void Observations_in_other_units_give_the_same_term()
    {
        using var folder = new TemporaryFolder();
        var data = CleanWater.Value;
        var layout = data.Layout with { Length = data.Layout.Length / 1000 };
        StateBatch[] inCentimetres = [.. data.States.Select(batch => new StateBatch(layout, batch.Members, [.. batch.Values.Select(value => 100 * value)]))];
        var metadata = new ObservationMetadata { FieldUnits = ["cm", "cm s-1"], TimeUnit = "hours", LengthUnit = "km" };
        new ObservationSet(inCentimetres, [.. data.TimeSteps.Select(step => step / 3600)], metadata, [.. data.Times.Select(time => time / 3600)]).Write(folder.File("water.nc"), "test");

        var read = ObservationSet.Open(folder.File("water.nc"), new ObservationOptions { Variables = ["h", "u"], Units = ["m", "m s-1"], TimeUnit = "s", LengthUnit = "m" });
        var result = Discover(Water with { Gravity = 0.8 }, read);
        Assert.Equal(Verdict.NothingMissing, result.Fields[0].Verdict);
        AssertFound(result.Fields[1], 1e-4, ("h_x", -0.2));
    }

    [Fact]
    public void Noise_is_seen_beside_a_large_mean()
    {
        Assert.True(new NoiseFloor(1e-2, [1e12, 100, 100]).IsVisible);
        Assert.False(new NoiseFloor(1e-12, [0, 100, 100]).IsVisible);
    }

    private static ObservationSet WaterData(double noise) => (noise > 0 ? NoisyWater : CleanWater).Value;

    private static ObservationSet ReactionData(double noise) => (noise > 0 ? NoisyReaction : CleanReaction).Value;

    private static PeriodicSolver With(IPeriodicModel model, AddedTerm wrong) =>
        new(model.Grid, model.Fields, [.. model.Terms, wrong], TimeScheme.Etdrk4);

    private MedidaResult Discover(IPeriodicModel model, ObservationSet data, bool constant = false) => Discover(model.With(TimeScheme.Etdrk4, 0.02), data, constant);

    private MedidaResult Discover(PeriodicSolver model, ObservationSet data, bool constant = false)
    {
        var library = TermLibrary.Polynomial(model.Layout.Fields, 2, 2, constant);
        if (model.Layout.Fields.Contains("v")) library = library.With(["u^2*v"]);
        var result = Medida.Discover(model, data, [library, library], Options);
        foreach (var field in result.Fields)
            output.WriteLine($"{field.Field}: {field.Verdict} before {field.Residual.Before:e2} after {field.Residual.After:e2} noise {field.Residual.Noise:e2} cutoff {field.Cutoff:f2} {string.Join(", ", field.Terms.Select(found => $"{found.Coefficient:g5} ± {found.StandardError:g2} {found.Term.Name}"))}");
        output.WriteLine($"{result.Passes.Count} passes, kept {result.KeptPass}, last change {result.Passes[^1].Change:e2}; {string.Join("; ", result.Notes)}");
        return result;
    }

    private static void AssertFound(FieldResult field, double tolerance, params (string Name, double Coefficient)[] expected)
    {
        Assert.Equal(Verdict.Found, field.Verdict);
        Assert.Equal(expected.Select(term => term.Name), field.Support);
        Assert.All(expected.Zip(field.Terms), pair => Assert.Equal(pair.First.Coefficient, pair.Second.Coefficient, tolerance));
    }
}
