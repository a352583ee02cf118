using Residuum.Discovery.TwoLayer;
using Residuum.Numerics.Steppers;

namespace Residuum.Discovery.Tests.TwoLayer;

public sealed class TwoLayerLibraryTests
{
    [Fact]
    public void The_default_has_the_twelve_columns_of_the_card_and_the_published_has_ten()
    {
        Assert.Equal(["lap(psi1)", "lap(psi2)", "dx(psi1)", "dx(psi2)", "dy(psi1)", "dy(psi2)", "psi1", "psi2", "psiR", "J(psi1,q1)", "J(psi2,q2)", "y"], TwoLayerLibrary.Of([]).Names);
        Assert.Equal(10, TwoLayerLibrary.Of(["published"]).Terms.Count);
        Assert.Equal(12 + 6 + 2 + 2, TwoLayerLibrary.Of(["default", "products", "bilaplacian", "hyperdiffusion"]).Terms.Count);
    }

    [Fact]
    public void A_model_is_the_sum_of_its_coefficients_on_the_terms()
    {
        var (model, library) = (FlowTwin.Truth.With(FlowTwin.Truth.Parameters with { Sponge = 0 }), TwoLayerLibrary.Of([]));
        double[] q = FlowTwin.States[0], tendency = model.Tendency(q);
        var state = new TwoLayerFields(model, model.StreamFunction(q));
        for (int layer = 0; layer < 2; layer++)
        {
            double[] c = TwoLayerCoefficients.Of(model.Parameters, library, layer);
            double[][] terms = [.. library.Terms.Select(term => term.Evaluate(state))];
            for (int i = 0; i < model.Grid.Points; i += 101)
                Assert.Equal(tendency[(layer * model.Grid.Points) + i], c.Select((value, j) => value * terms[j][i]).Sum(), 1e-11);
        }
    }

    [Theory]
    [InlineData(ForecastScheme.Euler)]
    [InlineData(ForecastScheme.Rk4)]
    public void A_model_with_what_it_lacks_forecasts_as_the_truth(ForecastScheme scheme)
    {
        var (library, wrong) = (TwoLayerLibrary.Of([]), FlowTwin.Case(1005));
        double[][] missing = [.. new[] { 0, 1 }.Select(layer => TwoLayerCoefficients.Missing(FlowTwin.Truth.Parameters, wrong, library, layer))];
        double[] psi = FlowTwin.Truth.StreamFunction(FlowTwin.States[1]);
        double[] corrected = new TwoLayerForecast(FlowTwin.Truth.With(wrong), library, missing, scheme).Run(psi, 0.075, default);
        var stepper = scheme == ForecastScheme.Euler ? TimeScheme.SemiImplicitEuler : TimeScheme.Etdrk4;
        double[] truth = FlowTwin.Truth.StreamFunction(FlowTwin.Truth.Run(FlowTwin.States[1], 3, stepper));
        for (int i = 0; i < truth.Length; i += 53) Assert.Equal(truth[i], corrected[i], 1e-11);
    }

    [Fact]
    public void A_corner_of_the_curve_is_the_point_farthest_below_the_chord()
    {
        var curve = new SparsityCurve([new(1e-2, 0, 1), new(1e-1, 1, 0.5), new(1, 2, 1e-6), new(10, 5, 8e-7), new(100, 9, 5e-7), new(1e12, 12, 1e-30)]);
        Assert.Equal(1, curve.Corner());
    }

    [Fact]
    public void The_corner_finds_the_terms_of_a_model_that_misses_four()
    {
        var result = TwoLayerMedida.Discover(
            FlowTwin.Truth.With(FlowTwin.Case(1005)), [FlowTwin.Observe()], Residuum.Discovery.Interpolation.Interpolators.Create("polyharmonic:6"),
            TwoLayerLibrary.Of([]), FlowTwin.Options with { Selection = SparsityRule.Corner });
        Assert.Equal(["psi1", "psi2", "psiR", "J(psi1,q1)"], result.Layers[0].Support);
        Assert.Equal(["lap(psi2)", "psi1", "psi2", "psiR", "J(psi2,q2)"], result.Layers[1].Support);
    }
}
