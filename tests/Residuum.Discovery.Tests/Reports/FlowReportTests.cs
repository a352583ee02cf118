using Residuum.Discovery.Models;
using Residuum.Discovery.Projects;
using Residuum.Discovery.Reports;
using Residuum.Discovery.Sensors;
using Residuum.Discovery.Sensors.Layered;
using Residuum.Discovery.Sensors.Networks;
using Residuum.Discovery.TwoLayer;
using Residuum.Discovery.Verbs;
using Residuum.Experiments.Reports;

namespace Residuum.Discovery.Tests.Reports;

public sealed class FlowReportTests
{
    [Fact]
    public void A_corrected_model_that_forecasts_worse_is_said_so()
    {
        var worse = new FlowForecastRecord { HeldOut = true, Leads = [new FlowLead(1, 2, [0.1, 0.1], [0.09, 0.5], [0.2, 0.2])] };
        Assert.False(worse.IsNoWorse);
        Assert.StartsWith("The corrected model forecasts worse", worse.Sentence, StringComparison.Ordinal);
        var better = worse with { Leads = [worse.Leads[0] with { Corrected = [0.1, 0.05] }] };
        Assert.True(better.IsNoWorse);
        Assert.StartsWith("After 1 the forecasts from 2 unfitted pairs miss the readings by 10 % and 10 %", better.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_candidate_is_written_as_presentation_MathML()
    {
        var library = TwoLayerLibrary.Of(["default", "bilaplacian", "hyperdiffusion", "products", "dx+dy(psi1)"]);
        Assert.All(library.Names, name => Assert.NotNull(MathMl.Parse($"<math>{FlowTermNotation.MathMl(name)}</math>")));
        Assert.Equal("<mrow><mi>J</mi><mo>(</mo><msub><mi>ψ</mi><mi>1</mi></msub><mo>,</mo><msub><mi>q</mi><mi>1</mi></msub><mo>)</mo></mrow>", FlowTermNotation.MathMl("J(psi1,q1)"));
        Assert.Equal("<mi>a&lt;b</mi>", FlowTermNotation.MathMl("a<b"));
    }

    [Fact]
    public void A_whole_equation_merges_what_was_found_with_the_models_own_terms()
    {
        var model = new TwoLayerParameters { Friction = 0.37 };
        var layer = new LayerResult
        {
            Layer = 1,
            Verdict = Verdict.Found,
            Coefficients = [],
            Ungated = [],
            Explained = 1,
            Gate = 0,
            AlphaMax = 100,
            Curve = null,
            IncrementSize = 1,
            ResidualSize = 0,
            TendencySize = 1,
            Terms = [new LayerTerm("lap(psi2)", "1/time", 0.3, 0.001, 1)],
        };
        Assert.Equal("q2_t = f2(psi1, psi2) + (0.3000 ± 0.0010) lap(psi2)", FlowEquation.Correction(layer).Text);
        string whole = FlowEquation.Whole(layer, model).Text;
        Assert.Contains(" - (0.0700 ± 0.0010) lap(psi2)", whole, StringComparison.Ordinal);
        Assert.Contains(" - 0.196 dx(psi2)", whole, StringComparison.Ordinal);
        Assert.Contains(" - J(psi2,q2)", whole, StringComparison.Ordinal);
        Assert.NotNull(MathMl.Parse(FlowEquation.Whole(layer, model).MathMl));
    }

    [Theory]
    [InlineData(4, 5, 4, 0)]
    [InlineData(5, 5, 4, 1)]
    [InlineData(12, 5, 10, 2)]
    [InlineData(12, 0, 12, 0)]
    public void Every_fifth_pair_is_spared_where_there_are_five(int pairs, int every, int fitted, int heldOut)
    {
        var grid = TwoLayerModel.PublishedGrid(8, 8);
        var sensors = SensorNetworks.All(grid);
        double[] values = [.. Enumerable.Range(0, 2 * pairs * 2 * sensors.Count).Select(i => (double)i)];
        var group = new SensorGroup(sensors, new SensorValues(2 * pairs, 2, sensors.Count, values), 0.025) { Times = [.. Enumerable.Range(0, pairs).Select(pair => (double)pair)] };
        var split = FlowSplit.Of(new LayeredObservations(grid, [group], ObservedQuantity.StreamFunction, new()), new FlowValidationOptions { HeldOutEvery = every });
        Assert.Equal((fitted, heldOut), (split.Fitted.Sum(part => part.Pairs), split.HeldOut));
        var judge = split.Judges[0];
        int number = (int)judge.Times[0];
        Assert.Equal(group.Values.Field((2 * number) + 1, 1).ToArray(), judge.Values.Field(1, 1).ToArray());
        Assert.Equal(heldOut > 0 ? pairs : 2 * pairs, split.Fitted.Concat(split.Judges).Sum(part => part.Times.Count));
    }
}
